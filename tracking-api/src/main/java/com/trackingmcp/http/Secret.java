package com.trackingmcp.http;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A password, key or token that never shows itself: {@code toString()} is {@code ****}. Safe for use by many threads;
 * does not change, but can be wiped.
 *
 * <p>{@link #wipe()} overwrites the value in memory. A client wipes what it made itself, such as its tokens, when it is
 * closed; what it was given belongs to whoever gave it, who may wipe it once no client uses it any more. Copies are out of
 * reach: the text that {@link #of(String)} was called with, what {@link #reveal()} gave away, and the header that the JDK's
 * HTTP client made of it. They go when the garbage collector takes them.
 */
public final class Secret {
    private final char[] value;
    private volatile boolean wiped;

    private Secret(char[] value) {
        this.value = value;
    }

    /** A secret out of a text, which itself cannot be wiped. */
    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value, "value").toCharArray());
    }

    /** A secret out of characters, which are copied: whoever read them wipes them. */
    public static Secret of(char[] value) {
        return new Secret(value.clone());
    }

    /** A copy to wipe on its own. */
    Secret copy() {
        return of(reveal());
    }

    /**
     * The value itself: for the wire, never for a log or a message.
     *
     * @throws IllegalStateException where it was wiped
     */
    public String reveal() {
        String text = new String(value);
        // looked at last: a value that is being wiped meanwhile would be half of one
        if (wiped) {
            throw new IllegalStateException("The secret was wiped");
        }
        return text;
    }

    /** Overwrites the value: it cannot be revealed any more. */
    public void wipe() {
        wiped = true;
        Arrays.fill(value, '\0');
    }

    /** Whether {@link #wipe()} was called. */
    public boolean isWiped() {
        return wiped;
    }

    /** Whether it is the same value, compared in constant time; one that was wiped equals nothing but itself. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Secret that)) {
            return false;
        }
        byte[] mine = bytes(value);
        byte[] theirs = bytes(that.value);
        boolean same = MessageDigest.isEqual(mine, theirs);
        Arrays.fill(mine, (byte) 0);
        Arrays.fill(theirs, (byte) 0);
        return same && !wiped && !that.wiped;
    }

    private static byte[] bytes(char[] text) {
        byte[] bytes = new byte[text.length * 2];
        for (int i = 0; i < text.length; i++) {
            bytes[2 * i] = (byte) (text[i] >> 8);
            bytes[2 * i + 1] = (byte) text[i];
        }
        return bytes;
    }

    /** The same for all secrets of one length: it tells nothing of the value, and stays when that is wiped. */
    @Override
    public int hashCode() {
        return value.length;
    }

    @Override
    public String toString() {
        return "****";
    }
}
