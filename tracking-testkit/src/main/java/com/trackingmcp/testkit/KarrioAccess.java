package com.trackingmcp.testkit;

import java.util.Locale;
import java.util.Optional;

/** Who is let in: with an API key, as a token or as a user name, or with a JSON web token. Safe for use by many threads. */
final class KarrioAccess {
    private static final String BEARER = "bearer ";
    private static final String TOKEN = "token ";

    private final KarrioTokens tokens;

    KarrioAccess(KarrioTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Whether the caller works in test mode: the key says so, or the header that goes with a web token. Empty for a caller
     * without credentials.
     */
    Optional<Boolean> testMode(SandboxRequest request) {
        String header = request.header("Authorization").orElse("").trim();
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith(TOKEN)) {
            return key(header.substring(TOKEN.length()).trim());
        }
        if (lower.startsWith("basic ")) {
            if (request.hasBasic(SandboxSettings.KARRIO_KEY, "")) {
                return Optional.of(true);
            }
            throw refused();
        }
        if (lower.startsWith(BEARER)) {
            if (!tokens.accepts(header.substring(BEARER.length()).trim())) {
                throw refused();
            }
            return Optional.of(request.header("x-test-mode").orElse("").equalsIgnoreCase("true"));
        }
        return Optional.empty();
    }

    private static Optional<Boolean> key(String key) {
        if (key.equals(SandboxSettings.KARRIO_KEY)) {
            return Optional.of(true);
        }
        throw refused();
    }

    static KarrioRefusal refused() {
        return KarrioRefusal.error(401, "invalid_token", "Given token not valid for any token type", "error");
    }

    static KarrioRefusal missing() {
        return KarrioRefusal.error(401, "not_authenticated", "Authentication credentials were not provided.", "error");
    }
}
