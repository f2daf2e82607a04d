package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Location;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses and places as answers tell them, flat or in one line. Stateless. */
final class AddressView {
    private AddressView() {}

    /** Puts an address, each part under its name behind a prefix. */
    static void put(ObjectNode json, String prefix, Address address) {
        text(json, prefix + "name", address.person());
        text(json, prefix + "company", address.company());
        text(json, prefix + "street", address.lines().stream().findFirst());
        Optional<String> rest = Optional.of(address.lines().stream().skip(1).collect(Collectors.joining(", ")))
                .filter(lines -> !lines.isEmpty());
        text(json, prefix + "street2", rest);
        text(json, prefix + "city", address.city());
        text(json, prefix + "state", address.stateOrProvince());
        text(json, prefix + "postal_code", address.postalCode());
        text(json, prefix + "country", address.country());
        text(json, prefix + "phone", address.phone());
        text(json, prefix + "email", address.email());
        address.residential().ifPresent(there -> json.put(prefix + "residential", there));
    }

    private static void text(ObjectNode json, String name, Optional<String> value) {
        Json.put(json, name, value.map(ForeignText::of));
    }

    /** An address in one line, and who is there: for a person who is to agree. */
    static String line(Address address) {
        String town = Stream.of(address.postalCode(), address.city(), address.stateOrProvince())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return joined(Stream.of(
                        Stream.of(address.person(), address.company()).flatMap(Optional::stream),
                        address.lines().stream(),
                        Stream.of(town),
                        address.country().stream())
                .flatMap(part -> part));
    }

    /** An address in one line, without the person and how to reach them. */
    static String place(Address address) {
        return joined(Stream.concat(
                address.lines().stream(),
                area(address.city(), address.stateOrProvince(), address.postalCode(), address.country())));
    }

    /** A place in one line; empty where nothing of it is known. */
    static Optional<String> place(Location place) {
        String line = joined(Stream.concat(
                place.facility().stream(),
                area(place.city(), place.stateOrProvince(), place.postalCode(), place.country())));
        return Optional.of(line).filter(told -> !told.isEmpty());
    }

    private static Stream<String> area(
            Optional<String> city, Optional<String> state, Optional<String> postalCode, Optional<String> country) {
        return Stream.of(city, state, postalCode, country).flatMap(Optional::stream);
    }

    private static String joined(Stream<String> parts) {
        return ForeignText.of(parts.filter(part -> !part.isBlank()).collect(Collectors.joining(", ")));
    }
}
