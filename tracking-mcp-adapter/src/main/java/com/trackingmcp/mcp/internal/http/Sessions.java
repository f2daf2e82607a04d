package com.trackingmcp.mcp.internal.http;

import com.trackingmcp.mcp.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose session is whose, which the SDK does not ask; and how many there are. A session that nobody uses is forgotten at
 * the latest when the SDK has forgotten it too. Safe for use by many threads.
 */
final class Sessions {
    private final int most;
    private final int mostEach;
    private final Duration idle;
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, Integer> each = new HashMap<>();

    /**
     * No sessions yet.
     *
     * @param mostEach of one caller
     * @param idle how long one is kept that nobody uses
     */
    Sessions(int most, int mostEach, Duration idle) {
        this.most = most;
        this.mostEach = mostEach;
        this.idle = idle;
    }

    private static final class Session {
        private final String subject;
        private int requests;
        private long leftAt;

        Session(String subject, long now) {
            this.subject = subject;
            this.leftAt = now;
        }
    }

    /** Room for one more session, kept until it is closed, or for good where a session has begun in it. */
    final class Room implements AutoCloseable {
        private final String subject;
        private boolean taken;

        private Room(String subject) {
            this.subject = subject;
        }

        /** A session has begun. */
        void begin(String id) {
            synchronized (Sessions.this) {
                taken = true;
                sessions.put(id, new Session(subject, System.nanoTime()));
            }
        }

        @Override
        public void close() {
            synchronized (Sessions.this) {
                if (!taken) {
                    leave(subject);
                }
            }
        }
    }

    /** Room for one more session of a caller, where there is any. */
    synchronized Optional<Room> room(Caller caller) {
        int all = each.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= most || each.getOrDefault(caller.subject(), 0) >= mostEach) {
            return Optional.empty();
        }
        each.merge(caller.subject(), 1, Integer::sum);
        return Optional.of(new Room(caller.subject()));
    }

    private void leave(String subject) {
        each.computeIfPresent(subject, (name, count) -> count == 1 ? null : count - 1);
    }

    /**
     * A request of a session begins.
     *
     * @return whether there is such a session, of this caller; then it is to be {@linkplain #left left} again
     */
    synchronized boolean entered(String id, Caller caller) {
        Session session = sessions.get(id);
        if (session == null || !session.subject.equals(caller.subject())) {
            return false;
        }
        session.requests++;
        return true;
    }

    /** A request of a session has ended. */
    synchronized void left(String id) {
        Session session = sessions.get(id);
        if (session != null) {
            session.requests--;
            session.leftAt = System.nanoTime();
        }
    }

    /** A session has ended. */
    synchronized void ended(String id) {
        Session session = sessions.remove(id);
        if (session != null) {
            leave(session.subject);
        }
    }

    /** Forgets those that nobody uses. */
    synchronized void sweep() {
        long now = System.nanoTime();
        sessions.values().removeIf(session -> {
            boolean over = session.requests == 0 && now - session.leftAt > idle.toNanos();
            if (over) {
                leave(session.subject);
            }
            return over;
        });
    }

    /** How many there are. */
    synchronized int count() {
        return sessions.size();
    }
}
