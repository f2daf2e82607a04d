package com.trackingmcp.observe;

/**
 * What the cache of results did since the client was made. Immutable.
 *
 * @param hits answers it gave while they were fresh
 * @param staleHits answers it gave past their time, because the settings allow it
 * @param misses questions it had no answer to
 * @param evictions answers dropped because there was no room for them; those that merely grew old are not counted
 * @param entries how many answers it holds, by estimate
 * @param bytes how much memory they take, by estimate
 */
public record CacheStats(long hits, long staleHits, long misses, long evictions, long entries, long bytes) {
    /** What a client without a cache says. */
    public static final CacheStats NONE = new CacheStats(0, 0, 0, 0, 0, 0);
}
