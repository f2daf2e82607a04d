package com.trackingmcp.mcp.internal.auth;

import java.net.URI;
import java.util.List;

/** Addresses where what is read is what was written there. Stateless. */
public final class SafeAddress {
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");

    private SafeAddress() {}

    /** Whether it is of HTTPS, or on this machine. */
    public static boolean is(URI address) {
        String host = address.getHost();
        return "https".equals(address.getScheme()) && host != null
                || "http".equals(address.getScheme()) && host != null && LOCAL.contains(host);
    }
}
