package com.trackingmcp.error;

import org.jspecify.annotations.Nullable;

/**
 * A request that buys or books may have been carried out, but its answer was lost: check before trying again. Immutable.
 *
 * <p>{@link #reference()} is what to look for: {@code client.shipments().recover(...)} does, where the carrier can.
 */
public final class OutcomeUnknownException extends CarrierException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
