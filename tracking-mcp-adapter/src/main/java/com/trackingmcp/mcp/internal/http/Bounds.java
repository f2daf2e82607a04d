package com.trackingmcp.mcp.internal.http;

import java.time.Duration;

/**
 * How much, and for how long. Immutable.
 *
 * @param body the most bytes of a request's body
 * @param header the most bytes of a request's header
 * @param request how long a whole request may take to arrive, and how long a connection may wait for the next one
 * @param sessions how many sessions there may be
 * @param sessionsEach how many of them one caller may have, where callers are told apart
 * @param sessionIdle how long a session that nobody uses is kept, at least; it ends after twice that
 * @param callsEach how many calls of one caller may go on at once
 * @param failures how many wrong tokens an address may send in a minute
 * @param stop how long calls that go on may take to end when the server stops
 */
record Bounds(
        int body,
        int header,
        Duration request,
        int sessions,
        int sessionsEach,
        Duration sessionIdle,
        int callsEach,
        int failures,
        Duration stop) {
    static final Bounds DEFAULT = new Bounds(
            1 << 20,
            16_384,
            Duration.ofSeconds(30),
            10_000,
            100,
            Duration.ofMinutes(15),
            150,
            20,
            Duration.ofSeconds(5));

    Bounds withRequest(Duration value) {
        return new Bounds(body, header, value, sessions, sessionsEach, sessionIdle, callsEach, failures, stop);
    }

    Bounds withSessions(int all, int each, Duration idle) {
        return new Bounds(body, header, request, all, each, idle, callsEach, failures, stop);
    }

    Bounds withFailures(int value) {
        return new Bounds(body, header, request, sessions, sessionsEach, sessionIdle, callsEach, value, stop);
    }
}
