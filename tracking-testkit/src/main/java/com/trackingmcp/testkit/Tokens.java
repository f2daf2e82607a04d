package com.trackingmcp.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The access tokens one wire has issued, and until when each is good. */
final class Tokens {

    private static final String BEARER = "Bearer ";

    private final String name;
    private final Clock clock;
    private final Duration life;
    private final AtomicInteger issued = new AtomicInteger();
    private final Map<String, Instant> goodUntil = new ConcurrentHashMap<>();

    Tokens(String name, Clock clock, Duration life) {
        this.name = name;
        this.clock = clock;
        this.life = life;
    }

    String issue() {
        String token = "test-token-" + name + "-" + issued.incrementAndGet();
        goodUntil.put(token, clock.instant().plus(life));
        return token;
    }

    Duration life() {
        return life;
    }

    Instant now() {
        return clock.instant();
    }

    boolean accepts(SandboxRequest request) {
        String header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return false;
        }
        Instant until = goodUntil.get(header.substring(BEARER.length()).trim());
        return until != null && clock.instant().isBefore(until);
    }

    void expireAll() {
        goodUntil.clear();
    }
}
