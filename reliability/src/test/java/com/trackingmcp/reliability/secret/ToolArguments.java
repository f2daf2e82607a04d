package com.trackingmcp.reliability.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.reliability.fuzz.SampleArguments;
import com.trackingmcp.reliability.input.Bench;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a tool is called with so that it works, about marked people. Not safe for use by several threads. */
final class ToolArguments {
    private static final String PAPER =
            Base64.getEncoder().encodeToString("%PDF-1.4 test".getBytes(StandardCharsets.US_ASCII));
    private static final Map<String, String> VALUES = Map.of(
            "declared_value", "50",
            "shipping_cost", "5",
            "ready_time", "10:00",
            "close_time", "17:00",
            "content_base64", PAPER,
            "file_name", "invoice.pdf",
            "radius", "50",
            "query", "label",
            "requestor", Markers.PERSON);

    private final Bench bench;
    private final Map<String, String> told = new HashMap<>();
    private int made;

    ToolArguments(Bench bench) {
        this.bench = bench;
    }

    /** Keeps what an answer tells to ask on with. */
    void keep(JsonNode structured) {
        structured.properties().forEach(fact -> {
            if (fact.getKey().endsWith("_id")
                    || List.of("confirmation_number", "tracking_number").contains(fact.getKey())) {
                told.put(fact.getKey(), fact.getValue().asText());
            }
        });
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
            sample.remove("service");
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
            SandboxOrders.international(bench.carrier())
                    .build()
                    .recipient()
                    .flatMap(Address::country)
                    .ifPresent(country -> sample.put("to_country", country));
        }
        if (tool.equals("schedule_pickup")) {
            SandboxErrands.of(bench.carrier(), bench.sandbox().clock())
                    .pickup()
                    .map(PickupRequest::options)
                    .ifPresent(options -> options.forEach(
                            (name, value) -> sample.withArray("options").add(name + "=" + value)));
        }
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
