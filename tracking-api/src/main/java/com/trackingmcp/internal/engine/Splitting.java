package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A batch that a carrier refused as a whole, sent again in ever smaller parts until the number that is to blame stands
 * alone. Safe for use by many threads.
 */
final class Splitting {
    /** What a carrier may say of a batch because of one number in it. */
    private static final Set<ErrorCode> ABOUT_ONE =
            Set.of(ErrorCode.REQUEST_REFUSED, ErrorCode.INVALID_TRACKING_NUMBER, ErrorCode.TRACKING_NUMBER_NOT_FOUND);

    private static final int FEWEST_TO_TELL = 8;

    private final boolean tells;
    private int open;
    private boolean answered;

    /**
     * A split.
     *
     * @param numbers how many are in the batch: a few that are all refused may all be bad
     */
    Splitting(int numbers) {
        this.tells = numbers >= FEWEST_TO_TELL;
    }

    static boolean mayHelp(CarrierException error) {
        return ABOUT_ONE.contains(error.code()) && !error.retryable();
    }

    /** So many parts are on their way. */
    synchronized void sent(int parts) {
        open += parts;
    }

    /**
     * A part is back.
     *
     * @param refusal why it was refused, and not for what its numbers are; null where it was not
     * @return whether it was the last one
     */
    synchronized boolean back(@Nullable CarrierException refusal) {
        open--;
        answered |= refusal == null || refusal.code() != ErrorCode.REQUEST_REFUSED;
        return open == 0;
    }

    /** Whether every part was refused: then no single number is to blame. */
    synchronized boolean isAllRefused() {
        return tells && !answered;
    }
}
