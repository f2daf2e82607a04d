package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What FedEx's Rate API and the transit times of its Service Availability API answer. */
final class FedexRateBehaviour {
    static final String RATES = "/rate/v1/rates/quotes";
    static final String TRANSIT = "/availability/v1/transittimes";

    private static final int MOST_PARCELS = 99;
    private static final Set<String> TARIFFS = Set.of("ACCOUNT", "LIST", "PREFERRED", "INCENTIVE");
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("MMM-dd-uuuu", Locale.ENGLISH);

    private final Clock clock;

    FedexRateBehaviour(Clock clock) {
        this.clock = clock;
    }

    ObjectNode rates(JsonNode body) throws FedexRefusal {
        FedexOrder order = new FedexOrder(body);
        JsonNode shipment = order.shipment();
        order.account();
        order.pickup();
        JsonNode from = shipment.path("shipper").path("address");
        JsonNode to = shipment.path("recipient").path("address");
        order.place("SHIPPER", from);
        order.place("RECIPIENT", to);
        order.parcels(MOST_PARCELS);
        for (JsonNode tariff : shipment.path("rateRequestType")) {
            if (!TARIFFS.contains(tariff.asText())) {
                order.refuse("RATEREQUESTTYPE.VALUE.INVALID", "The rate request type is not known.");
            }
        }
        order.conclude();
        ObjectNode output = Json.object();
        ArrayNode replies = output.putArray("rateReplyDetails");
        boolean withTimes = body.path("rateRequestControlParameters")
                .path("returnTransitTimes")
                .asBoolean(false);
        for (FedexService service : services(shipment, from, to)) {
            replies.add(reply(service, order, withTimes));
        }
        output.put("quoteDate", today().toString());
        // isEncoded by the description
        output.put("encoded", false);
        return output;
    }

    private static List<FedexService> services(JsonNode shipment, JsonNode from, JsonNode to) throws FedexRefusal {
        String wanted = shipment.path("serviceType").asText("");
        String origin = from.path("countryCode").asText();
        String destination = to.path("countryCode").asText();
        boolean hub = shipment.path("smartPostInfoDetail").has("hubId");
        boolean residential = to.path("residential").asBoolean(false);
        List<FedexService> services = Arrays.stream(FedexService.values())
                .filter(service -> wanted.isEmpty()
                        ? service.serves(origin, destination, residential)
                                || hub && service.canBeSold(origin, destination, true)
                        : service.name().equals(wanted) && service.canBeSold(origin, destination, hub))
                .filter(service -> wanted.isEmpty() || service.name().equals(wanted))
                .toList();
        if (services.isEmpty()) {
            throw new FedexRefusal(
                    "RATE.LOCATION.NOSERVICE",
                    "FedEx service is not currently available to this origin / destination combination.");
        }
        return services;
    }

    private ObjectNode reply(FedexService service, FedexOrder order, boolean withTimes) throws FedexRefusal {
        JsonNode shipment = order.shipment();
        ObjectNode reply = Json.object();
        reply.put("serviceType", service.name()).put("serviceName", service.title());
        reply.put("packagingType", shipment.path("packagingType").asText("YOUR_PACKAGING"));
        ArrayNode rated = reply.putArray("ratedShipmentDetails");
        JsonNode tariffs = shipment.path("rateRequestType");
        String preferred = shipment.path("preferredCurrency").asText("USD");
        for (JsonNode tariff : tariffs.isEmpty() ? Json.array().add("ACCOUNT") : tariffs) {
            String type = tariff.asText();
            String currency = type.equals("PREFERRED") ? preferred : "USD";
            ObjectNode price = new FedexTariff(service, order, !type.equals("LIST"), currency).rated(type);
            if (FedexDuties.areWanted(order.body())) {
                FedexDuties.add(price, shipment);
            }
            rated.add(price);
        }
        ObjectNode operations = reply.putObject("operationalDetail");
        operations.put("ineligibleForMoneyBackGuarantee", service.isGround());
        operations.put("astraDescription", "SANDBOX").put("serviceCode", "05");
        if (withTimes) {
            operations.put("transitTime", service.transit());
            reply.set("commit", commit(service, shipment));
        }
        reply.put("signatureOptionType", "SERVICE_DEFAULT");
        reply.putObject("serviceDescription")
                .put("serviceType", service.name())
                .put("description", service.title().replace("®", ""));
        return reply;
    }

    /** Dates are local to the destination, and without an offset. */
    private ObjectNode commit(FedexService service, JsonNode shipment) throws FedexRefusal {
        ObjectNode commit = Json.object();
        LocalDate day = service.delivery(shipped(shipment, "shipDateStamp"), saturday(shipment));
        if (service.time().isEmpty()) {
            commit.put("label", "Delivery date unavailable");
        } else {
            commit.putObject("dateDetail").put("dayOfWeek", weekday(day)).put("dayFormat", day + "T" + service.time());
        }
        commit.putObject("transitDays").put("minimumTransitTime", service.transit());
        return commit.put("saturdayDelivery", saturday(shipment));
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .toUpperCase(Locale.ROOT);
    }

    static boolean saturday(JsonNode shipment) {
        return shipment.path("shipmentSpecialServices")
                .path("specialServiceTypes")
                .toString()
                .contains("SATURDAY_DELIVERY");
    }

    private LocalDate shipped(JsonNode shipment, String name) throws FedexRefusal {
        return FedexAsk.day(shipment, name, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    ObjectNode transitTimes(JsonNode body) throws FedexRefusal {
        FedexOrder order = new FedexOrder(body);
        JsonNode shipment = order.shipment();
        JsonNode from = shipment.path("shipper").path("address");
        JsonNode to = shipment.path("recipients").path(0).path("address");
        order.place("SHIPPER", from);
        order.place("RECIPIENT", to);
        order.text(shipment, "packagingType", "PACKAGINGTYPE.VALUE.INVALID");
        order.parcels(MOST_PARCELS);
        order.conclude();
        ObjectNode output = Json.object();
        ArrayNode details = output.putArray("transitTimes").addObject().putArray("transitTimeDetails");
        for (FedexService service : services(shipment, from, to)) {
            details.add(transitTime(service, shipment));
        }
        return output.put("encoded", false);
    }

    /** The day is written {@code Apr-13-2021} here, and the time beside it. */
    private ObjectNode transitTime(FedexService service, JsonNode shipment) throws FedexRefusal {
        ObjectNode detail = Json.object();
        detail.put("serviceType", service.name()).put("serviceName", service.title());
        ObjectNode commit = detail.putObject("commit");
        LocalDate day = service.delivery(shipped(shipment, "shipDatestamp"), saturday(shipment));
        if (!service.time().isEmpty()) {
            commit.putObject("dateDetail")
                    .put("dayOfWeek", weekday(day))
                    .put("day", ENGLISH_DAY.format(day))
                    .put("time", service.time());
        }
        commit.putObject("transitDays").put("minimumTransitTime", service.transit());
        commit.put("cutOffTime", LocalTime.of(18, 30, 0).format(DateTimeFormatter.ISO_LOCAL_TIME));
        return detail;
    }
}
