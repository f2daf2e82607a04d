package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import java.util.concurrent.CompletableFuture;

/** Checks addresses. Safe for use by many threads; blocks none. */
public interface AddressCapability extends Capability {
    /** Tells everything that keeps this carrier from looking at the address. */
    void check(Address address, RequestCheck check);

    /** What the carrier thinks of an address. */
    CompletableFuture<AddressValidation> validate(Address address, CallContext call);

    /** Whether {@link #validatePostalCode} can be asked. */
    default boolean validatesPostalCodes() {
        return false;
    }

    /** Whether the carrier serves a postal code: country, postal code, and city or state where known. */
    default CompletableFuture<AddressValidation> validatePostalCode(Address address, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("validating postal codes"));
    }
}
