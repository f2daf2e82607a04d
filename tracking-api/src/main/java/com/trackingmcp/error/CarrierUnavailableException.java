package com.trackingmcp.error;

import org.jspecify.annotations.Nullable;

/** The carrier could not be reached, failed, or did not answer in time. Immutable. */
public final class CarrierUnavailableException extends CarrierException {
    private static final long serialVersionUID = 1L;

    public CarrierUnavailableException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
