package com.trackingmcp.observe;

import com.trackingmcp.error.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one connection is doing, told from what was asked of it anyway: no carrier is asked for this. Immutable.
 *
 * @param carrier the carrier's id
 * @param connection the connection's id
 * @param lastSuccess when the carrier last answered with a 2xx status
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
