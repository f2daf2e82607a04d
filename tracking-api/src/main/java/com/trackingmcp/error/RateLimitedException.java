package com.trackingmcp.error;

import org.jspecify.annotations.Nullable;

/** The carrier asks to slow down; {@link #retryAfter()} says for how long where it said so. Immutable. */
public final class RateLimitedException extends CarrierException {
    private static final long serialVersionUID = 1L;

    public RateLimitedException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
