package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.SavedAddress;
import com.trackingmcp.model.SavedParcel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps addresses and usual parcels. Safe for use by many threads; blocks none. What saves or deletes is sent at most once;
 * what is not there is {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND}.
 */
public interface AddressBookCapability extends Capability {
    /** Tells everything that keeps the server from saving the address. */
    void check(Address address, RequestCheck check);

    /** Tells everything that keeps the server from saving the parcel. */
    void check(Parcel parcel, RequestCheck check);

    /** A page of the addresses, the newest first. */
    CompletableFuture<Page<SavedAddress>> addresses(int offset, int limit, CallContext call);

    /** Saves an address: a new one, or instead of the one with this id. */
    CompletableFuture<SavedAddress> save(Optional<String> id, Address address, CallContext call);

    /** Has the server forget an address. */
    CompletableFuture<SavedAddress> deleteAddress(String id, CallContext call);

    /** A page of the parcels, the newest first. */
    CompletableFuture<Page<SavedParcel>> parcels(int offset, int limit, CallContext call);

    /** Saves a parcel: a new one, or instead of the one with this id. */
    CompletableFuture<SavedParcel> save(Optional<String> id, Parcel parcel, CallContext call);

    /** Has the server forget a parcel. */
    CompletableFuture<SavedParcel> deleteParcel(String id, CallContext call);
}
