package com.trackingmcp.mcp.internal.auth;

/** A genuine token that gives none of the roles. */
public final class ScopeMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScopeMissingException() {
        super("The token has none of the scopes " + String.join(", ", Scopes.all()));
    }
}
