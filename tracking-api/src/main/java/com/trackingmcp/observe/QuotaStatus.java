package com.trackingmcp.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is left of the requests that one API of a connection may be sent. Immutable.
 *
 * @param connection the connection's id, such as {@code fedex}
 * @param api the API, such as {@code track}
 * @param windows each limit that holds at the same time; empty where none is set
 * @param pausedUntil until when nothing is sent because the carrier asked for it; empty where nothing is held back now
 */
public record QuotaStatus(String connection, String api, List<Window> windows, Optional<Instant> pausedUntil) {
    public QuotaStatus {
        windows = List.copyOf(windows);
    }

    /**
     * One limit.
     *
     * @param limit how many requests are allowed in the period
     * @param period the period
     * @param remaining how many could be sent at once now; negative where later ones are already promised
     */
    public record Window(long limit, Duration period, long remaining) {}
}
