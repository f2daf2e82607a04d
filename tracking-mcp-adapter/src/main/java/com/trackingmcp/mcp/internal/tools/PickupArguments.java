package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.spi.RequestCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pickup among the arguments of a tool. Stateless. */
final class PickupArguments {
    private static final int MOST_PARCELS = 9_999;
    private static final int MOST_PAIRS = 20;
    private static final Set<String> NEEDED_TO_BOOK = Set.of("phone", "street", "city", "country");

    private PickupArguments() {}

    /** Whom, where, when and what: for a question. */
    static List<Field> forQuote() {
        List<Field> place = AddressArguments.site().stream()
                .map(field -> field.name().equals("country") ? field.required() : field)
                .toList();
        List<Field> fields = Schema.ofAll(when(false), place, List.of(Field.flag("residential", "")), what())
                .fields();
        return Schema.ofAll(fields, AddressArguments.beside("", fields)).fields();
    }

    /** The same and more, for a booking. */
    static List<Field> forBooking() {
        List<Field> party = AddressArguments.party().stream()
                .map(field -> NEEDED_TO_BOOK.contains(field.name()) ? field.required() : field)
                .toList();
        List<Field> more = List.of(
                Field.country("destination_country", ""),
                Field.texts("options", "Each name=value", MOST_PAIRS),
                Field.text("instructions", ""),
                Field.text("place", "Where at the address"),
                Field.text("reference", ""),
                Field.texts("tracking_numbers", "", 100));
        return Schema.ofAll(when(true), party, what(), more).fields();
    }

    private static List<Field> when(boolean timesNeeded) {
        Field ready = Field.time("ready_time", "Local time");
        Field close = Field.time("close_time", "");
        return List.of(
                Field.text("carrier", "").required(),
                Field.date("date", "").required(),
                timesNeeded ? ready.required() : ready,
                timesNeeded ? close.required() : close);
    }

    private static List<Field> what() {
        return List.of(
                Field.whole("package_count", "", 1, MOST_PARCELS).standard(1),
                Field.text("service", "Of the parcels, by get_carrier_services"),
                Field.decimal("weight", "Of all parcels together"),
                ParcelArguments.weightUnit());
    }

    /** What the carrier is asked, as far as it is given; what is given by halves is told. */
    static PickupRequest read(Arguments arguments, RequestCheck check) {
        return PickupRequest.builder()
                .carrier(arguments.text("carrier"))
                .address(AddressArguments.read(arguments, ""))
                .date(arguments.date("date"))
                .readyTime(arguments.time("ready_time"))
                .closeTime(arguments.time("close_time"))
                .addPieces(PickupPiece.builder()
                        .service(arguments.text("service"))
                        .quantity(arguments.whole("package_count").stream()
                                .mapToObj(count -> (int) count)
                                .findFirst())
                        .weight(ParcelArguments.weight(arguments, "", check))
                        .destinationCountry(AddressArguments.country(arguments, "destination_country"))
                        .build())
                .instructions(arguments.text("instructions"))
                .placeAtAddress(arguments.text("place"))
                .reference(arguments.text("reference"))
                .trackingNumbers(arguments.texts("tracking_numbers"))
                .options(Pairs.read(arguments, "options", check))
                .build();
    }

    /** The names of a request's fields. */
    static FieldNames names(ToolSpec spec) {
        Map<String, String> names = new HashMap<>(AddressArguments.names("address", ""));
        names.put("pieces", "package_count");
        names.put("pieces[0].quantity", "package_count");
        names.put("pieces[0].service", "service");
        names.put("pieces[0].weight", "weight");
        names.put("pieces[0].destination_country", "destination_country");
        names.put("place_at_address", "place");
        names.put("tracking_numbers", "tracking_numbers");
        names.put("options", "options");
        return new FieldNames(spec, names);
    }

    /** Which pickup is meant. */
    static List<Field> booked() {
        return List.of(
                Field.text("carrier", "").required(),
                Field.text("confirmation_number", "").required(),
                Field.date("date", ""));
    }

    /** What some carriers need beside it, as the booking told it. */
    static List<Field> kept() {
        return List.of(
                Field.text("location_code", "By the booking"), Field.texts("details", "By the booking", MOST_PAIRS));
    }

    /** The pickup that is meant, as far as it is told. */
    static PickupQuery query(Arguments arguments, RequestCheck check) {
        return PickupQuery.builder()
                .carrier(arguments.text("carrier"))
                .confirmationNumber(arguments.text("confirmation_number"))
                .date(arguments.date("date"))
                .locationCode(arguments.text("location_code"))
                .requestor(arguments.text("requestor"))
                .reason(arguments.text("reason"))
                .details(Pairs.read(arguments, "details", check))
                .build();
    }
}
