package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import java.util.Set;

/**
 * A batch that a carrier refused as a whole, sent again in ever smaller parts until the number that is to blame stands
 * alone. Safe for use by many threads.
 */
final class Splitting {
    /** What a carrier may say of a batch because of one number in it. */
    private static final Set<ErrorCode> ABOUT_ONE =
            Set.of(ErrorCode.REQUEST_REFUSED, ErrorCode.INVALID_TRACKING_NUMBER, ErrorCode.TRACKING_NUMBER_NOT_FOUND);

    private int open;
    private boolean answered;

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
     * @param wasAnswered whether the carrier answered it rather than refused it
     * @return whether it was the last one
     */
    synchronized boolean back(boolean wasAnswered) {
        open--;
        answered |= wasAnswered;
        return open == 0;
    }

    /** Whether every part was refused: then no single number is to blame. */
    synchronized boolean isAllRefused() {
        return !answered;
    }
}
