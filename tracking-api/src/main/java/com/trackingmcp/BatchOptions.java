package com.trackingmcp;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How many shipments are bought in one go. Immutable.
 *
 * @param concurrency how many purchases may be under way at once, from 1 to 64
 * @param stopOnError whether no further row is begun once one has failed; rows under way are finished
 * @param progress told after each row, one call at a time, on the thread that finished it: it must not block; what it
 *     throws is logged and costs no row
 * @param rows told of each row, before it is begun and after it ended: what a journal hangs on
 */
public record BatchOptions(int concurrency, boolean stopOnError, Consumer<Progress> progress, RowListener rows) {
    private static final int MOST = 64;

    public BatchOptions {
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(rows, "rows");
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

    /**
     * Told of the rows of a batch, one call at a time, on threads of the batch's: what takes long here keeps the others
     * waiting.
     */
    public interface RowListener {
        /** A listener that does nothing. */
        RowListener NONE = new RowListener() {};

        /**
         * A row is about to be bought: nothing of it was sent. Where this throws, it is not, and its outcome is
         * {@link ErrorCode#NOT_TRIED}.
         *
         * @param row its place, from 0 on
         */
        default void begins(int row, ShipmentRequest request) {}

        /**
         * A row has ended: bought, failed, or not tried. What this throws is logged and costs no row.
         *
         * @param row its place, from 0 on
         */
        default void ended(int row, Outcome<Shipment> outcome) {}
    }

    /** Four at once, all rows whatever fails, and nobody is told of progress. */
    public static BatchOptions standard() {
        return new BatchOptions(4, false, progress -> {}, RowListener.NONE);
    }

    /** The same with so many purchases at once. */
    public BatchOptions concurrency(int atOnce) {
        return new BatchOptions(atOnce, stopOnError, progress, rows);
    }

    /** The same, beginning no further row once one has failed. */
    public BatchOptions stoppingOnError() {
        return new BatchOptions(concurrency, true, progress, rows);
    }

    /** The same, with somebody to tell. */
    public BatchOptions progress(Consumer<Progress> listener) {
        return new BatchOptions(concurrency, stopOnError, listener, rows);
    }

    /** The same, with somebody to tell of each row: a journal that is written before and after each purchase. */
    public BatchOptions rows(RowListener listener) {
        return new BatchOptions(concurrency, stopOnError, progress, listener);
    }
}
