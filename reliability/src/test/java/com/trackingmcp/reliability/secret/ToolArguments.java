package com.trackingmcp.reliability.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.reliability.fuzz.SampleArguments;
import com.trackingmcp.reliability.input.Bench;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a tool is called with so that it works, about marked people. Not safe for use by several threads. */
final class ToolArguments {
    private static final String PAPER =
            Base64.getEncoder().encodeToString(("%PDF-1.4 " + Markers.PERSON).getBytes(StandardCharsets.US_ASCII));
    private static final List<String> FOR_PAPERS = List.of("upload_document", "attach_document");
    private static final Map<String, String> VALUES = Map.of(
            "declared_value", "50",
            "shipping_cost", "5",
            "ready_time", "10:00",
            "close_time", "17:00",
            "content_base64", PAPER,
            "file_name", Markers.PERSON + ".pdf",
            "radius", "20",
            "query", "label",
            "requestor", Markers.PERSON);

    private final Bench bench;
    private final Map<String, String> told = new HashMap<>();
    private JsonNode details = JsonNodeFactory.instance.arrayNode();
    private @Nullable ShippedFor forPapers;
    private int made;

    ToolArguments(Bench bench) {
        this.bench = bench;
    }

    /** Keeps what an answer tells to ask on with. */
    void keep(String tool, JsonNode structured) {
        if (tool.equals("attach_document")) {
            // repeats what it was asked
            return;
        }
        structured.properties().forEach(fact -> {
            if (fact.getKey().endsWith("_id")
                    || List.of("confirmation_number", "location_code", "tracking_number")
                            .contains(fact.getKey())) {
                told.put(fact.getKey(), fact.getValue().asText());
            }
        });
        if (structured.has("details")) {
            details = structured.path("details");
        }
    }

    ObjectNode of(String tool, JsonNode schema) {
        ObjectNode sample = (ObjectNode) Markers.peopleInArguments(SampleArguments.ofSchema(schema));
        ShipmentRequest order = SandboxOrders.domestic(bench.carrier()).build();
        String number = bench.sandbox()
                .parcel(bench.carrier())
                .signedBy(Markers.PERSON)
                .delivered()
                .number();
        sample.remove(List.of(
                "confirmation_token", "quote_id", "packages", "connection", "options", "content_type", "label_format"));
        if (!tool.equals("get_landed_cost")) {
            sample.remove("items");
        }
        Map<String, String> own = new HashMap<>(VALUES);
        own.putAll(told);
        own.put("tracking_number", number);
        own.put("carrier", tool.equals("list_orders") ? "karrio" : bench.carrier());
        own.put("idempotency_key", "order-" + ++made);
        own.put("ship_date", bench.today().toString());
        order.service().ifPresent(service -> own.put("service", service));
        order.sender().ifPresent(from -> place(own, "from_", from));
        order.sender().ifPresent(from -> place(own, "", from));
        order.recipient().ifPresent(to -> place(own, "to_", to));
        own.put("destination_country", own.getOrDefault("to_country", "US"));
        own.forEach((argument, value) -> {
            if (sample.has(argument)) {
                sample.put(argument, value);
            }
        });
        more(tool, sample, number);
        dropInvented(sample);
        return sample;
    }

    private void more(String tool, ObjectNode sample, String number) {
        if (tool.equals("find_locations")) {
            sample.remove(List.of("service", "latitude", "longitude", "offset"));
        }
        if (tool.equals("get_transit_times")) {
            // not listed, for few carriers need them
            sample.put("length", "30").put("width", "20").put("height", "10").put("dimension_unit", "cm");
        }
        if (FOR_PAPERS.contains(tool)) {
            papers(sample);
        }
        if (tool.equals("create_manifest")) {
            sample.put("date", bench.today().toString());
        }
        if (tool.equals("create_manifest") && !bench.carrier().startsWith("karrio")) {
            sample.remove("tracking_numbers");
        } else if (sample.has("tracking_numbers")) {
            boolean ofBought = !tool.equals("track_packages") && told.containsKey("tracking_number");
            sample.putArray("tracking_numbers").add(ofBought ? told.get("tracking_number") : number);
        }
        if (sample.has("carriers")) {
            sample.putArray("carriers").add(bench.carrier());
        }
        if (tool.equals("recover_label") && sample.has("shipment_id")) {
            sample.remove("reference");
        }
        if (tool.equals("get_landed_cost")) {
            abroad(sample);
        }
        if (tool.equals("cancel_pickup")) {
            sample.set("details", details);
        }
        if (tool.equals("schedule_pickup")) {
            SandboxErrands.of(bench.carrier(), bench.sandbox().clock())
                    .pickup()
                    .map(PickupRequest::options)
                    .ifPresent(options -> options.forEach(
                            (name, value) -> sample.withArray("options").add(name + "=" + value)));
        }
    }

    /** Duties are for what crosses a border. */
    private void abroad(ObjectNode sample) {
        ShipmentRequest order = SandboxOrders.international(bench.carrier()).build();
        order.service().ifPresent(service -> sample.put("service", service));
        order.recipient().flatMap(Address::country).ifPresent(country -> sample.put("to_country", country));
        // not listed, for few carriers need it
        order.sender().flatMap(Address::stateOrProvince).ifPresent(state -> sample.put("from_state", state));
    }

    /** Papers are for what crosses a border. */
    private void papers(ObjectNode sample) {
        if (forPapers == null) {
            forPapers = bench.boughtForPapers(marked(bench.international()));
        }
        sample.put("shipment_id", forPapers.id()).put("tracking_number", forPapers.trackingNumber());
        forPapers
                .service()
                .filter(service -> sample.has("service"))
                .ifPresent(service -> sample.put("service", service));
        if (sample.has("document_ids")) {
            sample.putArray("document_ids").add(told.getOrDefault("document_id", ""));
        }
    }

    private static ShipmentRequest marked(ShipmentRequest order) {
        return ShipmentRequest.builder()
                .from(order)
                .sender(order.sender().map(ToolArguments::marked))
                .recipient(order.recipient().map(ToolArguments::marked))
                .build();
    }

    private static Address marked(Address place) {
        return Address.builder()
                .from(place)
                .person(Markers.PERSON)
                .company(Markers.COMPANY)
                .lines(List.of(Markers.STREET))
                .phone(Markers.PHONE)
                .email(Markers.EMAIL)
                .build();
    }

    private static void place(Map<String, String> own, String prefix, Address address) {
        own.put(prefix + "city", address.city().orElse(""));
        own.put(prefix + "state", address.stateOrProvince().orElse(""));
        own.put(prefix + "postal_code", address.postalCode().orElse(""));
        own.put(prefix + "country", address.country().orElse(""));
    }

    /** What the sample made up for want of anything better, and what is empty. */
    private static void dropInvented(ObjectNode sample) {
        List<String> invented = sample.properties().stream()
                .filter(argument -> isInvented(argument.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        sample.remove(invented);
    }

    private static boolean isInvented(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty() || value.get(0).isTextual() && isInvented(value.get(0));
        }
        return value.isTextual()
                && (value.asText().startsWith("test-") || value.asText().isEmpty());
    }

    static ObjectNode call(String tool, ObjectNode arguments) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.put("name", tool).set("arguments", arguments);
        return params;
    }
}
