package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.internal.engine.AddressDesk;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What carriers know of addresses. Safe for use by many threads; lives as long as its client. */
public final class Addresses {
    private final AddressDesk desk;
    private final Calls calls;

    Addresses(AddressDesk desk, Calls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * What a carrier thinks of an address: the first that can tell, in the order of the connections.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming each field without which none can tell
     * @throws CarrierException for whatever else went wrong
     */
    public AddressValidation validate(Address address) {
        return validating(Optional.empty(), address).await();
    }

    /** What this carrier or connection thinks of an address; throws as {@link #validate(Address)} does. */
    public AddressValidation validate(String carrier, Address address) {
        return validating(Optional.of(Async.required("carrier", carrier)), address)
                .await();
    }

    /** The twin of {@link #validate(Address)}. */
    public CompletableFuture<AddressValidation> validateAsync(Address address) {
        return Async.attempt(() -> validating(Optional.empty(), address).handedOver());
    }

    /** The twin of {@link #validate(String, Address)}. */
    public CompletableFuture<AddressValidation> validateAsync(String carrier, Address address) {
        return Async.attempt(() -> validating(Optional.of(Async.required("carrier", carrier)), address)
                .handedOver());
    }

    private Pending<AddressValidation> validating(Optional<String> carrier, Address address) {
        Address given = Async.required("address", address);
        return calls.ask(carrier, call -> desk.validate(carrier, given, call));
    }

    /**
     * Whether a carrier serves a postal code: country and postal code, with city or state where known.
     *
     * @throws CarrierException for whatever went wrong
     */
    public AddressValidation validatePostalCode(Address address) {
        return validatingPostalCode(Optional.empty(), address).await();
    }

    /** Whether this carrier or connection serves a postal code. */
    public AddressValidation validatePostalCode(String carrier, Address address) {
        return validatingPostalCode(Optional.of(Async.required("carrier", carrier)), address)
                .await();
    }

    /** The twin of {@link #validatePostalCode(Address)}. */
    public CompletableFuture<AddressValidation> validatePostalCodeAsync(Address address) {
        return Async.attempt(
                () -> validatingPostalCode(Optional.empty(), address).handedOver());
    }

    /** The twin of {@link #validatePostalCode(String, Address)}. */
    public CompletableFuture<AddressValidation> validatePostalCodeAsync(String carrier, Address address) {
        return Async.attempt(() -> validatingPostalCode(Optional.of(Async.required("carrier", carrier)), address)
                .handedOver());
    }

    private Pending<AddressValidation> validatingPostalCode(Optional<String> carrier, Address address) {
        Address given = Async.required("address", address);
        return calls.ask(carrier, call -> desk.validatePostalCode(carrier, given, call));
    }
}
