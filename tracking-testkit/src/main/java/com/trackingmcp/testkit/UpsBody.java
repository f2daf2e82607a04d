package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One package as UPS writes it: activities newest first, each in local time and mostly in GMT as well. */
final class UpsBody {

    /** What the caller asked to have besides the scans. */
    record Extras(boolean signature, boolean proof, boolean milestones) {
        static final Extras NONE = new Extras(false, false, false);
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final DateTimeFormatter GMT_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("xxx");

    private final SandboxParcel parcel;
    private final Extras extras;
    /** Oldest first. */
    private final List<Scan> scans;

    UpsBody(SandboxParcel parcel, Extras extras) {
        this.parcel = parcel;
        this.extras = extras;
        this.scans = parcel.scans();
    }

    ObjectNode render(int packages) {
        ObjectNode body = Json.object();
        body.put("trackingNumber", parcel.number());
        body.set("deliveryDate", deliveryDate());
        body.set("deliveryTime", deliveryTime());
        if (!parcel.has(Quirk.NO_SCANS)) {
            body.set("activity", activities());
            UpsCode newest = code(Scan.newestStatus(scans));
            // The number of the status may lag behind its text.
            String number = parcel.has(Quirk.LAGGING_STATUS) ? "005" : newest.statusCode();
            body.putObject("currentStatus")
                    .put("description", newest.headline())
                    .put("code", number);
        }
        body.set("packageAddress", addresses());
        body.putObject("weight").put("unitOfMeasurement", "LBS").put("weight", "2.00");
        body.set("service", service());
        body.set("referenceNumber", references());
        body.set("deliveryInformation", delivery());
        if (parcel.status() == Step.AVAILABLE_FOR_PICKUP) {
            body.putObject("accessPointInformation")
                    .put("pickupByDate", DAY.format(newestScan().local().plusDays(7)));
        }
        if (extras.milestones()) {
            body.set("milestones", milestones());
        }
        body.put("packageCount", packages);
        return parcel.has(Quirk.SINGLE_OBJECTS) ? unwrap(body) : body;
    }

    /** Older answers write a list of one as its element: of each of these lists the first alone is told. */
    private static ObjectNode unwrap(ObjectNode body) {
        for (String name : List.of("activity", "deliveryDate", "referenceNumber")) {
            JsonNode list = body.path(name);
            if (list.size() > 0) {
                body.set(name, list.get(0));
            }
        }
        return body;
    }

    private ArrayNode activities() {
        ArrayNode activities = Json.array();
        for (int i = scans.size() - 1; i >= 0; i--) {
            activities.add(activity(i));
        }
        return activities;
    }

    private ObjectNode activity(int index) {
        Scan scan = scans.get(index);
        ObjectNode activity = Json.object();
        ObjectNode location = activity.putObject("location");
        // A label is made nowhere in particular: only the country is told.
        boolean nowhere = scan.step() == Step.LABEL_CREATED || scan.step() == Step.CANCELLED;
        location.set("address", nowhere ? country(scan.place()) : address(scan.place()));
        location.put("slic", scan.place().area() + "7");
        UpsCode code = code(index);
        activity.putObject("status")
                .put("type", code.type())
                .put("description", code.text())
                .put("code", code.code())
                .put("statusCode", code.statusCode())
                .put("simplifiedTextDescription", code.headline());
        if (!parcel.has(Quirk.NO_TIMESTAMPS)) {
            when(activity, scan, index);
        }
        return activity;
    }

    private void when(ObjectNode activity, Scan scan, int index) {
        if (parcel.has(Quirk.BROKEN_EVENT) && index == 1) {
            activity.put("date", "20XX0230").put("time", "noon");
            return;
        }
        OffsetDateTime local = scan.local();
        activity.put("date", DAY.format(local)).put("time", TIME.format(local));
        boolean post = parcel.family() == Family.UPS_MAIL_INNOVATIONS;
        if (!post && !(parcel.has(Quirk.MIXED_OFFSETS) && index % 2 == 0)) {
            OffsetDateTime gmt = local.withOffsetSameInstant(ZoneOffset.UTC);
            activity.put("gmtDate", DAY.format(gmt)).put("gmtTime", GMT_TIME.format(gmt));
            activity.put("gmtOffset", ZONE.format(local));
        }
    }

    private UpsCode code(int index) {
        if (index == scans.size() - 1 && parcel.has(Quirk.UNKNOWN_CODE)) {
            return UpsCode.unheardOf();
        }
        UpsCode code = UpsCode.of(scans.get(index).step());
        return parcel.family() == Family.UPS_MAIL_INNOVATIONS ? code.byPost() : code;
    }

    private Scan newestScan() {
        return scans.get(Scan.newestStatus(scans));
    }

    private ZoneId thereZone() {
        return parcel.route().destination().zone();
    }

    /** Scheduled until delivered, then delivered only. */
    private ArrayNode deliveryDate() {
        ArrayNode dates = Json.array();
        boolean delivered = parcel.status() == Step.DELIVERED;
        if (delivered || !parcel.status().isLast()) {
            String day = delivered
                    ? DAY.format(newestScan().local())
                    : DAY.format(parcel.estimate().atZone(thereZone()));
            dates.addObject().put("type", delivered ? "DEL" : "SDD").put("date", day);
        }
        return dates;
    }

    private ObjectNode deliveryTime() {
        ObjectNode time = Json.object();
        return switch (parcel.status()) {
            case DELIVERED ->
                time.put("type", "DEL").put("endTime", TIME.format(newestScan().local()));
            case OUT_FOR_DELIVERY ->
                time.put("type", "EDW").put("startTime", "133000").put("endTime", "173000");
            default -> time.put("type", "EOD").put("endTime", "230000");
        };
    }

    private ArrayNode addresses() {
        ArrayNode addresses = Json.array();
        ObjectNode from = addresses.addObject().put("type", "ORIGIN");
        from.set("address", address(parcel.route().origin()));
        ObjectNode to = addresses.addObject().put("type", "DESTINATION");
        to.set("address", address(parcel.route().destination()));
        return addresses;
    }

    private static ObjectNode address(Place place) {
        ObjectNode address = Json.object().put("city", place.city());
        if (!place.state().isEmpty()) {
            address.put("stateProvince", place.state());
        }
        return address.setAll(country(place));
    }

    private static ObjectNode country(Place place) {
        return Json.object().put("countryCode", place.country()).put("country", place.country());
    }

    private ObjectNode service() {
        ObjectNode service = Json.object();
        return parcel.family() == Family.UPS_MAIL_INNOVATIONS
                ? service.put("code", "751").put("levelCode", "M4").put("description", "UPS Mail Innovations")
                : service.put("code", "518").put("levelCode", "003").put("description", "UPS Ground");
    }

    private ArrayNode references() {
        ArrayNode references = Json.array();
        for (String reference : parcel.references()) {
            references.addObject().put("type", "PACKAGE").put("number", reference);
        }
        // Where a reference is not filled in, UPS writes one all the same.
        references.addObject().put("type", "SHIPMENT").put("number", "NA");
        return references;
    }

    /** There before anything is delivered; its presence says nothing. */
    private ObjectNode delivery() {
        ObjectNode delivery = Json.object();
        delivery.putObject("deliveryPhoto").put("isNonPostalCodeCountry", false);
        if (parcel.status() == Step.DELIVERED) {
            delivery.put("location", parcel.signature().isPresent() ? "Front Desk" : "Front Door");
            parcel.signature().ifPresent(name -> {
                delivery.put("receivedBy", name.toUpperCase(Locale.ROOT));
                if (extras.signature()) {
                    delivery.putObject("signature").put("image", Papers.GIF);
                }
            });
            if (extras.proof()) {
                delivery.putObject("pod").put("content", Papers.html("Delivered " + parcel.number()));
            }
        }
        return delivery;
    }

    private ArrayNode milestones() {
        ArrayNode milestones = Json.array();
        for (int i = 0; i < scans.size(); i++) {
            boolean current = i == scans.size() - 1;
            milestones
                    .addObject()
                    .put("code", code(i).statusCode())
                    .put("description", code(i).headline())
                    .put("current", current)
                    .put("state", current ? "IN_PROGRESS" : "COMPLETE")
                    .put("linkedActivity", Integer.toString(scans.size() - 1 - i));
        }
        return milestones;
    }
}
