package com.trackingmcp.dhl;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of DHL Express's products by their one-letter global codes. Stateless.
 *
 * <p>Sources: MyDHL API 3.1.1, reference data "product codes" (documents); for goods the names of the same products, of
 * which P, M, Q, Y and 8 were seen in answers.
 */
final class DhlExpressProducts {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1", "EXPRESS DOMESTIC 12:00"),
            Map.entry("5", "SAMEDAY SPRINTLINE"),
            Map.entry("7", "EXPRESS EASY"),
            Map.entry("8", "EXPRESS EASY"),
            Map.entry("9", "PARCEL PRODUCT"),
            Map.entry("A", "ECONOMY BREAKBULK"),
            Map.entry("B", "EXPRESS BREAKBULK"),
            Map.entry("C", "MEDICAL EXPRESS"),
            Map.entry("D", "EXPRESS WORLDWIDE"),
            Map.entry("E", "EXPRESS 9:00"),
            Map.entry("G", "ECONOMY SELECT DOMESTIC"),
            Map.entry("H", "ECONOMY SELECT"),
            Map.entry("I", "EXPRESS DOMESTIC 9:00"),
            Map.entry("K", "EXPRESS 9:00"),
            Map.entry("L", "EXPRESS 10:30"),
            Map.entry("M", "EXPRESS 10:30"),
            Map.entry("N", "EXPRESS DOMESTIC"),
            Map.entry("O", "EXPRESS DOMESTIC 10:30"),
            Map.entry("P", "EXPRESS WORLDWIDE"),
            Map.entry("Q", "MEDICAL EXPRESS"),
            Map.entry("R", "GLOBALMAIL"),
            Map.entry("S", "SAME DAY"),
            Map.entry("T", "EXPRESS 12:00"),
            Map.entry("U", "EXPRESS WORLDWIDE"),
            Map.entry("W", "ECONOMY SELECT"),
            Map.entry("X", "EXPRESS ENVELOPE"),
            Map.entry("Y", "EXPRESS 12:00"));

    private DhlExpressProducts() {}

    static Optional<String> name(String productCode) {
        return Optional.ofNullable(NAMES.get(productCode.toUpperCase(Locale.ROOT)));
    }
}
