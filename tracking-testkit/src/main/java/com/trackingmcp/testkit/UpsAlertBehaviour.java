package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * UPS's Track Alert in the sandbox, with its published codes. As UPS's test environment it takes the numbers it knows, and
 * lists others as invalid.
 */
final class UpsAlertBehaviour {
    static final String PATH = "/api/track/v2/subscription/";
    private static final String WIRE = "ups";
    private static final int MOST_NUMBERS = 100;
    private static final Set<String> EVENTS = Set.of("D", "I", "M", "X");
    private final ParcelBook book;
    private final DeskBook desk;

    UpsAlertBehaviour(ParcelBook book, DeskBook desk) {
        this.book = book;
        this.desk = desk;
    }

    SandboxResponse answer(SandboxRequest request) {
        JsonNode asked = Json.read(request.body());
        List<String> numbers = UpsJson.many(asked.path("trackingNumberList")).stream()
                .map(JsonNode::asText)
                .toList();
        Optional<UpsRefusal> refusal = refusal(request, asked, numbers);
        List<String> valid = new ArrayList<>();
        List<String> invalid = new ArrayList<>();
        for (String number : numbers) {
            (book.find(number, Family.UPS).isPresent() ? valid : invalid).add(number);
        }
        if (refusal.isPresent()) {
            return refused(refusal.get(), List.of());
        }
        if (valid.isEmpty()) {
            return refused(
                    new UpsRefusal(
                            "VSS210", "The Subscription request should have at least one valid tracking number."),
                    invalid);
        }
        valid.forEach(number -> desk.subscribe(WIRE, number));
        ObjectNode body = Json.object();
        list(body, "validTrackingNumbers", valid);
        list(body, "invalidTrackingNumbers", invalid);
        return SandboxResponse.json(200, body);
    }

    private static SandboxResponse refused(UpsRefusal refusal, List<String> invalid) {
        ObjectNode body = Json.object();
        list(body, "invalidTrackingNumbers", invalid);
        body.setAll((ObjectNode) Json.read(UpsJson.refusal(refusal).body()));
        return SandboxResponse.json(400, body);
    }

    private static void list(ObjectNode body, String name, List<String> numbers) {
        ArrayNode list = body.putArray(name);
        numbers.forEach(list::add);
    }

    private static Optional<UpsRefusal> refusal(SandboxRequest request, JsonNode asked, List<String> numbers) {
        String type = request.path().substring(PATH.length());
        String locale = UpsJson.text(asked, "locale");
        boolean events = UpsJson.many(asked.path("eventPreferences")).stream()
                .allMatch(event -> EVENTS.contains(event.asText()));
        if (request.header("transId").orElse("").isBlank()) {
            return refused("VSS002", "Missing transId");
        }
        if (request.header("transactionSrc").orElse("").isBlank()) {
            return refused("VSS004", "Missing transactionSrc");
        }
        if (!Set.of("standard/package", "enhanced/package").contains(type)) {
            return refused("VSS930", "Type is missing or invalid.");
        }
        if (!locale.equals("en_US")) {
            return locale.isEmpty()
                    ? refused("VSS300", "Locale is required.")
                    : refused("VSS310", "Please enter a valid locale.");
        }
        if (!events) {
            return refused("VSS000", "Invalid request.");
        }
        if (numbers.isEmpty()) {
            return refused("VSS200", "Tracking Number List is required.");
        }
        return numbers.size() > MOST_NUMBERS
                ? refused("VSS220", "You have submitted over 100 tracking numbers.")
                : Optional.empty();
    }

    private static Optional<UpsRefusal> refused(String code, String message) {
        return Optional.of(new UpsRefusal(code, message + " The Subscription request has been rejected."));
    }
}
