package com.trackingmcp.mcp.internal.http;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TokenVerifier;
import com.trackingmcp.mcp.internal.auth.CallerLimits;
import com.trackingmcp.mcp.internal.auth.ScopeMissingException;
import com.trackingmcp.mcp.internal.auth.Scopes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets callers in: tells who sent a request, and answers it where nobody may have. Safe for use by many threads. */
final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String SCHEME = "Bearer ";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<TokenVerifier> verifiers;
    private final Optional<String> metadata;
    private final CallerLimits requests;
    private final CallerLimits failures;

    /**
     * A gate.
     *
     * @param verifiers asked one after the other; where there is none, everybody is let in
     * @param metadata where OAuth clients read on, where they can
     */
    Gate(List<TokenVerifier> verifiers, Optional<String> metadata, CallerLimits requests, CallerLimits failures) {
        this.verifiers = List.copyOf(verifiers);
        this.metadata = metadata;
        this.requests = requests;
        this.failures = failures;
    }

    boolean isOpen() {
        return verifiers.isEmpty();
    }

    /** Whether the request says at all who sent it. */
    static boolean isSigned(HttpServletRequest request) {
        return request.getHeader("Authorization") != null;
    }

    /** Who sent it; empty where the answer is given already. */
    Optional<Caller> enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Caller> caller = isOpen() ? Optional.of(Caller.LOCAL) : verified(request, response);
        if (caller.isEmpty()) {
            return caller;
        }
        Optional<Duration> wait = requests.count(caller.get().subject());
        if (wait.isPresent()) {
            Refusal.of(429, "Too many requests; wait as Retry-After says").send(response, wait.get());
            return Optional.empty();
        }
        return caller;
    }

    /** Who sent it, where they have the role; empty where the answer is given already. */
    Optional<Caller> enter(HttpServletRequest request, HttpServletResponse response, Role role) throws IOException {
        Optional<Caller> caller = enter(request, response);
        if (caller.isPresent() && !caller.get().role().includes(role)) {
            forbid(response, role);
            return Optional.empty();
        }
        return caller;
    }

    private Optional<Caller> verified(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            refuse(request, response, null);
            return Optional.empty();
        }
        String token = header.substring(SCHEME.length()).strip();
        try {
            for (TokenVerifier verifier : verifiers) {
                Optional<Caller> caller = verifier.verify(token);
                if (caller.isPresent()) {
                    return caller;
                }
            }
            refuse(request, response, "invalid_token");
        } catch (ScopeMissingException e) {
            forbid(response, Role.TRACK);
        } catch (RuntimeException e) {
            LOG.warn("A token cannot be verified now", e);
            Refusal.of(503, "Tokens cannot be verified now").send(response, SOON);
        }
        return Optional.empty();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, @Nullable String error)
            throws IOException {
        // who sends a genuine token is let in whatever others send from the same address
        Optional<Duration> wait = failures.count(request.getRemoteAddr());
        if (wait.isPresent()) {
            Refusal.of(429, "Too many requests without a genuine token").send(response, wait.get());
            return;
        }
        challenge(response, Role.TRACK, error);
        Refusal.of(
                        401,
                        error == null
                                ? "A bearer token is needed"
                                : "The token is not genuine, has expired, or is" + " for another server")
                .send(response);
    }

    private void forbid(HttpServletResponse response, Role role) throws IOException {
        challenge(response, role, "insufficient_scope");
        Refusal.of(403, "The caller may not do this").send(response);
    }

    private void challenge(HttpServletResponse response, Role role, @Nullable String error) {
        StringBuilder challenge = new StringBuilder("Bearer realm=\"trackingmcp\"");
        if (error != null) {
            challenge.append(", error=\"").append(error).append('"');
        }
        metadata.ifPresent(url -> challenge
                .append(", resource_metadata=\"")
                .append(url)
                .append("\", scope=\"")
                .append(Scopes.of(role))
                .append('"'));
        response.setHeader("WWW-Authenticate", challenge.toString());
    }
}
