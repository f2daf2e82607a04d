package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** One package as DHL eCommerce writes it: events newest first, all in Eastern Time, called {@code ET}. */
final class EcommerceBody {

    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final SandboxParcel parcel;
    /** Oldest first. */
    private final List<Scan> scans;

    EcommerceBody(SandboxParcel parcel) {
        this.parcel = parcel;
        this.scans = parcel.scans();
    }

    ObjectNode render() {
        ObjectNode body = Json.object();
        Place to = parcel.route().destination();
        ObjectNode recipient = body.putObject("recipient");
        recipient.put("city", to.city()).put("state", to.state()).put("postalCode", to.postalCode());
        recipient.put("country", to.country());
        if (parcel.status() == Step.DELIVERED) {
            parcel.signature().ifPresent(name -> recipient.put("signedForName", name));
        }
        body.set("package", identity());
        ArrayNode events = body.putArray("events");
        for (int i = scans.size() - 1; i >= 0; i--) {
            events.add(event(i));
        }
        return body;
    }

    private ObjectNode identity() {
        EcommerceIds ids = EcommerceIds.of(parcel);
        ObjectNode identity = Json.object();
        identity.put("dhlPackageId", ids.dhlPackageId()).put("packageId", ids.packageId());
        identity.put("trackingId", ids.trackingId()).put("deliveryConfirmationNumber", ids.confirmationNumber());
        identity.put("productClass", "Domestic").put("orderedProductId", "GND").put("productName", "DHL Parcel Ground");
        if (!parcel.has(Quirk.NO_TIMESTAMPS)) {
            identity.put("expectedDelivery", DAY.format(parcel.estimate().atZone(EASTERN)));
        }
        identity.putObject("weight").put("value", 2).put("unitOfMeasure", "LB");
        parcel.references().stream().findFirst().ifPresent(reference -> identity.put("customerReference", reference));
        return identity;
    }

    private ObjectNode event(int index) {
        Scan scan = scans.get(index);
        boolean unknown = index == scans.size() - 1 && parcel.has(Quirk.UNKNOWN_CODE);
        EcommerceCode code = unknown ? EcommerceCode.unheardOf() : EcommerceCode.of(scan.step());
        Place place = scan.place();
        ObjectNode event = Json.object();
        if (parcel.has(Quirk.BROKEN_EVENT) && index == 1) {
            event.put("date", "n/a").put("time", "n/a").put("timeZone", "ET");
        } else if (!parcel.has(Quirk.NO_TIMESTAMPS)) {
            // LT: the time of the place, whichever that is.
            boolean localTime = parcel.has(Quirk.MIXED_OFFSETS) && index % 2 == 0;
            ZonedDateTime time = scan.at().atZone(localTime ? place.zone() : EASTERN);
            event.put("date", DAY.format(time)).put("time", TIME.format(time));
            event.put("timeZone", localTime ? "LT" : "ET");
        }
        event.put("location", place.city() + ", " + place.state() + ", " + place.country());
        event.put("postalCode", place.postalCode()).put("country", place.country());
        // A number here, a text there: both are seen.
        if (index % 2 == 0) {
            event.put("primaryEventId", code.id());
        } else {
            event.put("primaryEventId", Integer.toString(code.id()));
        }
        return event.put("primaryEventDescription", code.text());
    }
}
