package com.trackingmcp.http;

import com.trackingmcp.error.CarrierException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /** An API key in a header of its own; the supplier is asked again after a 401. */
    static Authorization apiKey(String headerName, Supplier<Secret> key) {
        return new Supplied<>(key, value -> new Header(headerName, value));
    }

    /** HTTP Basic; the supplier is asked again after a 401. */
    static Authorization basic(Supplier<Credentials> credentials) {
        return new Supplied<>(credentials, value -> new Header("Authorization", basicValue(value)));
    }

    /** The value of a Basic authorisation header. */
    static Secret basicValue(Credentials credentials) {
        String pair = credentials.id().reveal() + ":" + credentials.secret().reveal();
        return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** A header made of what a supplier holds, kept until the carrier refuses it. */
    final class Supplied<T> implements Authorization {
        private final Supplier<T> supplier;
        private final Function<T, Header> toHeader;
        private final AtomicReference<@Nullable Header> current = new AtomicReference<>();

        private Supplied(Supplier<T> supplier, Function<T, Header> toHeader) {
            this.supplier = supplier;
            this.toHeader = toHeader;
        }

        @Override
        public CompletableFuture<Header> header(CallContext call) {
            try {
                Header header = current.get();
                if (header == null) {
                    header = toHeader.apply(supplier.get());
                    current.set(header);
                }
                return CompletableFuture.completedFuture(header);
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public boolean refused(Header header) {
            Header fresh = toHeader.apply(supplier.get());
            current.set(fresh);
            return !fresh.value().equals(header.value());
        }
    }
}
