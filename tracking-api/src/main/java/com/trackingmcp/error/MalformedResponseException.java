package com.trackingmcp.error;

import org.jspecify.annotations.Nullable;

/** The carrier answered with something that cannot be read. Immutable. */
public final class MalformedResponseException extends CarrierException {
    private static final long serialVersionUID = 1L;

    public MalformedResponseException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
