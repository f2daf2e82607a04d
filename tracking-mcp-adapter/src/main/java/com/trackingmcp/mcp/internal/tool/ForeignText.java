package com.trackingmcp.mcp.internal.tool;

import java.util.regex.Pattern;

/**
 * Text that carriers and their customers wrote, made fit to stand in an answer: in one line, without characters that
 * show nothing or turn the direction of what follows, and not endless. What it says is passed on as it is. Stateless.
 */
public final class ForeignText {
    private static final int LONGEST = 500;
    /** Controls, line and paragraph separators, and what only changes how other characters look. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private ForeignText() {}

    /** The text in one line, of 500 characters at most. */
    public static String of(String text) {
        String line = INVISIBLE.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
