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
    private static final Set<String> ISO2 = Set.of(Locale.getISOCountries());
    private static final Map<String, String> ISO3_TO_ISO2 = Stream.of(Locale.getISOCountries())
            .filter(WireText::hasIso3)
            .collect(Collectors.toUnmodifiableMap(WireText::iso3, code -> code, (first, second) -> first));

    private WireText() {}

    /** The text without blanks at its ends; empty for null, blank and the word {@code null}. */
    public static Optional<String> text(@Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        String stripped = value.strip();
        return stripped.isEmpty() || stripped.equals("null") ? Optional.empty() : Optional.of(stripped);
    }

    /** The first of these that is not blank. */
    public static Optional<String> first(@Nullable String... values) {
        for (String value : values) {
            Optional<String> text = text(value);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** A decimal number of at most 40 digits before or after its point; empty for anything else. */
    public static Optional<BigDecimal> decimal(@Nullable String value) {
        try {
            return text(value)
                    .filter(text -> text.length() <= LONGEST_NUMBER)
                    .map(BigDecimal::new)
                    .filter(number -> Math.abs((long) number.scale()) <= LONGEST_NUMBER);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A whole number that fits an int; empty for anything else. */
    public static Optional<Integer> integer(@Nullable String value) {
        try {
            return decimal(value).map(BigDecimal::intValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** A country as ISO 3166-1 alpha-2: from alpha-2 or alpha-3 in any case, and {@code UK}; empty for anything else. */
    public static Optional<String> country(@Nullable String value) {
        return text(value).map(text -> text.toUpperCase(Locale.ROOT)).flatMap(code -> {
            if (code.equals("UK")) {
                return Optional.of("GB");
            }
            return ISO2.contains(code) ? Optional.of(code) : Optional.ofNullable(ISO3_TO_ISO2.get(code));
        });
    }

    private static boolean hasIso3(String iso2) {
        try {
            return !iso3(iso2).isEmpty();
        } catch (MissingResourceException e) {
            return false;
        }
    }

    private static String iso3(String iso2) {
        return new Locale("", iso2).getISO3Country();
    }
}
