package com.trackingmcp.error;

import org.jspecify.annotations.Nullable;

/**
 * Texts of others as errors tell them: not at any length, and without a secret. Immutable.
 *
 * @param secret the text to mask
 */
record Told(String secret) {
    static final int LONGEST_ARGUMENT = 2_000;
    private static final int LONGEST = 500;
    private static final int SHORTEST_SECRET = 4;

    /** The text where it is short enough, else its beginning. */
    static String shortly(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    static @Nullable String shortly(@Nullable String text) {
        return text == null ? null : shortly(text, LONGEST);
    }

    /** A text without the secret; as it is where that is so short that it may be part of any word. */
    String in(String text) {
        return secret.length() < SHORTEST_SECRET ? text : text.replace(secret, "****");
    }

    @Nullable
    String inAny(@Nullable String text) {
        return text == null ? null : in(text);
    }

    @Override
    public String toString() {
        return "Told[****]";
    }
}
