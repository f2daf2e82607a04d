package com.trackingmcp.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A header made of what a supplier holds, kept until the carrier refuses it. Safe for use by many threads. */
final class SuppliedAuthorization<T> implements Authorization {
    private final Supplier<T> supplier;
    private final Function<T, Header> toHeader;
    private final AtomicReference<@Nullable Header> current = new AtomicReference<>();
    private volatile boolean closed;

    SuppliedAuthorization(Supplier<T> supplier, Function<T, Header> toHeader) {
        this.supplier = supplier;
        this.toHeader = toHeader;
    }

    @Override
    public CompletableFuture<Header> header(CallContext call) {
        try {
            Header header = current.get();
            if (header == null) {
                header = toHeader.apply(supplier.get());
                keep(header);
            }
            return CompletableFuture.completedFuture(header);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public boolean refused(Header header) {
        Header fresh = toHeader.apply(supplier.get());
        boolean other = !fresh.value().equals(header.value());
        keep(fresh);
        return other;
    }

    private void keep(Header header) {
        current.set(header);
        if (closed) {
            wipe();
        }
    }

    /** The header is a copy: what the supplier holds is the supplier's, who may hand it to others. */
    @Override
    public void wipe() {
        closed = true;
        Header last = current.getAndSet(null);
        if (last != null) {
            last.value().wipe();
        }
    }
}
