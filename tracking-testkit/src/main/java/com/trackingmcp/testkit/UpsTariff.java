package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a shipment costs in the sandbox: made-up prices that depend on service, weight and options, a fifth less for the
 * account. Immutable; the same question always has the same answer.
 */
final class UpsTariff {
    private static final BigDecimal FUEL = new BigDecimal("0.1");
    private static final BigDecimal ACCOUNT = new BigDecimal("0.8");
    private static final BigDecimal VALUE_FREE = new BigDecimal("100");

    /** Cents for a shipment, and for each unit of weight. */
    private static final Map<String, int[]> PRICES = Map.ofEntries(
            Map.entry("03", new int[] {1000, 50}),
            Map.entry("12", new int[] {1800, 90}),
            Map.entry("02", new int[] {2600, 140}),
            Map.entry("59", new int[] {3000, 160}),
            Map.entry("13", new int[] {4400, 210}),
            Map.entry("01", new int[] {4900, 230}),
            Map.entry("14", new int[] {7900, 250}),
            Map.entry("11", new int[] {1500, 110}),
            Map.entry("08", new int[] {5200, 300}),
            Map.entry("65", new int[] {6100, 320}),
            Map.entry("07", new int[] {6800, 340}),
            Map.entry("54", new int[] {9900, 380}));

    private final JsonNode shipment;
    private final String service;
    private final BigDecimal weight;

    UpsTariff(JsonNode shipment, String service) {
        this.shipment = shipment;
        this.service = service;
        this.weight = UpsJson.many(shipment.path("Package")).stream()
                .map(one -> UpsJson.number(one, "PackageWeight", "Weight"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The services from one country to another, the slowest first. */
    static List<String> services(String from, String to, boolean back) {
        List<String> services = new ArrayList<>();
        if (from.equals("US") && to.equals("US")) {
            services.addAll(List.of("03", "12", "02", "59", "13", "01", "14"));
        } else if (from.equals("CA") && to.equals("CA")) {
            services.addAll(List.of("11", "02", "13", "01", "14"));
        } else if (from.equals(to)) {
            services.addAll(List.of("11", "65", "07", "54"));
        } else {
            services.addAll(List.of("08", "65", "07", "54"));
            if (UpsBorders.isLandLane(from, to)) {
                services.add(0, "11");
            }
        }
        if (back) {
            services.removeAll(List.of("13", "59"));
        }
        return services;
    }

    private BigDecimal base() {
        int[] price = PRICES.getOrDefault(service, new int[] {5000, 200});
        BigDecimal units = weight.setScale(0, RoundingMode.UP);
        return BigDecimal.valueOf(price[0], 2)
                .add(BigDecimal.valueOf(price[1], 2).multiply(units));
    }

    /** The surcharges by code; the second half of what is asked for is told by these alone. */
    private Map<String, BigDecimal> surcharges() {
        Map<String, BigDecimal> all = new LinkedHashMap<>();
        List<JsonNode> packages = UpsJson.many(shipment.path("Package"));
        BigDecimal count = BigDecimal.valueOf(packages.size());
        JsonNode options = shipment.path("ShipmentServiceOptions");
        boolean confirmed = options.has("DeliveryConfirmation")
                || packages.stream()
                        .anyMatch(one -> one.path("PackageServiceOptions").has("DeliveryConfirmation"));
        if (shipment.path("ShipTo").path("Address").has("ResidentialAddressIndicator")) {
            all.put("270", new BigDecimal("5.55").multiply(count));
        }
        if (confirmed) {
            all.put("121", new BigDecimal("6.60").multiply(count));
        }
        if (options.has("SaturdayDeliveryIndicator")) {
            all.put("300", new BigDecimal("16.00").multiply(count));
        }
        if (options.has("UPScarbonneutralIndicator")) {
            all.put("441", new BigDecimal("0.20").multiply(count));
        }
        BigDecimal insured = packages.stream()
                .map(one -> UpsJson.number(one, "PackageServiceOptions", "DeclaredValue", "MonetaryValue"))
                .filter(value -> value.compareTo(VALUE_FREE) > 0)
                .map(value -> value.multiply(new BigDecimal("0.015")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (insured.signum() > 0) {
            all.put("400", insured.setScale(2, RoundingMode.UP));
        }
        return all;
    }

    private BigDecimal fuel() {
        return base().multiply(FUEL).setScale(2, RoundingMode.HALF_UP);
    }

    private BigDecimal options() {
        return surcharges().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal total() {
        return base().add(fuel()).add(options());
    }

    String currency() {
        return switch (UpsCounter.origin(shipment)) {
            case "US", "PR" -> "USD";
            case "CA" -> "CAD";
            case "GB" -> "GBP";
            case "MX" -> "MXN";
            default -> "EUR";
        };
    }

    /** The published prices of a shipment. */
    void published(ObjectNode into) {
        into.set("TransportationCharges", UpsJson.amount(base().add(fuel()), currency()));
        into.set("BaseServiceCharge", UpsJson.amount(base(), currency()));
        into.set("ItemizedCharges", items(BigDecimal.ONE));
        into.set("ServiceOptionsCharges", UpsJson.amount(options(), currency()));
        into.set("TotalCharges", UpsJson.amount(total(), currency()));
    }

    /** What the account pays, where it is asked for. UPS sends one base charge where it declares a list. */
    void negotiated(ObjectNode into, boolean withBase) {
        boolean asked = shipment.path("ShipmentRatingOptions").has("NegotiatedRatesIndicator")
                && UpsJson.text(shipment, "Shipper", "ShipperNumber").equals(SandboxSettings.UPS_ACCOUNT);
        if (!asked) {
            return;
        }
        ObjectNode charges = into.putObject("NegotiatedRateCharges");
        if (withBase) {
            charges.set("BaseServiceCharge", UpsJson.amount(base().multiply(ACCOUNT), currency()));
        }
        charges.set("ItemizedCharges", items(ACCOUNT));
        charges.set("TotalCharge", UpsJson.amount(total().multiply(ACCOUNT), currency()));
    }

    private ArrayNode items(BigDecimal share) {
        ArrayNode items = Json.array();
        items.add(item("375", fuel().multiply(share)));
        surcharges().forEach((code, amount) -> items.add(item(code, amount.multiply(share))));
        return items;
    }

    private ObjectNode item(String code, BigDecimal amount) {
        ObjectNode item = Json.object().put("Code", code);
        item.setAll(UpsJson.amount(amount, currency()));
        return item;
    }

    ObjectNode billingWeight() {
        String unit = UpsJson.text(shipment.path("Package"), "PackageWeight", "UnitOfMeasurement", "Code");
        JsonNode first = UpsJson.many(shipment.path("Package")).get(0);
        String code = unit.isEmpty() ? UpsJson.text(first, "PackageWeight", "UnitOfMeasurement", "Code") : unit;
        ObjectNode billed = Json.object();
        billed.set("UnitOfMeasurement", UpsJson.status(code, code.equals("KGS") ? "Kilograms" : "Pounds"));
        return billed.put(
                "Weight", weight.setScale(0, RoundingMode.UP).setScale(1).toPlainString());
    }
}
