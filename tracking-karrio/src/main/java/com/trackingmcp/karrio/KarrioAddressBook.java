package com.trackingmcp.karrio;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.SavedAddress;
import com.trackingmcp.model.SavedParcel;
import com.trackingmcp.spi.AddressBookCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The addresses and parcels that Karrio keeps. Safe for use by many threads.
 *
 * <p>What is saved instead of another takes all of its place but its label. Karrio writes telephone numbers and postal codes
 * in its own way: what it tells may be spelled otherwise than what it was given.
 */
final class KarrioAddressBook implements AddressBookCapability {
    private static final String ADDRESS = "address";
    private static final String PARCEL = "parcel";
    private static final String ADDRESSES = "/v1/addresses";
    private static final String PARCELS = "/v1/parcels";

    private final KarrioDoor door;

    KarrioAddressBook(KarrioDoor door) {
        this.door = door;
    }

    record Addresses(
            @Nullable Integer count,
            @Nullable String next,
            @Nullable List<@Nullable KarrioAddressWire> results) implements KarrioListing<KarrioAddressWire> {}

    record Parcels(
            @Nullable Integer count,
            @Nullable String next,
            @Nullable List<@Nullable KarrioParcelWire> results) implements KarrioListing<KarrioParcelWire> {}

    @Override
    public void check(Address address, RequestCheck check) {
        KarrioAddresses.check(ADDRESS, address, check);
        for (int i = 0; i < address.taxIds().size(); i++) {
            if (KarrioAddresses.isKeptWithCustoms(address.taxIds().get(i))) {
                check.wrong(ADDRESS + ".tax_ids[" + i + "]", "is of a kind that Karrio keeps with customs alone");
            }
        }
    }

    @Override
    public void check(Parcel parcel, RequestCheck check) {
        KarrioParcels.check(PARCEL, parcel, check);
    }

    @Override
    public CompletableFuture<Page<SavedAddress>> addresses(int offset, int limit, CallContext call) {
        return door.page(
                CarrierRequest.get("list_addresses").path(ADDRESSES),
                offset,
                limit,
                Addresses.class,
                KarrioAddressBook::address,
                call);
    }

    @Override
    public CompletableFuture<SavedAddress> save(Optional<String> id, Address address, CallContext call) {
        return id.map(old -> KarrioAnswers.known(
                        ADDRESS,
                        old,
                        address(
                                CarrierRequest.patch("save_address")
                                        .path(ADDRESSES)
                                        .segment(old)
                                        .json(WireJson.write(KarrioAddresses.replacement(address))),
                                call)))
                .orElseGet(() -> address(
                        CarrierRequest.post("save_address")
                                .path(ADDRESSES)
                                .json(WireJson.write(KarrioAddresses.encode(address))),
                        call));
    }

    @Override
    public CompletableFuture<SavedAddress> deleteAddress(String id, CallContext call) {
        return KarrioAnswers.known(
                ADDRESS,
                id,
                address(CarrierRequest.delete("delete_address").path(ADDRESSES).segment(id), call));
    }

    private CompletableFuture<SavedAddress> address(CarrierRequest.Builder request, CallContext call) {
        return door.ask(request, KarrioAddressWire.class, KarrioAddressBook::address, call);
    }

    private static SavedAddress address(KarrioAddressWire told) {
        return new SavedAddress(
                WireText.text(told.id()).orElse(""),
                KarrioMaps.text(told.meta(), "label"),
                KarrioAddresses.decode(told).orElseThrow());
    }

    @Override
    public CompletableFuture<Page<SavedParcel>> parcels(int offset, int limit, CallContext call) {
        return door.page(
                CarrierRequest.get("list_parcels").path(PARCELS),
                offset,
                limit,
                Parcels.class,
                KarrioAddressBook::parcel,
                call);
    }

    @Override
    public CompletableFuture<SavedParcel> save(Optional<String> id, Parcel parcel, CallContext call) {
        return id.map(old -> KarrioAnswers.known(
                        PARCEL,
                        old,
                        parcel(
                                CarrierRequest.patch("save_parcel")
                                        .path(PARCELS)
                                        .segment(old)
                                        .json(WireJson.write(KarrioParcels.replacement(parcel))),
                                call)))
                .orElseGet(() -> parcel(
                        CarrierRequest.post("save_parcel")
                                .path(PARCELS)
                                .json(WireJson.write(KarrioParcels.encode(parcel))),
                        call));
    }

    @Override
    public CompletableFuture<SavedParcel> deleteParcel(String id, CallContext call) {
        return KarrioAnswers.known(
                PARCEL,
                id,
                parcel(CarrierRequest.delete("delete_parcel").path(PARCELS).segment(id), call));
    }

    private CompletableFuture<SavedParcel> parcel(CarrierRequest.Builder request, CallContext call) {
        return door.ask(request, KarrioParcelWire.class, KarrioAddressBook::parcel, call);
    }

    private static SavedParcel parcel(KarrioParcelWire told) {
        return new SavedParcel(
                WireText.text(told.id()).orElse(""), KarrioMaps.text(told.meta(), "label"), KarrioParcels.decode(told));
    }
}
