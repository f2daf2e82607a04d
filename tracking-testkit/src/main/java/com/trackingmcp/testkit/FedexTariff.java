package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** What a shipment costs in the sandbox, by one tariff: list prices, of which the account pays four fifths. Immutable. */
final class FedexTariff {
    private static final long SIGNATURE = 690;
    private static final long SATURDAY = 1600;
    private static final long PER_HUNDRED_DECLARED = 120;
    private static final int FUEL_PERCENT = 14;
    private static final int DISCOUNT_PERCENT = 20;

    private final FedexService service;
    private final FedexOrder order;
    private final boolean discounted;
    private final String currency;

    FedexTariff(FedexService service, FedexOrder order, boolean discounted, String currency) {
        this.service = service;
        this.order = order;
        this.discounted = discounted;
        this.currency = currency;
    }

    private long base() {
        return service.base(order.totalPounds());
    }

    private long discount() {
        return discounted ? base() * DISCOUNT_PERCENT / 100 : 0;
    }

    private long fuel() {
        return (base() - discount()) * FUEL_PERCENT / 100;
    }

    private long signature() {
        JsonNode first = order.shipment().path("requestedPackageLineItems").path(0);
        String option =
                first.path("packageSpecialServices").path("signatureOptionType").asText("");
        return option.equals("DIRECT") || option.equals("ADULT") || option.equals("INDIRECT")
                ? SIGNATURE * order.parcelCount()
                : 0;
    }

    private long saturday() {
        return order.shipment()
                        .path("shipmentSpecialServices")
                        .path("specialServiceTypes")
                        .toString()
                        .contains("SATURDAY_DELIVERY")
                ? SATURDAY
                : 0;
    }

    private long declared() {
        long cents = 0;
        for (JsonNode item : order.shipment().path("requestedPackageLineItems")) {
            double value = item.path("declaredValue").path("amount").asDouble(0);
            cents += value > 100 ? Math.round(Math.ceil(value / 100)) * PER_HUNDRED_DECLARED : 0;
        }
        return cents;
    }

    private long surcharges() {
        return fuel() + signature() + saturday() + declared();
    }

    private long net() {
        return base() - discount() + surcharges();
    }

    /** Amounts are JSON numbers with two decimals. */
    private static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** As the Rate API tells it. */
    ObjectNode rated(String rateType) {
        ObjectNode rated = Json.object();
        rated.put("rateType", rateType).put("ratedWeightMethod", "ACTUAL");
        rated.put("totalDiscounts", money(discount())).put("totalBaseCharge", money(base()));
        rated.put("totalNetCharge", money(net())).put("totalNetFedExCharge", money(net()));
        rated.put("totalVatCharge", money(0)).put("totalDutiesAndTaxes", money(0));
        // told here by real answers, though described in the detail only
        rated.put("currency", currency);
        ObjectNode detail = rated.putObject("shipmentRateDetail");
        detail.put("rateZone", "05").put("dimDivisor", 0).put("fuelSurchargePercent", FUEL_PERCENT);
        detail.put("totalSurcharges", money(surcharges())).put("totalFreightDiscount", money(discount()));
        ArrayNode discounts = detail.putArray("freightDiscount");
        if (discount() > 0) {
            discounts
                    .addObject()
                    .put("type", "VOLUME")
                    .put("description", "Volume")
                    .put("amount", money(discount()))
                    .put("percent", DISCOUNT_PERCENT);
        }
        detail.set("surCharges", surcharges("type"));
        detail.put("pricingCode", "PACKAGE").put("currency", currency);
        detail.putObject("totalBillingWeight")
                .put("units", "LB")
                .put("value", BigDecimal.valueOf(Math.ceil(order.totalPounds())));
        return rated;
    }

    /** As the Ship API tells it. */
    ObjectNode sold(String rateType) {
        ObjectNode sold = Json.object();
        sold.put("rateType", rateType).put("ratedWeightMethod", "ACTUAL").put("rateZone", "05");
        sold.put("currency", currency).put("totalBaseCharge", money(base()));
        sold.put("totalFreightDiscounts", money(discount())).put("totalSurcharges", money(surcharges()));
        sold.put("totalNetFedExCharge", money(net())).put("totalNetCharge", money(net()));
        sold.put("totalTaxes", money(0)).put("totalDutiesAndTaxes", money(0));
        sold.set("surcharges", surcharges("surchargeType"));
        ArrayNode discounts = sold.putArray("freightDiscounts");
        if (discount() > 0) {
            discounts
                    .addObject()
                    .put("rateDiscountType", "VOLUME")
                    .put("description", "Volume")
                    .put("amount", money(discount()))
                    .put("percent", DISCOUNT_PERCENT);
        }
        return sold;
    }

    private ArrayNode surcharges(String kind) {
        ArrayNode all = Json.array();
        add(all, kind, "FUEL", "Fuel Surcharge", fuel());
        add(all, kind, "SIGNATURE_OPTION", "Signature Option", signature());
        add(all, kind, "SATURDAY_DELIVERY", "Saturday Delivery", saturday());
        add(all, kind, "INSURED_VALUE", "Insured value", declared());
        return all;
    }

    private static void add(ArrayNode all, String kind, String type, String description, long cents) {
        if (cents > 0) {
            all.addObject()
                    .put(kind, type)
                    .put("description", description)
                    .put("level", "PACKAGE")
                    .put("amount", money(cents));
        }
    }

    BigDecimal net(int parcels) {
        return money(net() / parcels);
    }
}
