package com.trackingmcp.observe;

/**
 * What one lane is doing: the numbers that may travel to a carrier together, and those on their way. Immutable.
 *
 * @param connection the connection's id
 * @param lane the lane, such as {@code express}
 * @param waiting how many numbers wait for their turn
 * @param inFlight how many batches are on their way
 * @param limit how many batches may be on their way now: it follows what the carrier bears
 */
public record LaneStatus(String connection, String lane, int waiting, int inFlight, int limit) {}
