package com.trackingmcp.observe;

import java.util.List;

/**
 * What a client tells of itself. Safe for use by many threads, answers at once and asks no carrier; goes on answering
 * when the client is closed. {@code TrackingClient} is one.
 */
public interface ClientStats {
    /** What the cache of results did; {@link CacheStats#NONE} where there is none. */
    CacheStats cacheStats();

    /** How each connection is doing, in the order in which they are asked. */
    List<ConnectionHealth> health();

    /** How busy each connection's queues are. */
    List<LaneStatus> lanes();
}
