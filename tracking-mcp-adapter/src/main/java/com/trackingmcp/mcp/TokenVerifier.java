package com.trackingmcp.mcp;

import java.util.Optional;

/**
 * Tells who sent a bearer token. Safe for use by many threads. For a server of one's own with tokens of its own; static
 * keys and JSON Web Tokens are there already.
 */
@FunctionalInterface
public interface TokenVerifier {
    /**
     * Who sent it. May wait, though not for long: a request waits for it.
     *
     * @param bearerToken what stood behind {@code Bearer} in the request; anything at all
     * @return empty where the token is not genuine, has expired, or is not for this server: the request is answered 401
     * @throws RuntimeException where it cannot be told now: the request is answered 503
     */
    Optional<Caller> verify(String bearerToken);
}
