package com.trackingmcp.spi;

/**
 * Numbers of one lane may travel together. Immutable.
 *
 * @param name the lane, unique in its connection: the name of the API it leads to, such as {@code express}, and where
 *     several lead to one, a dash and more, such as {@code express-piece}
 * @param maxNumbers the most numbers the carrier takes at once in it
 */
public record BatchLane(String name, int maxNumbers) {
    public BatchLane {
        if (maxNumbers < 1) {
            throw new IllegalArgumentException("A lane takes at least one number, not " + maxNumbers);
        }
    }
}
