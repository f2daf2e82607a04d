package com.trackingmcp.internal.detect;

import com.trackingmcp.spi.NumberMatch;
import java.util.Objects;

/**
 * Immutable: another carrier that a tracking number may be of.
 *
 * @param carrier short stable id of the carrier, such as {@code "usps"} or {@code "post-fr"}
 * @param match how sure, and why; never a {@linkplain NumberMatch#none() non-match}
 */
public record LookAlike(String carrier, NumberMatch match) {

    /**
     * Checks that there is a match to report.
     *
     * @param carrier short stable id of the carrier
     * @param match how sure, and why
     * @throws IllegalArgumentException if there is none
     */
    public LookAlike {
        Objects.requireNonNull(carrier, "carrier");
        if (!match.matches()) {
            throw new IllegalArgumentException("a look-alike needs a match: " + carrier);
        }
    }
}
