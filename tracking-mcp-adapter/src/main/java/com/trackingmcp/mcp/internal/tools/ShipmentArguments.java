package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.spi.RequestCheck;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A shipment as arguments: the same for prices and for labels. Stateless. */
final class ShipmentArguments {
    static final String FROM = "from_";
    static final String TO = "to_";

    private static final int MOST_OPTIONS = 20;

    private ShipmentArguments() {}

    /** What a price takes: all that is to be shipped, from where to where. */
    static List<Field> forPrices() {
        List<Field> fields = new ArrayList<>(AddressArguments.priced(FROM));
        fields.addAll(AddressArguments.priced(TO));
        fields.addAll(ParcelArguments.fields());
        fields.addAll(contents());
        fields.add(Field.choice("signature", "", SignatureOption.class));
        fields.add(Field.flag("saturday_delivery", ""));
        fields.add(Field.flag("is_return", ""));
        fields.add(Field.texts("options", "name or name=value, of get_shipping_options", MOST_OPTIONS));
        return fields;
    }

    /** What a label takes; what is uncommon without a quote is taken as for a price, and not told of. */
    static List<Field> forLabels() {
        List<Field> fields = new ArrayList<>(parties());
        fields.addAll(ParcelArguments.measures());
        fields.add(ParcelArguments.value());
        fields.addAll(contents());
        fields.add(Field.text("reference", "Your order number"));
        fields.add(Field.choice("label_format", "", LabelFormat.class));
        Set<String> told = fields.stream().map(Field::name).collect(Collectors.toSet());
        forPrices().stream()
                .filter(field -> !told.contains(field.name()))
                .map(Field::unlisted)
                .forEach(fields::add);
        return fields;
    }

    private static List<Field> parties() {
        List<Field> fields = new ArrayList<>(AddressArguments.fields(FROM));
        fields.addAll(AddressArguments.fields(TO));
        return fields;
    }

    private static List<Field> contents() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.date("ship_date", "Today where absent"));
        fields.add(ParcelArguments.currency());
        fields.add(Field.text("description", "What is in it"));
        fields.add(GoodsArguments.items());
        fields.addAll(GoodsArguments.terms());
        return fields;
    }

    /**
     * The names of a shipment's parts.
     *
     * @param several whether the parcels were given as a list
     */
    static FieldNames names(ToolSpec spec, boolean several) {
        Map<String, String> names = new HashMap<>(AddressArguments.names("sender", FROM));
        names.putAll(AddressArguments.names("recipient", TO));
        if (several) {
            names.put("parcels", "packages");
        } else {
            names.put("parcels", "weight");
            for (String same : List.of("dimensions", "packaging", "declared_value")) {
                names.put("parcels[0]." + same, same);
            }
            names.put("parcels[0].contents", "description");
            names.put("parcels[0].references", "reference");
        }
        names.put("customs", "items");
        names.put("customs.commodities", "items");
        for (String same : List.of("incoterm", "content_type", "duty_payer", "invoice", "signer")) {
            names.put("customs." + same, same);
        }
        names.put("label", "label_format");
        names.put("references", "reference");
        names.put("return_shipment", "is_return");
        return new FieldNames(spec, names);
    }

    /** The shipment, as far as it is given; what is given by halves is told. */
    static ShipmentRequest read(Arguments arguments, RequestCheck check) {
        ShipmentRequest.Builder shipment = ShipmentRequest.builder()
                .sender(AddressArguments.read(arguments, FROM))
                .recipient(AddressArguments.read(arguments, TO))
                .parcels(ParcelArguments.read(arguments, check))
                .customs(GoodsArguments.read(arguments, check))
                .shipDate(date(arguments, "ship_date", check))
                .description(arguments.text("description"))
                .saturdayDelivery(arguments.flag("saturday_delivery"))
                .returnShipment(arguments.flag("is_return"))
                .label(arguments.text("label_format").map(LabelFormat::ofWord).map(LabelSpec::of));
        arguments.text("signature").map(SignatureOption::ofWord).ifPresent(shipment::signature);
        arguments.text("reference").map(Reference::of).ifPresent(shipment::addReferences);
        arguments.texts("options").forEach(option -> {
            int equals = option.indexOf('=');
            shipment.putOptions(
                    equals < 0 ? option : option.substring(0, equals),
                    equals < 0 ? "true" : option.substring(equals + 1));
        });
        return shipment.build();
    }

    /** A date that there is: the schema tells its form only. */
    static Optional<LocalDate> date(Arguments arguments, String name, RequestCheck check) {
        try {
            return arguments.date(name);
        } catch (DateTimeParseException e) {
            check.wrong(name, "is no day of the calendar");
            return Optional.empty();
        }
    }

    /** What every carrier needs for a price, so that it is told with all else that is missing. */
    static void checkPriced(ShipmentRequest shipment, RequestCheck check) {
        place(shipment.sender().orElseThrow(), FROM, check);
        place(shipment.recipient().orElseThrow(), TO, check);
        if (shipment.parcels().isEmpty()) {
            check.missing("weight");
            check.missing("weight_unit", "with a weight");
        }
    }

    private static void place(Address address, String prefix, RequestCheck check) {
        check.required(prefix + "country", address.country());
        if (address.postalCode().isEmpty() && address.city().isEmpty()) {
            check.missing(prefix + "postal_code", "or the city where the country has none");
        }
    }
}
