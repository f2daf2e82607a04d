package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.RequestCheck;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parcels as arguments: one as flat ones, several as a list. Stateless. */
final class ParcelArguments {
    private static final int MOST = 50;
    private static final String PACKAGING = "packaging";
    private static final String VALUE = "declared_value";
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
    private static final List<String> SIDES = List.of("length", "width", "height");

    private ParcelArguments() {}

    /** One parcel, or a list of several. */
    static List<Field> fields() {
        List<Field> fields = new ArrayList<>(one());
        List<Field> each = new ArrayList<>(measures());
        each.add(Field.text(PACKAGING, ""));
        each.add(Field.decimal(VALUE, ""));
        fields.add(Field.objects("packages", "Instead, where there are several", MOST, new Schema(each)));
        return fields;
    }

    /** One parcel. */
    static List<Field> one() {
        List<Field> fields = new ArrayList<>(measures());
        fields.add(Field.text(PACKAGING, "Of get_package_types; else your own"));
        fields.add(value());
        return fields;
    }

    /** What a parcel is worth. */
    static Field value() {
        return Field.decimal(VALUE, "In currency");
    }

    /** How heavy and how large one parcel is. */
    static List<Field> measures() {
        return List.of(
                Field.decimal("weight", ""),
                weightUnit(),
                Field.decimal("length", ""),
                Field.decimal("width", ""),
                Field.decimal("height", ""),
                Field.choice("dimension_unit", "", List.of("cm", "in")));
    }

    /** The unit of a weight. */
    static Field weightUnit() {
        return Field.choice("weight_unit", "", List.of("kg", "g", "lb", "oz"));
    }

    /** What all amounts of a call are in. */
    static Field currency() {
        return Field.text("currency", "Of declared_value and items")
                .pattern(CURRENCY, "a currency's code of three letters, such as USD");
    }

    /** The parcels that are given; none where there are none. */
    static List<Parcel> read(Arguments arguments, RequestCheck check) {
        Optional<Currency> currency = Amounts.currency(arguments, check);
        List<Arguments> packages = arguments.objects("packages");
        boolean flat = one().stream().anyMatch(field -> arguments.has(field.name()));
        if (flat && !packages.isEmpty()) {
            check.wrong("packages", "are given beside a single parcel; give one of the two");
        }
        if (flat) {
            return List.of(parcel(arguments, "", currency, check));
        }
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < packages.size(); i++) {
            parcels.add(parcel(packages.get(i), "packages[" + i + "].", currency, check));
        }
        return parcels;
    }

    /** A weight, which needs its unit. */
    static Optional<Weight> weight(Arguments arguments, String path, RequestCheck check) {
        Optional<Weight.Unit> unit = arguments.text("weight_unit").map(Weight.Unit::ofWord);
        if (arguments.has("weight") && unit.isEmpty()) {
            check.missing(path + "weight_unit", "with a weight");
        }
        return arguments.decimal("weight").flatMap(value -> unit.map(known -> new Weight(value, known)));
    }

    private static Parcel parcel(Arguments arguments, String path, Optional<Currency> currency, RequestCheck check) {
        return Parcel.builder()
                .weight(weight(arguments, path, check))
                .dimensions(dimensions(arguments, path, check))
                .packaging(arguments.text(PACKAGING))
                .declaredValue(Amounts.read(arguments, VALUE, currency, check))
                .build();
    }

    private static Optional<Dimensions> dimensions(Arguments arguments, String path, RequestCheck check) {
        if (SIDES.stream().noneMatch(arguments::has)) {
            return Optional.empty();
        }
        List<String> missing = Stream.concat(SIDES.stream(), Stream.of("dimension_unit"))
                .filter(name -> !arguments.has(name))
                .toList();
        missing.forEach(name -> check.missing(path + name, "where a measure is given"));
        return missing.isEmpty()
                ? Optional.of(Dimensions.of(
                        arguments.required("length"),
                        arguments.required("width"),
                        arguments.required("height"),
                        Dimensions.Unit.ofWord(arguments.required("dimension_unit"))))
                : Optional.empty();
    }
}
