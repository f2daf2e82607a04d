package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.model.Address;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A place among the arguments of a tool, flat. Stateless. */
final class PlaceFields {
    private static final Set<String> CONTACT = Set.of("name", "phone", "street2", "residential");

    private PlaceFields() {}

    /** Somebody's name and address; the country is required. */
    static List<Field> party() {
        return List.of(
                Field.text("name", ""),
                Field.text("company", ""),
                Field.text("phone", ""),
                Field.text("street", ""),
                Field.text("street2", ""),
                Field.text("city", ""),
                Field.text("state", ""),
                Field.text("postal_code", ""),
                Field.country("country", "Such as US").required(),
                Field.flag("residential", ""));
    }

    /** Where it is, in few words; nothing is required. */
    static List<Field> place() {
        return party().stream()
                .filter(field -> !CONTACT.contains(field.name()))
                .map(Field::optional)
                .toList();
    }

    /** Whether any of it was given. */
    static boolean isGiven(Arguments arguments) {
        return party().stream().anyMatch(field -> arguments.has(field.name()));
    }

    /** The address of the arguments that begin so. */
    static Address read(Arguments arguments, String prefix) {
        Optional<Boolean> residential = arguments.has(prefix + "residential")
                ? Optional.of(arguments.flag(prefix + "residential"))
                : Optional.empty();
        return Address.builder()
                .person(arguments.text(prefix + "name"))
                .company(arguments.text(prefix + "company"))
                .phone(arguments.text(prefix + "phone"))
                .email(arguments.text(prefix + "email"))
                .lines(Stream.of("street", "street2")
                        .flatMap(line -> arguments.text(prefix + line).stream())
                        .toList())
                .city(arguments.text(prefix + "city"))
                .stateOrProvince(arguments.text(prefix + "state"))
                .postalCode(arguments.text(prefix + "postal_code"))
                .country(country(arguments, prefix + "country"))
                .residential(residential)
                .build();
    }

    /** A country's code, in upper case however it was typed. */
    static Optional<String> country(Arguments arguments, String name) {
        return arguments.text(name).map(code -> code.toUpperCase(Locale.ROOT));
    }

    /** The arguments of an address by its paths. */
    static Map<String, String> names(String path, String prefix) {
        return Map.ofEntries(
                Map.entry(path, prefix + "country"),
                Map.entry(path + ".person", prefix + "name"),
                Map.entry(path + ".company", prefix + "company"),
                Map.entry(path + ".phone", prefix + "phone"),
                Map.entry(path + ".email", prefix + "email"),
                Map.entry(path + ".lines", prefix + "street"),
                Map.entry(path + ".city", prefix + "city"),
                Map.entry(path + ".state_or_province", prefix + "state"),
                Map.entry(path + ".postal_code", prefix + "postal_code"),
                Map.entry(path + ".country", prefix + "country"),
                Map.entry(path + ".residential", prefix + "residential"));
    }

    /** An address in one line. */
    static String line(Address address) {
        Stream<String> who = Stream.of(address.person(), address.company()).flatMap(Optional::stream);
        String town = Stream.of(address.postalCode(), address.city(), address.stateOrProvince())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return ForeignText.of(Stream.of(who, address.lines().stream(), Stream.of(town), address.country().stream())
                .flatMap(part -> part)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", ")));
    }
}
