package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.book.ShipmentBook;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShippedFor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The shipment a paper is for, among the arguments of a tool. Stateless. */
final class ShippedArguments {
    private ShippedArguments() {}

    /** Which shipment, and when it is handed over. */
    static List<Field> fields(Field shipment) {
        return List.of(shipment, Field.text("tracking_number", ""), Field.date("ship_date", ""));
    }

    /**
     * The shipment: as it was bought here, or as the arguments tell it.
     *
     * @throws com.trackingmcp.error.CarrierException {@code E-3014} where somebody else bought it here
     */
    static ShippedFor read(ToolCall call, Workbench bench) {
        Arguments arguments = call.arguments();
        String told = arguments.text("shipment_id").orElse("");
        // tools tell shipments with their connection before them: the carrier knows them without
        String connection = arguments.text("carrier").orElse("") + ":";
        String id = told.startsWith(connection) ? told.substring(connection.length()) : told;
        Optional<Shipment> known = bench.shipments()
                .find(call.caller(), told)
                .or(() -> bench.shipments().find(call.caller(), id))
                .map(ShipmentBook.Entry::shipment);
        boolean anothers = Stream.concat(
                        known.isPresent() ? Stream.empty() : Stream.of(id), arguments.text("tracking_number").stream())
                .anyMatch(name -> bench.shipments().isAnothers(call.caller(), name));
        if (anothers) {
            throw FoundShipment.unknown(arguments.required("carrier"));
        }
        ShippedFor.Builder shipment = ShippedFor.builder();
        known.ifPresent(bought -> shipment.from(ShippedFor.of(bought, LocalDate.EPOCH)));
        return shipment.id(known.map(Shipment::id).orElse(id))
                .trackingNumber(arguments
                        .text("tracking_number")
                        .or(() -> known.map(Shipment::trackingNumber))
                        .orElse(id))
                .shipDate(arguments.date("ship_date"))
                .service(arguments.text("service").or(() -> known.flatMap(Shipment::service)))
                .build();
    }

    /** The names of a request's fields. */
    static FieldNames names(ToolSpec spec, Map<String, String> others) {
        Map<String, String> names = new HashMap<>(others);
        names.put("shipment", "shipment_id");
        names.put("shipment.id", "shipment_id");
        names.put("shipment.tracking_number", "tracking_number");
        names.put("shipment.ship_date", "ship_date");
        names.put("shipment.service", "service");
        return new FieldNames(spec, names);
    }
}
