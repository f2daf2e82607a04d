package com.trackingmcp.error;

import org.jspecify.annotations.Nullable;

/** Settings, credentials or class path do not allow a client to be built or a carrier to be asked. Immutable. */
public final class ConfigurationException extends CarrierException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
