package com.trackingmcp.http;

import com.trackingmcp.observe.QuotaStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where it is counted how many requests were sent, so that several clients, or several machines, can share one quota.
 * Must be safe for use by many threads; lives at least as long as the clients it was given to.
 *
 * <p>The storage that comes with this library counts in memory: {@link #inMemory()}. One that many machines share, such
 * as in Redis, keeps one state under the key of connection and API; each method of {@link Budget} is then one script
 * that reads the server's time and this state, and one round trip. Machines that share a storage must name their
 * connections alike, and connections with credentials of different accounts differently.
 *
 * <p>A storage that fails, or takes more than two seconds to answer, stops no call: a carrier that is asked too often says
 * so and is given a pause, while a call that fails because a counter is down is lost. So each client then counts by itself
 * and in memory, with a whole quota at first, and looks every ten seconds whether the storage answers again; the log tells
 * of both, at {@code WARN} and {@code INFO}. A storage that would rather let nothing out refuses instead of failing.
 */
public interface QuotaStorage {
    /**
     * The budget of one API of one connection. The same three give the same budget, or one that counts together with
     * it; one with another quota is counted by itself.
     *
     * @param connection the connection's id, such as {@code fedex}
     * @param api the API, such as {@code track}
     */
    Budget budget(String connection, String api, Quota quota);

    /**
     * Counts in this process's memory. A new storage starts with the whole quota, the day's included: what an earlier
     * process has used is not known, and not guessed at.
     */
    static QuotaStorage inMemory() {
        return inMemory(Clock.systemUTC());
    }

    /** Counts in this process's memory, by this clock. */
    static QuotaStorage inMemory(Clock clock) {
        return new InMemoryQuotas(clock);
    }

    /**
     * What may still be sent. Safe for use by many threads. No method throws or blocks; a future fails where the storage
     * does.
     */
    interface Budget {
        /**
         * Takes one, in one atomic step: now; or, where that takes no longer than the longest wait, a later one that is
         * kept for the caller; or none.
         *
         * @param longestWait how long the caller would wait; negative is the same as nothing
         */
        CompletableFuture<Permit> take(Duration longestWait);

        /**
         * How long it would take until so many more could have been taken, each as soon as it is there. Takes none.
         *
         * @param permits how many, at least one
         * @param idle for how long none will be taken at first; the answer is never shorter
         * @return never granted
         */
        CompletableFuture<Permit> estimate(long permits, Duration idle);

        /**
         * Uses one that was kept for later, at its time or after it: it counts from now on, and what had no room beside
         * it is not saved up.
         */
        void redeem();

        /**
         * Gives back one that was taken and not used. One that was kept for later is given back when its time has come,
         * not before: those that were taken after it keep their times.
         */
        void giveBack();

        /** Each window of the quota, in its order, with what is left. */
        CompletableFuture<List<QuotaStatus.Window>> remaining();
    }

    /**
     * The answer of a budget. Immutable.
     *
     * @param granted whether one was taken
     * @param delay from when on it may be used, counted from now; where none was taken: when one could be
     * @param limit which window makes it wait; empty where none does
     */
    record Permit(boolean granted, Duration delay, Optional<Quota.Window> limit) {
        private static final Permit NOW = new Permit(true, Duration.ZERO, Optional.empty());

        /** One to use at once. */
        public static Permit now() {
            return NOW;
        }

        /** One to use later. */
        public static Permit later(Duration delay) {
            return new Permit(true, delay, Optional.empty());
        }

        /** None. */
        public static Permit refused(Duration delay, Optional<Quota.Window> limit) {
            return new Permit(false, delay, limit);
        }

        /** Whether one was taken that may be used at once. */
        public boolean isNow() {
            return granted && delay.isZero();
        }
    }
}
