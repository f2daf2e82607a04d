package com.trackingmcp.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a product costs with all that was asked for, in euros. Immutable.
 *
 * @param product the carriage alone
 * @param services what surcharges and services cost, by code; null for those without a price
 * @param tax what the state takes
 */
record MyDhlPrice(BigDecimal product, Map<String, BigDecimal> services, BigDecimal tax) {
    static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("AA", "SATURDAY DELIVERY"),
            Map.entry("CR", "EMERGENCY SITUATION"),
            Map.entry("DD", "DUTY TAX PAID"),
            Map.entry("EE", "GOGREEN CLIMATE NEUTRAL"),
            Map.entry("FE", "GO GREEN PLUS- CARBON REDUCED"),
            Map.entry("FF", "FUEL SURCHARGE"),
            Map.entry("II", "SHIPMENT INSURANCE"),
            Map.entry("LX", "HOLD FOR COLLECTION"),
            Map.entry("SF", "DIRECT SIGNATURE"),
            Map.entry("SX", "SIGNATURE RELEASE"),
            Map.entry("TK", "RESIDENTIAL DELIVERY"),
            Map.entry("WY", "PAPERLESS TRADE"));

    private static final Map<String, String> PRICES = Map.of(
            "AA", "18.00", "DD", "17.00", "EE", "0.50", "FE", "2.80", "II", "14.00", "SF", "6.50", "SX", "0", "TK",
            "4.20");
    private static final BigDecimal FUEL = new BigDecimal("0.2525");
    private static final BigDecimal EMERGENCY = new BigDecimal("0.27");
    private static final BigDecimal VALUE_ADDED_TAX = new BigDecimal("0.19");

    static MyDhlPrice of(MyDhlProduct product, MyDhlOrder order) {
        BigDecimal carriage = product.price(order.kilograms());
        Map<String, BigDecimal> services = new LinkedHashMap<>();
        if (!order.isDomestic()) {
            services.put("CR", EMERGENCY);
        }
        services.put("FF", rounded(carriage.multiply(FUEL)));
        for (String code : order.services()) {
            services.put(code, new BigDecimal(PRICES.getOrDefault(code, "0")));
        }
        BigDecimal net = services.values().stream().reduce(carriage, BigDecimal::add);
        BigDecimal tax = order.isDomestic() ? rounded(net.multiply(VALUE_ADDED_TAX)) : BigDecimal.ZERO;
        return new MyDhlPrice(carriage, services, tax);
    }

    BigDecimal total() {
        return services.values().stream().reduce(product, BigDecimal::add).add(tax);
    }

    /** In another currency. */
    static BigDecimal in(BigDecimal euros, BigDecimal rate) {
        return rounded(euros.multiply(rate));
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
