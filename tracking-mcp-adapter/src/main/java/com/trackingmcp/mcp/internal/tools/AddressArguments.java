package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.model.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An address as flat arguments, each with the same prefix, which may be empty. Stateless. */
final class AddressArguments {
    private static final Set<String> NOT_PRICED = Set.of("name", "company", "phone", "email", "street2");
    private static final Set<String> SITE = Set.of("company", "street", "city", "state", "postal_code", "country");

    private AddressArguments() {}

    /** All of an address, and who lives there. */
    static List<Field> fields(String prefix) {
        List<Field> fields = new ArrayList<>();
        for (String name : List.of("name", "company", "phone", "email", "street", "street2")) {
            fields.add(Field.text(prefix + name, ""));
        }
        fields.addAll(place(prefix));
        fields.add(Field.flag(prefix + "residential", ""));
        return fields;
    }

    /** The same for a price, which needs no person: who gives one will not be asked for it when the label is bought. */
    static List<Field> priced(String prefix) {
        return fields(prefix).stream()
                .map(field -> NOT_PRICED.contains(field.name().substring(prefix.length())) ? field.unlisted() : field)
                .toList();
    }

    /** All else of an address than these fields: taken where nobody needs it, and not told of. */
    static List<Field> beside(String prefix, List<Field> known) {
        Set<String> names = known.stream().map(Field::name).collect(Collectors.toSet());
        return fields(prefix).stream()
                .filter(field -> !names.contains(field.name()))
                .map(Field::unlisted)
                .toList();
    }

    /** What a time takes. */
    static List<Field> place(String prefix) {
        return List.of(
                Field.text(prefix + "city", ""),
                Field.text(prefix + "state", ""),
                Field.text(prefix + "postal_code", ""),
                Field.country(prefix + "country", ""));
    }

    /** Somebody's name and address; nothing is required. */
    static List<Field> party() {
        return fields("").stream()
                .filter(field -> !field.name().equals("email"))
                .map(field -> field.name().equals("country") ? country() : field)
                .toList();
    }

    /** Where a business is, in few words; nothing is required. */
    static List<Field> site() {
        return party().stream().filter(field -> SITE.contains(field.name())).toList();
    }

    /** The country alone. */
    static Field country() {
        return Field.country("country", "Such as US");
    }

    /** Whether any of it was given. */
    static boolean isGiven(Arguments arguments) {
        return fields("").stream().anyMatch(field -> arguments.has(field.name()));
    }

    /** The address, as far as it is given. */
    static Address read(Arguments arguments, String prefix) {
        String residential = prefix + "residential";
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
                .residential(arguments.has(residential) ? Optional.of(arguments.flag(residential)) : Optional.empty())
                .build();
    }

    /** A country's code, in upper case however it was typed. */
    static Optional<String> country(Arguments arguments, String name) {
        return arguments.text(name).map(code -> code.toUpperCase(Locale.ROOT));
    }

    /** The arguments of an address by its paths. */
    static Map<String, String> names(String path, String prefix) {
        Map<String, String> names = new LinkedHashMap<>();
        String in = path.isEmpty() ? "" : path + ".";
        names.put(in + "person", prefix + "name");
        names.put(in + "lines", prefix + "street");
        names.put(in + "lines[1]", prefix + "street2");
        names.put(in + "lines[2]", prefix + "street2");
        names.put(in + "state_or_province", prefix + "state");
        for (String same : List.of("company", "phone", "email", "city", "postal_code", "country", "residential")) {
            names.put(in + same, prefix + same);
        }
        if (!path.isEmpty()) {
            names.put(path, prefix + "country");
        }
        return names;
    }
}
