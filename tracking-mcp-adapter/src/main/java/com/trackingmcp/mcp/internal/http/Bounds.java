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
 * @param calls how many requests may be worked on at once: fewer than there are threads, so that answers of persons and
 *     cancellations always find one
 * @param callsEach how many of them may be one caller's, where callers are told apart
 * @param streams how many streams for events one caller may leave open
 * @param ping how often somebody who listens to a stream for events is asked whether they are still there
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
        int calls,
        int callsEach,
        int streams,
        Duration ping,
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
            64,
            200,
            Duration.ofMinutes(1),
            20,
            Duration.ofSeconds(5));

    Bounds withRequest(Duration value) {
        return new Bounds(
                body,
                header,
                value,
                sessions,
                sessionsEach,
                sessionIdle,
                calls,
                callsEach,
                streams,
                ping,
                failures,
                stop);
    }

    Bounds withSessions(int all, int each) {
        return new Bounds(
                body, header, request, all, each, sessionIdle, calls, callsEach, streams, ping, failures, stop);
    }

    Bounds withCalls(int all, int each, int open) {
        return new Bounds(
                body, header, request, sessions, sessionsEach, sessionIdle, all, each, open, ping, failures, stop);
    }

    Bounds withPing(Duration value) {
        return new Bounds(
                body,
                header,
                request,
                sessions,
                sessionsEach,
                sessionIdle,
                calls,
                callsEach,
                streams,
                value,
                failures,
                stop);
    }

    Bounds withFailures(int value) {
        return new Bounds(
                body,
                header,
                request,
                sessions,
                sessionsEach,
                sessionIdle,
                calls,
                callsEach,
                streams,
                ping,
                value,
                stop);
    }
}
