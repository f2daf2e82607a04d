package com.trackingmcp.error;

import org.jspecify.annotations.Nullable;

/**
 * The carrier asks to slow down, or this client's own quota is used up before the carrier has to: then there is no
 * {@link #httpStatus()}, and the message names the quota. {@link #retryAfter()} says for how long, where that is known.
 * Immutable.
 */
public final class RateLimitedException extends CarrierException {
    private static final long serialVersionUID = 1L;

    public RateLimitedException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
