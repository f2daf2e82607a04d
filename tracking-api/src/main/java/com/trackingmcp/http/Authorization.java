package com.trackingmcp.http;

import com.trackingmcp.error.CarrierException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** How the requests of one connection prove who sends them. Must be safe for use by many threads and never block. */
public interface Authorization {
    /**
     * A header that proves it.
     *
     * @param name the header's name
     * @param value its value, never logged
     */
    record Header(String name, Secret value) {}

    /** The header for a request; fails with a {@link CarrierException} where there is none to be had. */
    CompletableFuture<Header> header(CallContext call);

    /**
     * Told that the carrier refused a header with a 401.
     *
     * @return whether a new header may do better, so that the request is worth one more try
     */
    boolean refused(Header header);

    /** When the header now in use ends; empty where it has no end, or there is none yet. */
    default Optional<Instant> validUntil() {
        return Optional.empty();
    }

    /**
     * Told once its client is closed: wipes what it made of credentials, and what it makes from now on. What it was given
     * is not its own to wipe.
     */
    default void wipe() {}

    /** An API key in a header of its own; the supplier is asked again after a 401. */
    static Authorization apiKey(String headerName, Supplier<Secret> key) {
        return new SuppliedAuthorization<>(key, value -> new Header(headerName, value.copy()));
    }

    /** HTTP Basic; the supplier is asked again after a 401. */
    static Authorization basic(Supplier<Credentials> credentials) {
        return new SuppliedAuthorization<>(credentials, value -> new Header("Authorization", basicValue(value)));
    }

    /** The value of a Basic authorisation header. */
    static Secret basicValue(Credentials credentials) {
        String pair = credentials.id().reveal() + ":" + credentials.secret().reveal();
        return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}
