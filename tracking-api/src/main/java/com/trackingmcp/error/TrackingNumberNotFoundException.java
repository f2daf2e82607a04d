package com.trackingmcp.error;

import org.jspecify.annotations.Nullable;

/** The carrier does not know the tracking number (yet, or any more). Immutable. */
public final class TrackingNumberNotFoundException extends CarrierException {
    private static final long serialVersionUID = 1L;

    public TrackingNumberNotFoundException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
