package com.trackingmcp.spi;

/**
 * Numbers of one lane may travel together. Immutable.
 *
 * @param name the lane, unique in its connection, such as {@code express}
 * @param maxNumbers the most numbers the carrier takes at once in it
 */
public record BatchLane(String name, int maxNumbers) {
    public BatchLane {
        if (maxNumbers < 1) {
            throw new IllegalArgumentException("A lane takes at least one number, not " + maxNumbers);
        }
    }
}
