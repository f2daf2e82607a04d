package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What UPS's Track Alert posts of a parcel's newest scan. Stateless. */
final class UpsPushBody {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("xxx");

    private UpsPushBody() {}

    static SandboxPush of(SandboxParcel parcel) {
        List<Scan> scans = parcel.scans();
        Scan scan = scans.get(scans.size() - 1);
        OffsetDateTime local = scan.local();
        OffsetDateTime gmt = local.withOffsetSameInstant(ZoneOffset.UTC);
        ObjectNode body = Json.object().put("trackingNumber", parcel.number());
        body.put("localActivityDate", DAY.format(local)).put("localActivityTime", TIME.format(local));
        body.put("gmtActivityDate", DAY.format(gmt)).put("gmtActivityTime", TIME.format(gmt));
        body.put("gmtOffset", ZONE.format(local).replace(':', '.'));
        place(body.putObject("activityLocation"), scan.place());
        UpsCode code = UpsCode.of(scan.step());
        body.putObject("activityStatus")
                .put("type", code.type())
                .put("code", code.code())
                .put("description", code.text())
                .put("descriptionCode", code.statusCode());
        String due =
                DAY.format(parcel.estimate().atZone(parcel.route().destination().zone()));
        body.put("scheduledDeliveryDate", due);
        if (scan.step() == Step.DELIVERED) {
            body.put("actualDeliveryDate", DAY.format(local)).put("actualDeliveryTime", TIME.format(local));
            parcel.signature().ifPresent(name -> body.put("receivedBy", name.toUpperCase(Locale.ROOT)));
        } else {
            body.put("deliveryTimeDescription", "end of day");
        }
        return new SandboxPush(headers(), body.toString());
    }

    private static void place(ObjectNode location, Place place) {
        location.put("city", place.city());
        if (!place.state().isEmpty()) {
            location.put("stateProvince", place.state());
        }
        location.put("country", place.country());
    }

    private static Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("Content-Type", List.of("application/json"));
        headers.put("User-Agent", List.of("UPSPubSubTrackingService"));
        headers.put("credential", List.of(SandboxSettings.UPS_WEBHOOK));
        return headers;
    }
}
