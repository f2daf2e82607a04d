package com.trackingmcp.mcp.internal.ucp;

/** An offer that the protocol has no way to say: it is left out, and the reason told. */
final class InexpressibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InexpressibleException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
