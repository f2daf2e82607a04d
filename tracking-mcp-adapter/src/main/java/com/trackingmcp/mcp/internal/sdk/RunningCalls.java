package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls that go on, so that one of them can be cancelled: its thread is interrupted, and no call that comes after it
 * on the same thread. Safe for use by many threads.
 */
public final class RunningCalls {
    private final Map<Key, Call> calls = new ConcurrentHashMap<>();

    private record Key(String session, String request) {}

    /**
     * A request's id as calls are told apart by it: its JSON, so that 1 and "1" are two.
     *
     * @param id a text or a number
     */
    public static String request(JsonNode id) {
        return id.toString();
    }

    /**
     * Begins a call on this thread.
     *
     * @param session whose ids they are; another session's are others
     * @param request as {@link #request} makes it
     * @return to be closed by the same thread once the call has ended
     */
    public Call begin(String session, String request) {
        Key key = new Key(session, request);
        Call call = new Call(key, Thread.currentThread());
        calls.put(key, call);
        return call;
    }

    /**
     * Cancels a call.
     *
     * @return whether there was one
     */
    public boolean cancel(String session, String request) {
        Call call = calls.get(new Key(session, request));
        return call != null && call.cancel();
    }

    /** Cancels all calls of a session that has ended. */
    public void cancelAll(String session) {
        calls.forEach((key, call) -> {
            if (key.session().equals(session)) {
                call.cancel();
            }
        });
    }

    /** How many go on. */
    public int count() {
        return calls.size();
    }

    /** A call that goes on. */
    public final class Call implements AutoCloseable {
        private final Key key;
        private final Thread thread;
        private boolean cancelled;
        private boolean ended;

        private Call(Key key, Thread thread) {
            this.key = key;
            this.thread = thread;
        }

        private synchronized boolean cancel() {
            if (ended) {
                return false;
            }
            cancelled = true;
            thread.interrupt();
            return true;
        }

        /** Whether it was cancelled: nobody waits for its answer. */
        public synchronized boolean isCancelled() {
            return cancelled;
        }

        /** Ends it: from now on nobody interrupts the thread on its account. */
        @Override
        public synchronized void close() {
            ended = true;
            calls.remove(key, this);
            if (cancelled) {
                Thread.interrupted();
            }
        }
    }
}
