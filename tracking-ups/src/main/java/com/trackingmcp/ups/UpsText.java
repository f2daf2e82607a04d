package com.trackingmcp.ups;

import com.trackingmcp.http.WireText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads texts as UPS sends them: padded with blanks, or with escaped line ends in front. Stateless; never throws. */
final class UpsText {
    private UpsText() {}

    /** The text without escaped line ends and without blanks around it; empty where nothing is left. */
    static Optional<String> clean(@Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        // none of these makes a new text where there is nothing to clean
        String text = value.indexOf("&#") < 0 ? value : value.replaceAll("(?i)&#(x0*[ad]|0*1[03]);", " ");
        return WireText.text(text.replace('\u00a0', ' '));
    }

    /** Digits filled up with zeros in front to a width, for UPS loses them now and then; other texts as they are. */
    static String padded(String text, int width) {
        return text.length() < width && isDigits(text) ? "0".repeat(width - text.length()) + text : text;
    }

    /** Whether there are ASCII digits alone; true of no character at all. */
    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether a text, once clean, is a word. */
    static boolean is(@Nullable String value, String word) {
        return value != null
                && (value.equals(word) || clean(value).filter(word::equals).isPresent());
    }
}
