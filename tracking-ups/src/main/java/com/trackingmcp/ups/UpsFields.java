package com.trackingmcp.ups;

import com.trackingmcp.http.WireText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An object of an answer whose fields UPS writes in several ways ({@code totalDutyAndTax}, {@code totalDutyandTax}): found by
 * their names in any case. Immutable; never throws. Numbers are as they came, digit by digit.
 */
final class UpsFields {
    private final Map<String, Object> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private UpsFields(Map<?, ?> fields) {
        fields.forEach((name, value) -> this.fields.put(String.valueOf(name), value));
    }

    /** An object; empty where it is none, and the first of a list. */
    static Optional<UpsFields> of(@Nullable Object value) {
        return list(value).stream().findFirst();
    }

    /** All objects of a list, be it a list, one object or nothing. */
    static List<UpsFields> list(@Nullable Object value) {
        List<?> all = value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
        return all.stream()
                .filter(one -> one instanceof Map)
                .map(one -> new UpsFields((Map<?, ?>) one))
                .toList();
    }

    List<UpsFields> many(String name) {
        return list(fields.get(name));
    }

    /** The text of the first of these names that has one; a number's too. */
    Optional<String> text(String... names) {
        for (String name : names) {
            Optional<String> text = fields.get(name) instanceof String value ? UpsText.clean(value) : Optional.empty();
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    Optional<BigDecimal> decimal(String... names) {
        return text(names).flatMap(WireText::decimal);
    }

    Optional<Boolean> flag(String name) {
        Object value = fields.get(name);
        return value instanceof Boolean flag
                ? Optional.of(flag)
                : text(name).filter(word -> word.matches("(?i)true|false")).map(Boolean::valueOf);
    }
}
