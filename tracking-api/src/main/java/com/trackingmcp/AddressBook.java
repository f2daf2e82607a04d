package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.StoreDesk;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.SavedAddress;
import com.trackingmcp.model.SavedParcel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Addresses and usual parcels that a server keeps, such as a Karrio server. Safe for use by many threads; lives as long as its client. */
public final class AddressBook {
    private final StoreDesk desk;
    private final Calls calls;

    AddressBook(StoreDesk desk, Calls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * The addresses, the newest first. Nothing is asked before it is read.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException when it is read, where no connection asked keeps addresses
     */
    public Listing<SavedAddress> addresses(String carrier) {
        Async.required("carrier", carrier);
        return new Listing<>(
                page -> calls.ask(Optional.of(carrier), call -> desk.addresses(carrier, page, call)), SavedAddress::id);
    }

    /**
     * Saves an address. Sent once.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked keeps addresses
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: the list tells
     * @throws CarrierException for whatever else went wrong
     */
    public SavedAddress saveAddress(String carrier, Address address) {
        return savingAddress(carrier, address).await();
    }

    /** The twin of {@link #saveAddress(String, Address)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<SavedAddress> saveAddressAsync(String carrier, Address address) {
        return Async.attempt(() -> savingAddress(carrier, address).handedOver());
    }

    private Pending<SavedAddress> savingAddress(String carrier, Address address) {
        Async.required("carrier", carrier);
        Async.required("address", address);
        return calls.have(Optional.of(carrier), call -> desk.saveAddress(carrier, Optional.empty(), address, call));
    }

    /**
     * Saves an address instead of the one with this id. Sent once.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked keeps addresses
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: the list tells
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none with this id; and for whatever else went
     *     wrong
     */
    public SavedAddress updateAddress(String carrier, String id, Address address) {
        return updatingAddress(carrier, id, address).await();
    }

    /** The twin of {@link #updateAddress(String, String, Address)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<SavedAddress> updateAddressAsync(String carrier, String id, Address address) {
        return Async.attempt(() -> updatingAddress(carrier, id, address).handedOver());
    }

    private Pending<SavedAddress> updatingAddress(String carrier, String id, Address address) {
        Async.required("carrier", carrier);
        Async.required("id", id);
        Async.required("address", address);
        return calls.have(Optional.of(carrier), call -> desk.saveAddress(carrier, Optional.of(id), address, call));
    }

    /**
     * Has the server forget an address. Sent once.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked keeps addresses
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: the list tells
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none with this id; and for whatever else went
     *     wrong
     */
    public SavedAddress deleteAddress(String carrier, String id) {
        return deletingAddress(carrier, id).await();
    }

    /** The twin of {@link #deleteAddress(String, String)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<SavedAddress> deleteAddressAsync(String carrier, String id) {
        return Async.attempt(() -> deletingAddress(carrier, id).handedOver());
    }

    private Pending<SavedAddress> deletingAddress(String carrier, String id) {
        Async.required("carrier", carrier);
        Async.required("id", id);
        return calls.have(Optional.of(carrier), call -> desk.deleteAddress(carrier, id, call));
    }

    /**
     * The parcels, the newest first. Nothing is asked before it is read.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException when it is read, where no connection asked keeps parcels
     */
    public Listing<SavedParcel> parcels(String carrier) {
        Async.required("carrier", carrier);
        return new Listing<>(
                page -> calls.ask(Optional.of(carrier), call -> desk.parcels(carrier, page, call)), SavedParcel::id);
    }

    /**
     * Saves a parcel. Sent once.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked keeps parcels
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: the list tells
     * @throws CarrierException for whatever else went wrong
     */
    public SavedParcel saveParcel(String carrier, Parcel parcel) {
        return savingParcel(carrier, parcel).await();
    }

    /** The twin of {@link #saveParcel(String, Parcel)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<SavedParcel> saveParcelAsync(String carrier, Parcel parcel) {
        return Async.attempt(() -> savingParcel(carrier, parcel).handedOver());
    }

    private Pending<SavedParcel> savingParcel(String carrier, Parcel parcel) {
        Async.required("carrier", carrier);
        Async.required("parcel", parcel);
        return calls.have(Optional.of(carrier), call -> desk.saveParcel(carrier, Optional.empty(), parcel, call));
    }

    /**
     * Saves a parcel instead of the one with this id. Sent once.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked keeps parcels
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: the list tells
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none with this id; and for whatever else went
     *     wrong
     */
    public SavedParcel updateParcel(String carrier, String id, Parcel parcel) {
        return updatingParcel(carrier, id, parcel).await();
    }

    /** The twin of {@link #updateParcel(String, String, Parcel)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<SavedParcel> updateParcelAsync(String carrier, String id, Parcel parcel) {
        return Async.attempt(() -> updatingParcel(carrier, id, parcel).handedOver());
    }

    private Pending<SavedParcel> updatingParcel(String carrier, String id, Parcel parcel) {
        Async.required("carrier", carrier);
        Async.required("id", id);
        Async.required("parcel", parcel);
        return calls.have(Optional.of(carrier), call -> desk.saveParcel(carrier, Optional.of(id), parcel, call));
    }

    /**
     * Has the server forget a parcel. Sent once.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked keeps parcels
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: the list tells
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none with this id; and for whatever else went
     *     wrong
     */
    public SavedParcel deleteParcel(String carrier, String id) {
        return deletingParcel(carrier, id).await();
    }

    /** The twin of {@link #deleteParcel(String, String)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<SavedParcel> deleteParcelAsync(String carrier, String id) {
        return Async.attempt(() -> deletingParcel(carrier, id).handedOver());
    }

    private Pending<SavedParcel> deletingParcel(String carrier, String id) {
        Async.required("carrier", carrier);
        Async.required("id", id);
        return calls.have(Optional.of(carrier), call -> desk.deleteParcel(carrier, id, call));
    }
}
