package com.trackingmcp.observe;

import com.trackingmcp.error.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one connection is doing, told from what was asked of it anyway: no carrier is asked for this. Immutable.
 *
 * <p>What counts as a success is that the carrier answered sensibly ({@link CallEvent#isAnswered()}): a number that it
 * does not know or a request that it refuses shows that it is there and does its work. A failure is every other attempt
 * ({@link CallEvent#isConnectionFailure()}), that for a token included: no answer, a failure of the carrier's own,
 * credentials or access refused, too many requests. What was given up before it was sent, for the quota or the deadline,
 * is neither; {@link #quotas()} tells of it. A failure that was followed by a success is over: many pass with the next
 * attempt, and a token that the carrier no longer takes is renewed at once.
 *
 * @param carrier the carrier's id
 * @param connection the connection's id
 * @param lastSuccess when the carrier last answered sensibly; empty where it was not asked yet, or never did
 * @param lastFailure when an attempt last failed
 * @param lastError what was wrong then
 * @param tokenValidUntil when the token ends that is in use; empty where there is none (yet), or the carrier knows none
 * @param quotas what is left of the connection's quotas
 */
public record ConnectionHealth(
        String carrier,
        String connection,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        Optional<ErrorCode> lastError,
        Optional<Instant> tokenValidUntil,
        List<QuotaStatus> quotas) {
    public ConnectionHealth {
        quotas = List.copyOf(quotas);
    }
}
