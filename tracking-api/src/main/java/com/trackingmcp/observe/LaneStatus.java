package com.trackingmcp.observe;

/**
 * How busy one queue of a connection is. Immutable. Numbers wait in it, and travel in batches of as many as the carrier
 * takes in one request.
 *
 * @param connection the connection's id, such as {@code fedex}
 * @param lane the queue's name, such as {@code track}
 * @param waiting how many numbers wait for their turn
 * @param inFlight how many batches are under way
 * @param limit how many batches may be under way at once
 */
public record LaneStatus(String connection, String lane, int waiting, int inFlight, int limit) {}
