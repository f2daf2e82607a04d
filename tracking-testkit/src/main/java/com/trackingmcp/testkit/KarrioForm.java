package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Reads addresses, parcels and options as the server does: what it complains about, what it corrects, what it fills in. */
final class KarrioForm {
    private static final DateTimeFormatter SHIPPING_DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final KarrioServer server;
    private final KarrioAsk ask;
    private final List<String> complaints = new ArrayList<>();

    KarrioForm(KarrioServer server, KarrioAsk ask) {
        this.server = server;
        this.ask = ask;
    }

    /** Ends with a 400 where there was anything to complain about. */
    void close() {
        if (!complaints.isEmpty()) {
            throw KarrioRefusal.invalid(complaints);
        }
    }

    void complain(String complaint) {
        complaints.add(complaint);
    }

    /** An address of a request, or the kept one whose id stands there. */
    ObjectNode address(JsonNode body, String field) {
        KarrioBody whole = KarrioBody.of(body, complaints);
        if (!body.path(field).isObject() && !body.path(field).isTextual()) {
            whole.complain(field, KarrioBody.REQUIRED);
            return Json.object();
        }
        return KarrioAddresses.read(server, ask, whole, field);
    }

    ArrayNode parcels(JsonNode body) {
        ArrayNode parcels = Json.array();
        JsonNode given = body.path("parcels");
        if (!given.isArray() || given.isEmpty()) {
            complain("parcels: This field is required.");
            return parcels;
        }
        KarrioBody.of(body, complaints).rows("parcels").forEach(one -> parcels.add(parcel(one)));
        return parcels;
    }

    /** A parcel, or the kept one whose id stands there. */
    private ObjectNode parcel(KarrioBody given) {
        if (!given.whole().isTextual()) {
            KarrioParcels.check(given);
            return KarrioParcels.shown(server, given.copy());
        }
        String id = given.whole().asText();
        return server.book()
                .find(KarrioParcels.KIND, ask, id)
                .map(entry -> entry.json().deepCopy())
                .orElseGet(() -> {
                    given.complain("id", "Parcel with id " + id + " not found");
                    return Json.object();
                });
    }

    /** With the day on which it is handed over, the server's own next business hour where none is told. */
    ObjectNode options(JsonNode body) {
        ObjectNode options =
                body.path("options").isObject() ? body.path("options").deepCopy() : Json.object();
        String date = options.path("shipping_date").asText("");
        if (date.isEmpty()) {
            String day = options.path("shipment_date").asText("");
            date = day.isEmpty() ? SHIPPING_DATE.format(nextBusinessTime()) : day + "T10:00";
            options.put("shipping_date", date);
        } else if (!date.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d")) {
            complain("options.shipping_date: The date format must be YYYY-MM-DDTHH:MM");
        }
        if (!options.hasNonNull("shipment_date")) {
            options.put("shipment_date", date.substring(0, Math.min(10, date.length())));
        }
        return options;
    }

    private LocalDateTime nextBusinessTime() {
        LocalDateTime now = LocalDateTime.ofInstant(server.book().now(), ZoneOffset.UTC);
        LocalDateTime time = now;
        if (now.getHour() < 9) {
            time = now.with(LocalTime.of(10, 0));
        } else if (now.getHour() >= 17) {
            time = now.plusDays(1).with(LocalTime.of(10, 0));
        }
        while (time.getDayOfWeek().getValue() > 5) {
            time = time.plusDays(1).with(LocalTime.of(10, 0));
        }
        return time;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
