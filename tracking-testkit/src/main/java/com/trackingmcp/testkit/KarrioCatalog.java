package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the server knows of each carrier: services with their prices, options, packages, and what a connection needs. Names and
 * codes are those of Karrio's connectors (karrioapi/karrio, {@code providers/<carrier>/units.py}), a few of each; lanes and prices
 * are the sandbox's own. Immutable.
 */
final class KarrioCatalog {
    private static final JsonNode CARRIERS = read();

    private KarrioCatalog() {}

    private static JsonNode read() {
        try (InputStream file = KarrioCatalog.class.getResourceAsStream("karrio-carriers.json")) {
            return Json.read(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A service of a carrier.
     *
     * @param code Karrio's code of it
     * @param carrierCode the carrier's own
     * @param lane which countries it leads from and to
     * @param days how long it takes; no date is told where {@code dated} is false
     */
    record Service(
            String code,
            String name,
            String carrierCode,
            Lane lane,
            BigDecimal base,
            BigDecimal kilogram,
            int days,
            boolean dated) {}

    /** Countries from and to; a star is every country that the carrier has no other service to, = the same country. */
    record Lane(List<String> from, List<String> to) {
        boolean leaves(String country) {
            return from.contains("*") || from.contains(country);
        }

        boolean names(String origin, String destination) {
            return to.contains(destination) || to.contains("=") && origin.equals(destination);
        }
    }

    static List<String> carriers() {
        List<String> names = new ArrayList<>();
        CARRIERS.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Everything about a carrier, missing for one the sandbox does not have. */
    static JsonNode carrier(String name) {
        return CARRIERS.path(name);
    }

    static String displayName(String carrier) {
        return carrier(carrier).path("display_name").asText(carrier);
    }

    /** The country of its accounts, where a carrier has them in one country only. */
    static Optional<String> country(String carrier) {
        return Optional.of(carrier(carrier).path("account_country").asText("")).filter(country -> !country.isEmpty());
    }

    static String currency(String carrier) {
        return carrier(carrier).path("currency").asText("USD");
    }

    static boolean hasOption(String carrier, String option) {
        return carrier(carrier).path("options").has(option);
    }

    static List<Service> services(String carrier) {
        List<Service> services = new ArrayList<>();
        carrier(carrier).path("services").forEach(node -> services.add(service(node)));
        return services;
    }

    /** The services of a carrier between two countries. */
    static List<Service> between(String carrier, String origin, String destination) {
        List<Service> leaving = services(carrier).stream()
                .filter(service -> service.lane().leaves(origin))
                .toList();
        List<Service> named = leaving.stream()
                .filter(service -> service.lane().names(origin, destination))
                .toList();
        if (!named.isEmpty() || origin.equals(destination)) {
            return named;
        }
        return leaving.stream()
                .filter(service -> service.lane().to().contains("*"))
                .toList();
    }

    private static Service service(JsonNode node) {
        return new Service(
                node.path("service").asText(),
                node.path("name").asText(),
                node.path("code").asText(),
                new Lane(texts(node.path("from")), texts(node.path("to"))),
                new BigDecimal(node.path("base").asText()),
                new BigDecimal(node.path("kilogram").asText()),
                node.path("days").asInt(),
                !node.path("dateless").asBoolean());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
