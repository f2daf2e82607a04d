package com.trackingmcp.mcp.internal.http;

import java.time.Duration;

/** Sessions, and what goes on in them. Safe for use by many threads. */
final class Traffic {
    private static final int READERS = 40;

    private final Sessions sessions;
    private final Underway bodies;
    private final Underway calls;
    private final Underway streams;
    private volatile boolean stopping;

    /**
     * Nothing goes on yet.
     *
     * @param named whether callers are told apart; where they are not, what each may have is what all may have
     */
    Traffic(Bounds bounds, boolean named) {
        this.sessions = new Sessions(
                bounds.sessions(),
                named ? bounds.sessionsEach() : bounds.sessions(),
                // when the SDK has forgotten it for certain
                bounds.sessionIdle().multipliedBy(2));
        this.bodies = new Underway(READERS, READERS);
        this.calls = new Underway(bounds.calls(), named ? bounds.callsEach() : bounds.calls());
        this.streams = new Underway(Integer.MAX_VALUE, named ? bounds.streams() : Integer.MAX_VALUE);
    }

    Sessions sessions() {
        return sessions;
    }

    /** Bodies that are being read. */
    Underway bodies() {
        return bodies;
    }

    /** Requests that are being worked on. */
    Underway calls() {
        return calls;
    }

    /** Streams for events that are open. */
    Underway streams() {
        return streams;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Lets nothing begin any more, and waits until the calls that go on have ended; for a bounded time. */
    void stop(Duration longest) {
        stopping = true;
        calls.await(longest);
    }
}
