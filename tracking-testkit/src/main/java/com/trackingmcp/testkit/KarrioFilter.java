package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a list is narrowed by: the parameters that several lists of the gateway have in common. Immutable. */
final class KarrioFilter {
    private final KarrioAsk ask;

    KarrioFilter(KarrioAsk ask) {
        this.ask = ask;
    }

    /** {@code created_after}, {@code created_before}, {@code request_id} and {@code is_archived}, which hides the rest. */
    boolean isMade(KarrioEntry entry) {
        boolean archived = entry.json().path("is_archived").asBoolean();
        return time("created_after")
                        .map(after -> !entry.created().isBefore(after))
                        .orElse(true)
                && time("created_before")
                        .map(before -> !entry.created().isAfter(before))
                        .orElse(true)
                && ask.parameter("request_id").map(entry.requestId()::equals).orElse(true)
                && archived == ask.flag("is_archived").orElse(false);
    }

    /** The member is one of the values of the parameter, which can be repeated. */
    boolean isOneOf(KarrioEntry entry, String parameter, String member) {
        List<String> wanted = ask.values(parameter);
        return wanted.isEmpty() || wanted.contains(entry.text(member));
    }

    /** One of the ids that are asked for, if any are. */
    boolean isId(KarrioEntry entry) {
        List<String> wanted = ask.values("id");
        return wanted.isEmpty() || wanted.contains(entry.id());
    }

    /** The member's day is not before {@code <member>_after} and not after {@code <member>_before}. */
    boolean isDay(KarrioEntry entry, String member) {
        Instant day = read(member, entry.text(member));
        return time(member + "_after").map(after -> !day.isBefore(after)).orElse(true)
                && time(member + "_before").map(before -> !day.isAfter(before)).orElse(true);
    }

    /** The member contains the parameter's value, in capital letters or small. */
    boolean contains(KarrioEntry entry, String parameter, String member) {
        return mentions(entry, parameter, json -> json.path(member).asText(""));
    }

    boolean mentions(KarrioEntry entry, String parameter, Function<JsonNode, String> text) {
        return ask.parameter(parameter)
                .map(value ->
                        text.apply(entry.json()).toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    /** A map of the thing has the key {@code <name>_key}, and under one of its keys the value {@code <name>_value}. */
    boolean has(KarrioEntry entry, String name, String member) {
        JsonNode map = entry.json().path(member);
        Optional<String> key = ask.parameter(name + "_key");
        boolean keyed = key.map(map::has).orElse(true);
        return keyed
                && ask.parameter(name + "_value")
                        .map(value ->
                                key.map(k -> map.path(k).asText().equals(value)).orElseGet(() -> anyValue(map, value)))
                        .orElse(true);
    }

    private static boolean anyValue(JsonNode map, String value) {
        for (JsonNode one : map) {
            if (one.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Instant> time(String parameter) {
        return ask.parameter(parameter).map(value -> read(parameter, value));
    }

    /** A date and time with or without an offset, which is UTC then, or a day. A plus is a blank where nobody escaped it. */
    private static Instant read(String parameter, String value) {
        try {
            String text = value.replace(' ', '+');
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException bad) {
            throw KarrioRefusal.invalid(parameter + ": Enter a valid date/time.");
        }
    }
}
