package com.trackingmcp.http;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what carriers write where a text, a number or a country is expected. Stateless; never throws. */
public final class WireText {
    private static final int LONGEST_NUMBER = 40;
    private static final int SHORT_NUMBER = 9;
    private static final Set<String> ISO2 = Set.of(Locale.getISOCountries());

    private WireText() {}

    /** The text without blanks at its ends; empty for null, blank and the word {@code null}. */
    public static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(stripped(value));
    }

    /** As {@link #text}, null for nothing. */
    static @Nullable String stripped(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String stripped = value.strip();
        return stripped.isEmpty() || stripped.equals("null") ? null : stripped;
    }

    /** The first of these that is not blank. */
    public static Optional<String> first(@Nullable String... values) {
        for (String value : values) {
            String text = stripped(value);
            if (text != null) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** A decimal number of at most 40 digits before or after its point; empty for anything else. */
    public static Optional<BigDecimal> decimal(@Nullable String value) {
        String text = stripped(value);
        if (text == null || text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) <= LONGEST_NUMBER ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A whole number that fits an int; empty for anything else. */
    public static Optional<Integer> integer(@Nullable String value) {
        String text = stripped(value);
        if (text == null || text.length() <= SHORT_NUMBER && isDigits(text)) {
            return text == null ? Optional.empty() : Optional.of(Integer.valueOf(text));
        }
        try {
            return decimal(text).map(BigDecimal::intValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** A country as ISO 3166-1 alpha-2: from alpha-2 or alpha-3 in any case, and {@code UK}; empty for anything else. */
    public static Optional<String> country(@Nullable String value) {
        String text = stripped(value);
        if (text == null) {
            return Optional.empty();
        }
        // makes no new text where it is upper case already
        String code = text.toUpperCase(Locale.ROOT);
        if (ISO2.contains(code)) {
            return Optional.of(code);
        }
        return code.equals("UK") ? Optional.of("GB") : Optional.ofNullable(Iso3.TO_ISO2.get(code));
    }

    /** Made on first use: most carriers send alpha-2. */
    private static final class Iso3 {
        static final Map<String, String> TO_ISO2 = Stream.of(Locale.getISOCountries())
                .filter(Iso3::isKnown)
                .collect(Collectors.toUnmodifiableMap(Iso3::of, code -> code, (first, second) -> first));

        private static boolean isKnown(String iso2) {
            try {
                return !of(iso2).isEmpty();
            } catch (MissingResourceException e) {
                return false;
            }
        }

        private static String of(String iso2) {
            return new Locale("", iso2).getISO3Country();
        }
    }
}
