package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** UPS's Rating API in the sandbox: one service or all, with or without transit times. Stateless. */
final class UpsRateBehaviour {
    static final String PATH = "/api/rating/v2409/";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private UpsRateBehaviour() {}

    static SandboxResponse answer(SandboxRequest request) {
        String option = request.path().substring(PATH.length()).toLowerCase(Locale.ROOT);
        boolean timed = option.endsWith("timeintransit")
                || request.parameter("additionalinfo").orElse("").equalsIgnoreCase("timeintransit");
        JsonNode asked = Json.read(request.body()).path("RateRequest");
        JsonNode shipment = asked.path("Shipment");
        UpsCounter.checkToPrice(shipment);
        if (timed) {
            checkTime(shipment);
        }
        List<String> services = UpsTariff.services(
                UpsCounter.origin(shipment),
                UpsCounter.country(shipment, "ShipTo"),
                shipment.path("ShipmentServiceOptions").has("ReturnService"));
        if (!option.startsWith("shop")) {
            String service = UpsJson.text(shipment, "Service", "Code");
            if (!services.contains(service)) {
                throw new UpsRefusal("111210", "The requested service is unavailable between the selected locations.");
            }
            services = List.of(service);
        }
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("RateResponse");
        ObjectNode head = UpsJson.head(asked);
        head.putArray("Alert")
                .add(UpsJson.status("110971", "Your invoice may vary from the displayed reference rates"));
        answer.set("Response", head);
        ArrayNode rated = answer.putArray("RatedShipment");
        services.forEach(service -> rated.add(rated(shipment, service, timed)));
        return SandboxResponse.json(200, body);
    }

    private static void checkTime(JsonNode shipment) {
        if (UpsJson.text(shipment, "DeliveryTimeInformation", "PackageBillType").isEmpty()) {
            throw new UpsRefusal(UpsRefusal.UNPUBLISHED, "Missing delivery time information.");
        }
        boolean customs =
                UpsBorders.customsBetween(UpsCounter.origin(shipment), UpsCounter.country(shipment, "ShipTo"));
        boolean documents = UpsJson.text(shipment, "DeliveryTimeInformation", "PackageBillType")
                .equals("02");
        if (customs
                && !documents
                && UpsJson.text(shipment, "InvoiceLineTotal", "MonetaryValue").isEmpty()) {
            throw new UpsRefusal("111549", "Invalid Shipment Contents Value.");
        }
        if (customs && UpsJson.number(shipment, "ShipmentTotalWeight", "Weight").signum() <= 0) {
            throw new UpsRefusal("111546", "Invalid Weight.");
        }
    }

    private static ObjectNode rated(JsonNode shipment, String service, boolean timed) {
        UpsTariff tariff = new UpsTariff(shipment, service);
        ObjectNode rated = Json.object();
        // the description is there, and empty
        rated.putObject("Service").put("Code", service).put("Description", "");
        rated.putArray("RatedShipmentAlert")
                .add(UpsJson.status("110971", "Your invoice may vary from the displayed reference rates"));
        rated.put("RatingMethod", "01").put("BillableWeightCalculationMethod", "02");
        rated.set("BillingWeight", tariff.billingWeight());
        tariff.published(rated);
        tariff.negotiated(rated, true);
        ArrayNode packages = rated.putArray("RatedPackage");
        for (JsonNode one : UpsJson.many(shipment.path("Package"))) {
            packages.add(ratedPackage(tariff, one));
        }
        if (UpsSchedule.isGuaranteed(service)) {
            rated.putObject("GuaranteedDelivery")
                    .put("BusinessDaysInTransit", Integer.toString(UpsSchedule.days(service)));
        }
        if (timed) {
            rated.set("TimeInTransit", time(shipment, service));
        }
        return rated;
    }

    /** UPS leaves what the account pays for single packages at nothing. */
    private static ObjectNode ratedPackage(UpsTariff tariff, JsonNode one) {
        ObjectNode rated = Json.object();
        ObjectNode nothing =
                Json.object().put("CurrencyCode", tariff.currency()).put("MonetaryValue", "0.00");
        ObjectNode negotiated = rated.putObject("NegotiatedCharges");
        for (String name :
                List.of("BaseServiceCharge", "TransportationCharges", "ServiceOptionsCharges", "TotalCharge")) {
            negotiated.set(name, nothing);
        }
        return rated.put("Weight", UpsJson.text(one, "PackageWeight", "Weight"));
    }

    private static ObjectNode time(JsonNode shipment, String service) {
        String day = UpsJson.text(shipment, "DeliveryTimeInformation", "Pickup", "Date");
        LocalDate handedOver = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
        LocalDate arrival = UpsSchedule.arrival(service, handedOver);
        ObjectNode time = Json.object().put("PickupDate", day).put("PackageBillType", "03");
        time.put("Disclaimer", "Services listed as guaranteed are backed by a money-back guarantee.");
        ObjectNode summary = time.putObject("ServiceSummary");
        summary.putObject("Service").put("Description", UpsSchedule.name(service));
        if (UpsSchedule.isGuaranteed(service)) {
            summary.put("GuaranteedIndicator", "");
        }
        ObjectNode estimate = summary.putObject("EstimatedArrival");
        estimate.putObject("Arrival")
                .put("Date", DateTimeFormatter.BASIC_ISO_DATE.format(arrival))
                .put("Time", TIME.format(UpsSchedule.by(service)));
        estimate.put("BusinessDaysInTransit", Integer.toString(UpsSchedule.days(service)));
        estimate.putObject("Pickup").put("Date", day).put("Time", "180000");
        estimate.put("DayOfWeek", UpsSchedule.dayOfWeek(arrival)).put("CustomerCenterCutoff", "120000");
        summary.put("SaturdayDelivery", "0");
        return time;
    }
}
