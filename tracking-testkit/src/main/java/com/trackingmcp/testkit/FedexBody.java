package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** One track result of FedEx, with the members its captured answers have, empty placeholders among them. */
final class FedexBody {

    /** Where FedEx keeps its days: dates without a time come as midnight here, wherever they happened. */
    private static final ZoneOffset HEADQUARTERS = ZoneOffset.ofHours(-6);

    private static final Duration REUSED_AFTER = Duration.ofDays(400);

    private final SandboxParcel parcel;
    private final boolean earlier;

    /** @param earlier whether this is the parcel that had the number before */
    FedexBody(SandboxParcel parcel, boolean earlier) {
        this.parcel = parcel;
        this.earlier = earlier;
    }

    /** Tells parcels apart that share one number. */
    static String uniqueId(SandboxParcel parcel, boolean earlier) {
        String day = parcel.has(Quirk.SEVERAL_RESULTS) ? (earlier ? "2457821000" : "2457835000") : "2461000000";
        return day + "~" + parcel.number() + "~FX";
    }

    String uniqueId() {
        return uniqueId(parcel, earlier);
    }

    boolean isShippedWithin(LocalDate first, LocalDate last) {
        LocalDate shipped = day(parcel.created());
        return !shipped.isBefore(first) && !shipped.isAfter(last);
    }

    private Instant at(Instant moment) {
        return earlier ? moment.minus(REUSED_AFTER) : moment;
    }

    static ObjectNode notFound(String number, String code) {
        ObjectNode result = Json.object();
        result.set("trackingNumberInfo", numberInfo(number, "", ""));
        result.putObject("error").put("code", code).put("message", "No parcel with this number is known.");
        return result;
    }

    private static ObjectNode numberInfo(String number, String uniqueId, String carrierCode) {
        ObjectNode info = Json.object();
        info.put("trackingNumber", number)
                .put("trackingNumberUniqueId", uniqueId)
                .put("carrierCode", carrierCode);
        return info;
    }

    ObjectNode result(boolean allScans) {
        ObjectNode result = Json.object();
        FedexScans scans = new FedexScans(parcel);
        result.set("trackingNumberInfo", numberInfo(parcel.number(), uniqueId(), "FDXE"));
        result.set("additionalTrackingInfo", identifiers());
        places(result);
        result.set("latestStatusDetail", earlier ? deliveredLongAgo() : scans.latest());
        result.set("dateAndTimes", dates());
        result.set("estimatedDeliveryTimeWindow", window());
        result.putObject("standardTransitTimeWindow").putObject("window").put("ends", local(parcel.estimate()));
        if (!parcel.has(Quirk.NO_SCANS) && !earlier) {
            result.set("scanEvents", scans.events(allScans));
        }
        result.putObject("serviceDetail")
                .put("type", "FEDEX_2_DAY")
                .put("description", "FedEx 2Day")
                .put("shortDescription", "P-2");
        result.set("packageDetails", packageDetails());
        ObjectNode shipment = result.putObject("shipmentDetails");
        // True from the first label on: it says nothing about who has the parcel.
        shipment.put("possessionStatus", true).set("weight", weights());
        shipment.putArray("contents");
        result.set("deliveryDetails", delivery());
        result.set("availableImages", images());
        result.putArray("specialHandlings");
        result.putArray("informationNotes");
        result.putArray("availableNotifications").add("ON_DELIVERY").add("ON_EXCEPTION");
        result.putObject("returnDetail");
        result.put("goodsClassificationCode", "");
        return result;
    }

    private void places(ObjectNode result) {
        Route route = parcel.route();
        result.set("shipperInformation", party(route.origin()));
        result.set("recipientInformation", party(route.destination()));
        result.putObject("originLocation")
                .putObject("locationContactAndAddress")
                .set("address", address(route.origin()));
        result.putObject("destinationLocation")
                .put("locationType", "FEDEX_EXPRESS_STATION")
                .putObject("locationContactAndAddress")
                .set("address", address(route.destination()));
        result.set("lastUpdatedDestinationAddress", address(route.destination()));
    }

    private ObjectNode deliveredLongAgo() {
        ObjectNode latest = Json.object();
        latest.put("code", "DL").put("derivedCode", "DL").put("statusByLocale", "Delivered");
        latest.put("description", "Delivered");
        latest.set("scanLocation", address(parcel.route().destination()));
        return latest;
    }

    private ObjectNode identifiers() {
        ObjectNode info = Json.object();
        info.put("nickname", "");
        ArrayNode identifiers = info.putArray("packageIdentifiers");
        for (String reference : parcel.references()) {
            identifiers.add(identifier("CUSTOMER_REFERENCE", reference));
        }
        if (parcel.scans().stream().anyMatch(scan -> scan.step() == Step.RETURNED)) {
            identifiers.add(identifier("RETURNED_TO_SHIPPER_TRACKING_NUMBER", parcel.number()));
        }
        if (parcel.shipment().size() > 1) {
            identifiers.add(identifier("STANDARD_MPS", parcel.shipment().get(0).number()));
        }
        info.put("hasAssociatedShipments", parcel.shipment().size() > 1);
        return info;
    }

    private static ObjectNode identifier(String type, String value) {
        ObjectNode identifier = Json.object();
        identifier.put("type", type).putArray("values").add(value);
        return identifier.put("trackingNumberUniqueId", "").put("carrierCode", "");
    }

    private static ObjectNode party(Place place) {
        ObjectNode party = Json.object();
        party.putObject("contact");
        party.set("address", address(place));
        return party;
    }

    static ObjectNode address(Place place) {
        ObjectNode address = Json.object();
        address.put("city", place.city().toUpperCase(Locale.ROOT));
        if (!place.state().isEmpty()) {
            address.put("stateOrProvinceCode", place.state());
        }
        address.put("countryCode", place.country()).put("residential", false);
        return address.put("countryName", place.countryName());
    }

    private ArrayNode dates() {
        ArrayNode dates = Json.array();
        if (parcel.has(Quirk.NO_TIMESTAMPS)) {
            return dates;
        }
        happened(Step.DELIVERED).ifPresent(scan -> dates.add(dated("ACTUAL_DELIVERY", local(scan.at()))));
        happened(Step.DELIVERY_ATTEMPTED).ifPresent(scan -> dates.add(dated("ATTEMPTED_DELIVERY", local(scan.at()))));
        happened(Step.PICKED_UP).ifPresent(scan -> dates.add(dated("ACTUAL_PICKUP", midnight(scan.at()))));
        dates.add(dated("SHIP", midnight(parcel.created())));
        if (!parcel.status().isLast()) {
            dates.add(dated("ESTIMATED_DELIVERY", local(parcel.estimate())));
        }
        return dates;
    }

    private static ObjectNode dated(String type, String dateTime) {
        return Json.object().put("type", type).put("dateTime", dateTime);
    }

    /** Often empty; filled while the parcel is on its last way. */
    private ObjectNode window() {
        ObjectNode outer = Json.object();
        ObjectNode window = outer.putObject("window");
        if (parcel.status() == Step.OUT_FOR_DELIVERY && !parcel.has(Quirk.NO_TIMESTAMPS)) {
            window.put("begins", local(parcel.estimate().minus(Duration.ofHours(4))));
            window.put("ends", local(parcel.estimate()));
        }
        return outer;
    }

    private Optional<Scan> happened(Step step) {
        return parcel.scans().stream().filter(scan -> scan.step() == step).reduce((first, last) -> last);
    }

    private String local(Instant moment) {
        ZoneId zone = parcel.route().destination().zone();
        return FedexScans.OFFSET.format(at(moment).atZone(zone));
    }

    private String midnight(Instant moment) {
        return FedexScans.OFFSET.format(OffsetDateTime.of(day(moment).atStartOfDay(), HEADQUARTERS));
    }

    private LocalDate day(Instant moment) {
        return at(moment).atZone(parcel.route().origin().zone()).toLocalDate();
    }

    private ObjectNode packageDetails() {
        int place = parcel.shipment().indexOf(parcel) + 1;
        ObjectNode details = Json.object();
        ObjectNode measures = details.putObject("weightAndDimensions");
        measures.set("weight", weights());
        ArrayNode dimensions = measures.putArray("dimensions");
        dimensions
                .addObject()
                .put("length", 12)
                .put("width", 9)
                .put("height", 4)
                .put("units", "IN");
        dimensions
                .addObject()
                .put("length", 30)
                .put("width", 23)
                .put("height", 10)
                .put("units", "CM");
        details.putObject("packagingDescription")
                .put("type", "YOUR_PACKAGING")
                .put("description", "Customer Packaging");
        details.put("physicalPackagingType", "PACKAGE").putArray("packageContent");
        details.put("sequenceNumber", Integer.toString(Math.max(place, 1)));
        details.put("count", Integer.toString(parcel.shipment().size()));
        return details.put("undeliveredCount", happened(Step.DELIVERED).isPresent() ? "0" : "1");
    }

    /** The same weight twice, as text. */
    private static ArrayNode weights() {
        return Json.array(
                Json.object().put("unit", "LB").put("value", "2.0"),
                Json.object().put("unit", "KG").put("value", "0.91"));
    }

    private ObjectNode delivery() {
        ObjectNode delivery = Json.object();
        delivery.put("deliveryAttempts", "0");
        happened(Step.DELIVERED).ifPresent(scan -> {
            delivery.set("actualDeliveryAddress", address(scan.place()));
            delivery.put("receivedByName", parcel.signature().orElse("Signature not required"));
            parcel.signature().ifPresent(name -> delivery.put("signedByName", name));
            delivery.put("locationType", "RESIDENCE").put("locationDescription", "Residence");
        });
        ObjectNode eligible =
                delivery.putArray("deliveryOptionEligibilityDetails").addObject();
        eligible.put("option", "REROUTE").put("eligibility", "INELIGIBLE");
        return delivery;
    }

    private ArrayNode images() {
        ArrayNode images = Json.array();
        happened(Step.DELIVERED).ifPresent(scan -> images.addObject().put("type", "SIGNATURE_PROOF_OF_DELIVERY"));
        return images;
    }
}
