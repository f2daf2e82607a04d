package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.model.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An address as flat arguments, each with the same prefix. Stateless. */
final class AddressArguments {
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
        List<String> persons =
                List.of(prefix + "name", prefix + "company", prefix + "phone", prefix + "email", prefix + "street2");
        return fields(prefix).stream()
                .map(field -> persons.contains(field.name()) ? field.unlisted() : field)
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

    /** The address, as far as it is given. */
    static Address read(Arguments arguments, String prefix) {
        List<String> lines = new ArrayList<>();
        arguments.text(prefix + "street").ifPresent(lines::add);
        arguments.text(prefix + "street2").ifPresent(lines::add);
        String residential = prefix + "residential";
        return Address.builder()
                .person(arguments.text(prefix + "name"))
                .company(arguments.text(prefix + "company"))
                .phone(arguments.text(prefix + "phone"))
                .email(arguments.text(prefix + "email"))
                .lines(lines)
                .city(arguments.text(prefix + "city"))
                .stateOrProvince(arguments.text(prefix + "state"))
                .postalCode(arguments.text(prefix + "postal_code"))
                .country(arguments.text(prefix + "country").map(code -> code.toUpperCase(Locale.ROOT)))
                .residential(arguments.has(residential) ? Optional.of(arguments.flag(residential)) : Optional.empty())
                .build();
    }
}
