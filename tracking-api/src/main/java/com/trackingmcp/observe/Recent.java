package com.trackingmcp.observe;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client told within the last second: a registry reads its meters one by one, and each would ask again. Holds the
 * answer and not the client. Safe for use by many threads.
 */
final class Recent<T> {
    private static final long KEPT = TimeUnit.SECONDS.toNanos(1);

    private final Function<ClientStats, T> question;
    private final LongSupplier ticker;
    private volatile @Nullable Seen<T> last;

    private record Seen<T>(T answer, long at) {}

    /**
     * Answers to one question.
     *
     * @param ticker a clock of nanoseconds from anywhere
     */
    Recent(Function<ClientStats, T> question, LongSupplier ticker) {
        this.question = question;
        this.ticker = ticker;
    }

    T of(ClientStats client) {
        Seen<T> seen = last;
        long now = ticker.getAsLong();
        if (seen == null || now - seen.at() >= KEPT) {
            seen = new Seen<>(question.apply(client), now);
            last = seen;
        }
        return seen.answer();
    }
}
