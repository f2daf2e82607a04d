package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the gateway buys at a carrier: what a carrier refuses that the gateway let pass, and what a bought shipment looks like.
 */
final class KarrioTill {
    private final KarrioServer server;
    private final KarrioTrackers trackers;

    KarrioTill(KarrioServer server, KarrioTrackers trackers) {
        this.server = server;
        this.trackers = trackers;
    }

    /** The rate that is meant, by its id or else by its service; ends with a 400 where there is none. */
    static ObjectNode select(ObjectNode order, JsonNode wish) {
        String id = wish.path("selected_rate_id").asText("");
        String service = wish.path("service").asText("");
        for (JsonNode rate : order.path("rates")) {
            boolean meant = id.isEmpty()
                    ? rate.path("service").asText().equals(service)
                    : rate.path("id").asText().equals(id);
            if (meant) {
                return rate.deepCopy();
            }
        }
        throw KarrioRefusal.error(400, "service_unavailable", "The selected rate or service is not available", "error");
    }

    /** Ends with a 424 where the carrier does not take the shipment. */
    void offer(ObjectNode order, ObjectNode rate) {
        KarrioConnection connection = connection(rate);
        List<ObjectNode> messages = new ArrayList<>();
        for (String party : List.of("shipper", "recipient")) {
            JsonNode address = order.path(party);
            for (String field : List.of("city", "person_name", "address_line1")) {
                if (address.path(field).asText("").isBlank()) {
                    messages.add(KarrioRefusal.message(
                            connection, "ADDRESS_INCOMPLETE", party + ": " + field + " is mandatory"));
                }
            }
            if (address.path("city").asText("").equals("Nowhere")) {
                messages.add(KarrioRefusal.message(connection, "UNKNOWN_CITY", party + ": the city is not known"));
            }
        }
        if (!messages.isEmpty()) {
            throw KarrioRefusal.messages(424, messages);
        }
    }

    private KarrioConnection connection(ObjectNode rate) {
        return server.connections().stream()
                .filter(one ->
                        one.active() && one.isNamed(rate.path("carrier_id").asText()))
                .findFirst()
                .orElseThrow(KarrioRefusal::noConnection);
    }

    /** Buys: the kept shipment has its numbers from now on, and a tracker where the carrier can be tracked. */
    void buy(KarrioAsk ask, KarrioEntry entry, ObjectNode rate) {
        ObjectNode json = entry.json();
        KarrioConnection connection = connection(rate);
        SandboxShipment sold = sell(json, rate, connection);
        number(json, sold, connection);
        json.put("status", "created")
                .put("carrier_name", connection.carrierName())
                .put("carrier_id", connection.label())
                .put("service", rate.path("service").asText())
                .put("selected_rate_id", rate.path("id").asText())
                .put(
                        "tracking_url",
                        KarrioServer.BASE_PATH + "/v1/trackers/" + connection.carrierName() + "/"
                                + sold.numbers().get(0));
        json.set("selected_rate", rate);
        papers(entry);
        ObjectNode meta = (ObjectNode) json.path("meta");
        rate.path("meta").properties().forEach(field -> meta.set(field.getKey(), field.getValue()));
        meta.put("request_id", ask.requestId());
        if (connection.can("tracking")) {
            json.put(
                    "tracker_id", trackers.enter(ask, tracker(json, connection)).id());
        }
    }

    private SandboxShipment sell(ObjectNode json, ObjectNode rate, KarrioConnection connection) {
        Family family = Family.behindGateway(connection.carrierName()).orElseThrow(KarrioRefusal::noConnection);
        int pieces = json.path("parcels").size();
        String service = rate.path("service").asText();
        List<String> references = references(json);
        return family == Family.DHL_EXPRESS
                ? server.sold().sellAsOne("karrio", family, pieces, service, references)
                : server.sold().sell("karrio", family, pieces, service, references);
    }

    private static List<String> references(ObjectNode json) {
        List<String> references = new ArrayList<>();
        for (String member : List.of("reference", "order_id")) {
            if (!json.path(member).asText("").isEmpty() && json.path(member).isTextual()) {
                references.add(json.path(member).asText());
            }
        }
        return references;
    }

    /** A number for each parcel, and the first for all of them. */
    private static void number(ObjectNode json, SandboxShipment sold, KarrioConnection connection) {
        json.put("tracking_number", sold.numbers().get(0)).put("shipment_identifier", sold.id());
        boolean together = sold.parcels().get(0).family() == Family.DHL_EXPRESS;
        ArrayNode numbers = Json.array();
        for (int i = 0; i < json.path("parcels").size(); i++) {
            String number = together
                    ? MyDhlBody.pieceNumber(sold.parcels().get(0), i + 1)
                    : sold.numbers().get(i);
            ((ObjectNode) json.path("parcels").get(i)).put("reference_number", number);
            numbers.add(number);
        }
        ObjectNode meta = (ObjectNode) json.path("meta");
        meta.set("tracking_numbers", numbers);
        meta.putArray("shipment_identifiers").add(sold.id());
        meta.put("carrier_tracking_link", "https://" + connection.carrierName() + ".example/track/" + sold.id());
    }

    /** Where its papers are, from the server's root. */
    private static void papers(KarrioEntry entry) {
        ObjectNode json = entry.json();
        String format = json.path("label_type").asText("PDF").toLowerCase(Locale.ROOT);
        String root = KarrioServer.BASE_PATH + "/v1/shipments/" + entry.id() + "/";
        json.put("label_url", root + "label." + format);
        boolean abroad = !json.at("/shipper/country_code")
                .asText()
                .equals(json.at("/recipient/country_code").asText());
        json.put("invoice_url", abroad && json.path("customs").isObject() ? root + "invoice.pdf" : null);
    }

    /** As the server invents it: the carrier was not asked yet. */
    private ObjectNode tracker(ObjectNode json, KarrioConnection connection) {
        ObjectNode tracker = trackers.waiting(
                connection, json.path("tracking_number").asText(), "CREATED", "Label created and ready for shipment");
        JsonNode delivery = json.at("/selected_rate/estimated_delivery");
        if (delivery.isTextual()) {
            tracker.set("estimated_delivery", delivery);
        }
        tracker.withObject("/info")
                .put("source", "api")
                .put(
                        "shipment_package_count",
                        Integer.toString(json.path("parcels").size()))
                .put("shipment_origin_country", json.at("/shipper/country_code").asText())
                .put(
                        "shipment_destination_country",
                        json.at("/recipient/country_code").asText());
        return tracker;
    }

    /**
     * Voids it at the carrier, if it can be. Where the connector has no such operation the gateway calls that a success without
     * having asked anybody.
     */
    Optional<ObjectNode> cancel(ObjectNode json) {
        Optional<KarrioConnection> connection = server.connections().stream()
                .filter(one -> one.isNamed(json.path("carrier_id").asText()))
                .findFirst();
        if (connection.isEmpty() || isSafe(connection.get())) {
            return Optional.empty();
        }
        boolean voided = server.sold()
                .find("karrio", json.path("tracking_number").asText())
                .map(sold -> sold.cancel(sold.numbers()))
                .orElse(false);
        return voided
                ? Optional.empty()
                : Optional.of(KarrioRefusal.message(
                        connection.get(), "NOT_VOIDABLE", "The shipment can not be voided anymore"));
    }

    /** "Safe cancellation": the connector has no operation for it. */
    static boolean isSafe(KarrioConnection connection) {
        return connection.carrierName().equals("mydhl");
    }
}
