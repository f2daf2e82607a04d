package com.trackingmcp.spi;

import com.trackingmcp.model.Confidence;
import java.util.Objects;

/**
 * Immutable and safe to share: what one carrier thinks of one tracking number.
 *
 * <p>Made by {@link #none()}, {@link #possible} or {@link #certain}.
 *
 * @param confidence how sure the carrier is
 * @param family short stable id of the number family, such as {@code "fedex-express"}; empty when there is no match
 * @param reason one plain English clause for people, such as {@code "12 digits, FedEx check digit holds"}; its wording
 *     may change; empty when there is no match
 */
public record NumberMatch(Confidence confidence, String family, String reason) {

    private static final NumberMatch NO_MATCH = new NumberMatch(Confidence.NONE, "", "");

    /**
     * Checks that a match names its family and its reason, and that no match names neither.
     *
     * @param confidence how sure the carrier is
     * @param family short stable id of the number family, or empty
     * @param reason one plain English clause, or empty
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code family} and {@code reason} do not fit {@code confidence}
     */
    public NumberMatch {
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(reason, "reason");
        boolean match = confidence != Confidence.NONE;
        if (family.isBlank() == match || reason.isBlank() == match) {
            throw new IllegalArgumentException(
                    match
                            ? "a match needs a family and a reason, got '" + family + "' and '" + reason + "'"
                            : "no match has neither family nor reason, got '" + family + "' and '" + reason + "'");
        }
    }

    /**
     * The answer of a carrier that does not know the number; always the same instance.
     *
     * @return a match of confidence {@link Confidence#NONE}
     */
    public static NumberMatch none() {
        return NO_MATCH;
    }

    /**
     * The shape fits, but proves nothing.
     *
     * @param family short stable id of the number family
     * @param reason one plain English clause
     * @return a match of confidence {@link Confidence#POSSIBLE}
     */
    public static NumberMatch possible(String family, String reason) {
        return new NumberMatch(Confidence.POSSIBLE, family, reason);
    }

    /**
     * A check digit holds and the shape is the carrier's alone.
     *
     * @param family short stable id of the number family
     * @param reason one plain English clause
     * @return a match of confidence {@link Confidence#CERTAIN}
     */
    public static NumberMatch certain(String family, String reason) {
        return new NumberMatch(Confidence.CERTAIN, family, reason);
    }

    /**
     * Whether the carrier should be considered at all.
     *
     * @return true unless the confidence is {@link Confidence#NONE}
     */
    public boolean matches() {
        return confidence != Confidence.NONE;
    }
}
