package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.mcp.internal.book.ShipmentBook;
import com.trackingmcp.mcp.internal.book.ShipmentBook.Entry;
import com.trackingmcp.mcp.internal.tool.MissingArgumentsException;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.spi.RequestCheck;
import java.util.Map;
import java.util.Optional;

/**
 * Which shipment a call means, by {@code shipment_id} and {@code carrier}: one that was bought here, or one that its carrier
 * alone knows.
 *
 * @param id as the carrier knows it
 * @param entry the shipment, where it was bought here
 */
record FoundShipment(String connection, String id, Optional<Entry> entry) {
    /**
     * The shipment of a call.
     *
     * @throws CarrierException {@code E-3014} where somebody else bought it here
     * @throws MissingArgumentsException where nobody knows its carrier
     */
    static FoundShipment of(Workbench bench, ToolCall call, ToolSpec spec) {
        String given = call.arguments().required("shipment_id");
        TrackingClient client = bench.client().get();
        Optional<Connected.ShipmentId> split = Connected.split(client, given);
        String id = split.map(Connected.ShipmentId::id).orElse(given);
        Optional<String> carrier = call.arguments()
                .text("carrier")
                .map(name -> Connected.named(client, name).connection())
                .or(() -> split.map(Connected.ShipmentId::connection));
        Optional<Entry> entry = carrier.flatMap(
                        connection -> bench.shipments().find(call.caller(), ShipmentBook.idOf(connection, id)))
                .or(() -> bench.shipments().find(call.caller(), id))
                .filter(found ->
                        carrier.isEmpty() || found.shipment().connection().equals(carrier.get()));
        if (entry.isPresent()) {
            return new FoundShipment(
                    entry.get().shipment().connection(), entry.get().shipment().id(), entry);
        }
        String connection = carrier.orElseThrow(() -> nameless(spec));
        if (bench.shipments().isAnothers(call.caller(), id)) {
            throw unknown(connection);
        }
        return new FoundShipment(connection, id, Optional.empty());
    }

    private static RuntimeException nameless(ToolSpec spec) {
        RequestCheck check = new RequestCheck();
        check.missing("carrier", "for a shipment that was not bought here");
        return new FieldNames(spec, Map.of())
                .asked(check.refusal(ErrorDetails::builder).orElseThrow());
    }

    /** No such shipment, or none for this caller: which of them is not told. */
    static CarrierException unknown(String connection) {
        return ErrorDetails.builder(ErrorCode.OBJECT_NOT_FOUND)
                .argument("carrier", connection)
                .argument("what", "shipment")
                .toException();
    }

    /** What its carrier is asked by. */
    ShipmentQuery query() {
        return entry.map(found -> ShipmentQuery.of(found.shipment())).orElseGet(() -> ShipmentQuery.of(connection, id));
    }
}
