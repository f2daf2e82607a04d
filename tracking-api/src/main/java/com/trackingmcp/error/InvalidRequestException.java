package com.trackingmcp.error;

import org.jspecify.annotations.Nullable;

/** What was asked cannot be asked; {@link #fields()} names every missing or wrong field. Immutable. */
public final class InvalidRequestException extends CarrierException {
    private static final long serialVersionUID = 1L;

    public InvalidRequestException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
