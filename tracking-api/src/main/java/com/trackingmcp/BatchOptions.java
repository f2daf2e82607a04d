package com.trackingmcp;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How many shipments are bought in one go. Immutable.
 *
 * @param concurrency how many purchases may be under way at once, from 1 to 64
 * @param stopOnError whether no further row is begun once one has failed; rows under way are finished
 * @param progress told after each row, one call at a time, on the thread that finished it: it must not block; what it
 *     throws is logged and costs no row
 */
public record BatchOptions(int concurrency, boolean stopOnError, Consumer<Progress> progress) {
    private static final int MOST = 64;

    public BatchOptions {
        Objects.requireNonNull(progress, "progress");
        if (concurrency < 1 || concurrency > MOST) {
            throw ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST)
                    .argument("reason", "concurrency is " + concurrency + "; 1 to " + MOST + " is possible")
                    .toException();
        }
    }

    /**
     * How far a batch is. Immutable.
     *
     * @param total how many rows there are
     * @param bought how many were bought
     * @param failed how many failed or were not tried
     */
    public record Progress(int total, int bought, int failed) {
        /** How many rows are still to come. */
        public int left() {
            return total - bought - failed;
        }
    }

    /** Four at once, all rows whatever fails, and nobody is told of progress. */
    public static BatchOptions standard() {
        return new BatchOptions(4, false, progress -> {});
    }

    /** The same with so many purchases at once. */
    public BatchOptions concurrency(int atOnce) {
        return new BatchOptions(atOnce, stopOnError, progress);
    }

    /** The same, beginning no further row once one has failed. */
    public BatchOptions stoppingOnError() {
        return new BatchOptions(concurrency, true, progress);
    }

    /** The same, with somebody to tell. */
    public BatchOptions progress(Consumer<Progress> listener) {
        return new BatchOptions(concurrency, stopOnError, listener);
    }
}
