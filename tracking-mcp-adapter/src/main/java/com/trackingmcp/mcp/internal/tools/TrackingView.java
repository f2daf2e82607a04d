package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.ExceptionDetail;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingResult;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a parcel stands, for programs and in words. Times stand as the carrier told them. Stateless. */
final class TrackingView {
    private static final int MOST_REMARKS = 20;

    /** What is told of each of many parcels. */
    private static final List<Field> BRIEF = List.of(
            Field.text("carrier", ""),
            Field.text("status", ""),
            Field.text("status_text", "The carrier's words"),
            Field.flag("delayed", ""),
            Field.text("eta_from", "Local to the destination"),
            Field.text("eta_to", ""),
            Field.text("delivered_at", ""),
            Field.objects(
                    "events",
                    "Newest first",
                    Schema.of(
                            Field.text("time", ""),
                            Field.text("status", "").required(),
                            Field.text("text", ""),
                            Field.text("place", ""))),
            Field.count("events_omitted", ""));

    /** What is told of one parcel beyond that. */
    private static final List<Field> FULL = List.of(
            Field.text("service", ""),
            Field.text("eta_basis", ""),
            Field.text("signed_by", ""),
            Field.text("origin", ""),
            Field.text("destination", ""),
            Field.count("pieces", ""),
            Field.count("delivery_attempts", ""),
            Field.texts("problems", ""),
            Notes.field(),
            Field.text("retrieved_at", ""));

    private TrackingView() {}

    /** The schema of {@link #full}. */
    static Schema schema() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("tracking_number", "").required());
        fields.addAll(BRIEF);
        fields.addAll(FULL);
        return new Schema(fields);
    }

    /** The schema of {@link #brief}, with more fields. */
    static Schema briefWith(Field... more) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("tracking_number", "").required());
        fields.addAll(BRIEF);
        fields.addAll(List.of(more));
        return new Schema(fields);
    }

    /** What matters most, with the newest events. */
    static ObjectNode brief(TrackingResult parcel, int maxEvents) {
        ObjectNode json = Json.object()
                .put("tracking_number", parcel.number().value())
                .put("carrier", parcel.connection())
                .put("status", parcel.status().word());
        Json.put(json, "status_text", parcel.carrierStatusText().map(ForeignText::of));
        if (parcel.delayed()) {
            json.put("delayed", true);
        }
        parcel.estimatedDelivery().ifPresent(window -> {
            Json.put(json, "eta_from", window.from());
            Json.put(json, "eta_to", window.to());
        });
        Json.put(json, "delivered_at", parcel.deliveredAt());
        List<TrackingEvent> newest = parcel.events().stream().limit(maxEvents).toList();
        json.set("events", Json.list(newest, TrackingView::event));
        if (newest.size() < parcel.events().size()) {
            json.put("events_omitted", parcel.events().size() - newest.size());
        }
        return json;
    }

    private static ObjectNode event(TrackingEvent event) {
        ObjectNode json = Json.object();
        Json.put(json, "time", event.time());
        json.put("status", event.status().word());
        Json.put(json, "text", words(event));
        Json.put(json, "place", event.location().flatMap(AddressView::place));
        return json;
    }

    /** What the carrier said of an event, with its reason. */
    private static Optional<String> words(TrackingEvent event) {
        String words = Stream.of(event.carrierStatusText(), event.reasonText())
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(": "));
        return Optional.of(ForeignText.of(words)).filter(said -> !said.isEmpty());
    }

    /** All that helps, with the newest events. */
    static ObjectNode full(TrackingResult parcel, int maxEvents) {
        ObjectNode json = brief(parcel, maxEvents);
        Json.put(json, "service", parcel.serviceName().or(parcel::serviceCode).map(ForeignText::of));
        Json.put(
                json,
                "eta_basis",
                parcel.estimatedDelivery().map(window -> window.basis().word()));
        Json.put(json, "signed_by", parcel.signedBy().map(ForeignText::of));
        Json.put(json, "origin", parcel.origin().flatMap(AddressView::place));
        Json.put(json, "destination", parcel.destination().flatMap(AddressView::place));
        parcel.pieceCount().ifPresent(count -> json.put("pieces", count));
        parcel.deliveryAttempts().ifPresent(count -> json.put("delivery_attempts", count));
        putTexts(json, "problems", parcel.exceptions().stream().map(TrackingView::problem));
        Notes.put(json, parcel.alerts());
        json.put(
                "retrieved_at",
                parcel.retrievedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        return json;
    }

    private static void putTexts(ObjectNode json, String name, Stream<String> texts) {
        List<String> told = texts.map(ForeignText::of)
                .filter(text -> !text.isEmpty())
                .limit(MOST_REMARKS)
                .toList();
        if (!told.isEmpty()) {
            json.set(name, Json.texts(told));
        }
    }

    private static String problem(ExceptionDetail problem) {
        return Stream.of(problem.reason().or(problem::code), problem.action())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    /** Where it stands, in one line. */
    static String line(TrackingResult parcel) {
        StringBuilder line = new StringBuilder(parcel.number().value())
                .append(" (")
                .append(parcel.connection())
                .append("): ")
                .append(parcel.status().word());
        if (parcel.delayed()) {
            line.append(", delayed");
        }
        parcel.deliveredAt().ifPresent(time -> line.append(" at ").append(time));
        parcel.signedBy().ifPresent(name -> line.append(", signed for by ").append(ForeignText.of(name)));
        parcel.estimatedDelivery()
                .ifPresent(window -> line.append(", expected ").append(expected(window)));
        return line.toString();
    }

    private static String expected(DeliveryWindow window) {
        String from = window.from().map(CarrierTime::toString).orElse("");
        String to = window.to().map(CarrierTime::toString).orElse("");
        if (from.equals(to)) {
            return from;
        }
        return (from.isEmpty() ? "" : "from " + from + " ") + (to.isEmpty() ? "on" : "until " + to);
    }

    /** An event in one line: when, what, where. */
    static String line(TrackingEvent event) {
        return Stream.of(
                        event.time().map(CarrierTime::toString),
                        words(event).or(() -> Optional.of(event.status().word())),
                        event.location().flatMap(AddressView::place))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }
}
