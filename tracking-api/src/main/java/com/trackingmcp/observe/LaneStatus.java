package com.trackingmcp.observe;

/**
 * How busy one queue of a connection is. Immutable.
 *
 * @param connection the connection's id, such as {@code fedex}
 * @param lane the queue's name, such as {@code track}
 * @param waiting how many requests wait for their turn
 * @param inFlight how many are under way
 * @param limit how many may be under way at once
 */
public record LaneStatus(String connection, String lane, int waiting, int inFlight, int limit) {}
