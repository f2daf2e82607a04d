package com.trackingmcp.mcp.internal.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a tool was called with, by its schema: each value has its type, defaults are filled in, blank texts are absent.
 * Immutable, as long as nobody changes its JSON.
 *
 * @param json the values
 */
public record Arguments(ObjectNode json) {
    /** Whether it was given, or has a default. */
    public boolean has(String name) {
        return json.has(name);
    }

    /** A text that may be absent. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asText);
    }

    /** A text that the schema requires or has a default for. */
    public String required(String name) {
        return text(name).orElseThrow(() -> new IllegalStateException(name + " is neither required nor has a default"));
    }

    /** A word of a choice as a constant of an enum, whose names are the words in upper case. */
    public <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
        return text(name).map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
    }

    /** A whole number that may be absent. */
    public OptionalLong whole(String name) {
        return json.has(name) ? OptionalLong.of(json.get(name).longValue()) : OptionalLong.empty();
    }

    /** A whole number that the schema requires or has a default for. */
    public int count(String name) {
        return (int) whole(name).orElseThrow(() -> new IllegalStateException(name + " has no default"));
    }

    /** A decimal, given as text or as a number. */
    public Optional<BigDecimal> decimal(String name) {
        return text(name).map(BigDecimal::new);
    }

    /** A date. */
    public Optional<LocalDate> date(String name) {
        return text(name).map(LocalDate::parse);
    }

    /** A time of day. */
    public Optional<LocalTime> time(String name) {
        return text(name).map(LocalTime::parse);
    }

    /** A flag; false where it is absent. */
    public boolean flag(String name) {
        return json.path(name).booleanValue();
    }

    /** A list of texts; empty where it is absent. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(node -> texts.add(node.asText()));
        return texts;
    }

    /** A list of objects; empty where it is absent. */
    public List<Arguments> objects(String name) {
        List<Arguments> objects = new ArrayList<>();
        json.path(name).forEach(node -> objects.add(new Arguments((ObjectNode) node)));
        return objects;
    }
}
