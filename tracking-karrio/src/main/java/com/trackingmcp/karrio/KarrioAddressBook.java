package com.trackingmcp.karrio;

import com.trackingmcp.http.CallContext;
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

    private final KarrioShelf<KarrioAddressWire, Addresses, SavedAddress> addresses;
    private final KarrioShelf<KarrioParcelWire, Parcels, SavedParcel> parcels;

    KarrioAddressBook(KarrioDoor door) {
        this.addresses = new KarrioShelf<>(
                door, ADDRESS, "addresses", KarrioAddressWire.class, Addresses.class, KarrioAddressBook::address);
        this.parcels = new KarrioShelf<>(
                door, PARCEL, "parcels", KarrioParcelWire.class, Parcels.class, KarrioAddressBook::parcel);
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
        return addresses.list(offset, limit, call);
    }

    @Override
    public CompletableFuture<SavedAddress> save(Optional<String> id, Address address, CallContext call) {
        return id.isPresent()
                ? addresses.replace(id.get(), KarrioAddresses.replacement(address), call)
                : addresses.add(KarrioAddresses.encode(address), call);
    }

    @Override
    public CompletableFuture<SavedAddress> deleteAddress(String id, CallContext call) {
        return addresses.delete(id, call);
    }

    private static SavedAddress address(KarrioAddressWire told) {
        return new SavedAddress(
                WireText.text(told.id()).orElse(""),
                KarrioMaps.text(told.meta(), "label"),
                KarrioAddresses.decode(told).orElseThrow());
    }

    @Override
    public CompletableFuture<Page<SavedParcel>> parcels(int offset, int limit, CallContext call) {
        return parcels.list(offset, limit, call);
    }

    @Override
    public CompletableFuture<SavedParcel> save(Optional<String> id, Parcel parcel, CallContext call) {
        return id.isPresent()
                ? parcels.replace(id.get(), KarrioParcels.replacement(parcel), call)
                : parcels.add(KarrioParcels.encode(parcel), call);
    }

    @Override
    public CompletableFuture<SavedParcel> deleteParcel(String id, CallContext call) {
        return parcels.delete(id, call);
    }

    private static SavedParcel parcel(KarrioParcelWire told) {
        return new SavedParcel(
                WireText.text(told.id()).orElse(""), KarrioMaps.text(told.meta(), "label"), KarrioParcels.decode(told));
    }
}
