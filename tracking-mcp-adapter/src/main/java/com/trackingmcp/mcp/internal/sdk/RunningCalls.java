package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
        Call call = new Call(key);
        calls.put(key, call);
        call.start();
        return call;
    }

    /**
     * Takes note of a call that a thread will begin later.
     *
     * @return empty where one with that id goes on
     */
    Optional<Call> announce(String session, String request) {
        Key key = new Key(session, request);
        Call call = new Call(key);
        return calls.putIfAbsent(key, call) == null ? Optional.of(call) : Optional.empty();
    }

    /**
     * Ends a call, if there is one: its answer is about to be sent.
     *
     * @return false where it was cancelled, so that nobody waits for the answer
     */
    boolean endedInTime(String session, String request) {
        Call call = calls.get(new Key(session, request));
        return call == null || call.end();
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
        private @Nullable Thread thread;
        private boolean cancelled;
        private boolean ended;

        private Call(Key key) {
            this.key = key;
        }

        /**
         * Begins on this thread.
         *
         * @return false where it was cancelled before it began
         */
        synchronized boolean start() {
            thread = Thread.currentThread();
            return !cancelled;
        }

        private synchronized boolean cancel() {
            if (ended) {
                return false;
            }
            cancelled = true;
            if (thread != null) {
                thread.interrupt();
            }
            return true;
        }

        /** Whether it was cancelled: nobody waits for its answer. */
        public synchronized boolean isCancelled() {
            return cancelled;
        }

        /**
         * Ends it: from now on nobody interrupts the thread on its account.
         *
         * @return whether its answer is waited for
         */
        synchronized boolean end() {
            ended = true;
            calls.remove(key, this);
            return !cancelled;
        }

        /** Ends it, by the thread that began it, which is not left interrupted. */
        @Override
        public void close() {
            if (!end()) {
                Thread.interrupted();
            }
        }
    }
}
