package com.trackingmcp.error;

import org.jspecify.annotations.Nullable;

/** The carrier refused the credentials or the permission. Immutable. */
public final class AuthenticationException extends CarrierException {
    private static final long serialVersionUID = 1L;

    public AuthenticationException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
