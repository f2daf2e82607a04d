package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The scans of a parcel and its latest status, as FedEx writes them: newest first, in the time of the place. */
final class FedexScans {

    static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final SandboxParcel parcel;
    /** Oldest first. */
    private final List<Scan> scans;

    FedexScans(SandboxParcel parcel) {
        this.parcel = parcel;
        this.scans = parcel.scans();
    }

    ArrayNode events(boolean all) {
        ArrayNode events = Json.array();
        int oldest = all ? 0 : scans.size() - 1;
        for (int i = scans.size() - 1; i >= oldest && i >= 0; i--) {
            events.add(event(i));
        }
        return events;
    }

    private ObjectNode event(int index) {
        Scan scan = scans.get(index);
        FedexCode code = code(index);
        ObjectNode event = Json.object();
        if (!parcel.has(Quirk.NO_TIMESTAMPS)) {
            event.put("date", date(index));
        }
        event.put("eventType", code.event()).put("eventDescription", code.eventText());
        event.put("exceptionCode", code.reason()).put("exceptionDescription", code.reasonText());
        ObjectNode location = FedexBody.address(scan.place());
        location.putArray("streetLines").add("");
        location.put("postalCode", scan.place().postalCode());
        event.set("scanLocation", location);
        event.put("locationId", scan.place().area() + "A").put("locationType", code.locationType());
        event.put("derivedStatusCode", code.derived()).put("derivedStatus", code.derivedText());
        return event;
    }

    private String date(int index) {
        if (parcel.has(Quirk.BROKEN_EVENT) && index == 1) {
            return "not a date";
        }
        OffsetDateTime local = scans.get(index).local();
        return parcel.has(Quirk.MIXED_OFFSETS) && index % 2 == 0 ? LOCAL.format(local) : OFFSET.format(local);
    }

    private FedexCode code(int index) {
        FedexCode code =
                FedexCode.of(scans.get(index).step(), parcel.signature().isPresent());
        boolean newest = index == scans.size() - 1;
        return newest && parcel.has(Quirk.UNKNOWN_CODE) ? code.unheardOf() : code;
    }

    ObjectNode latest() {
        ObjectNode latest = Json.object();
        if (scans.isEmpty()) {
            return latest;
        }
        int newest = Scan.newestStatus(scans);
        FedexCode code = code(newest);
        boolean hidden = parcel.has(Quirk.FALSE_DELIVERED);
        String status = hidden ? "DE" : code.event();
        latest.put("code", status).put("derivedCode", hidden ? "DE" : code.derived());
        latest.put(
                "statusByLocale",
                hidden ? "Delivery exception" : headline(scans.get(newest).step(), code));
        latest.put("description", hidden ? "Delivery exception" : code.eventText());
        latest.set("scanLocation", FedexBody.address(scans.get(newest).place()));
        if (!code.reason().isEmpty()) {
            ObjectNode ancillary = latest.putArray("ancillaryDetails").addObject();
            ancillary.put("reason", code.reason()).put("reasonDescription", code.reasonText());
            ancillary.put("action", "").put("actionDescription", "");
        }
        if (status.equals("CD")) {
            latest.putObject("delayDetail").put("type", "CLEARANCE").put("status", "DELAYED");
        }
        return latest;
    }

    private static String headline(Step step, FedexCode code) {
        return switch (step) {
            case LABEL_CREATED -> "Label created";
            case OUT_FOR_DELIVERY -> "Out for delivery";
            case RETURNING, RETURNED -> "Returning to shipper";
            default -> code.derivedText();
        };
    }
}
