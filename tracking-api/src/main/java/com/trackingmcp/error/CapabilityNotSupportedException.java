package com.trackingmcp.error;

import org.jspecify.annotations.Nullable;

/** The carrier does not offer what was asked; the message names those that do. Immutable. */
public final class CapabilityNotSupportedException extends CarrierException {
    private static final long serialVersionUID = 1L;

    public CapabilityNotSupportedException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
