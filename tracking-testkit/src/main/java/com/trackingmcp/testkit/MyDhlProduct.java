package com.trackingmcp.testkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What DHL Express sells: which lanes, how heavy, how fast and how dear. */
enum MyDhlProduct {
    EXPRESS_DOMESTIC("N", "EXPRESS DOMESTIC", 1010, 1, "23:59:00", "12.90", "0.90"),
    EXPRESS_DOMESTIC_1200("1", "EXPRESS DOMESTIC 12:00", 1000, 1, "12:00:00", "17.90", "0.90"),
    EXPRESS_DOMESTIC_900("I", "EXPRESS DOMESTIC 9:00", 300, 1, "09:00:00", "24.90", "0.90"),
    EXPRESS_WORLDWIDE_EU("U", "EXPRESS WORLDWIDE", 3030, 1, "23:59:00", "34.40", "2.10"),
    EXPRESS_WORLDWIDE_DOC("D", "EXPRESS WORLDWIDE", 3030, 3, "23:59:00", "52.00", "7.30"),
    EXPRESS_1200_DOC("T", "EXPRESS 12:00", 300, 3, "12:00:00", "63.50", "7.30"),
    EXPRESS_900_DOC("K", "EXPRESS 9:00", 250, 3, "09:00:00", "84.10", "7.30"),
    ECONOMY_SELECT_DOC("W", "ECONOMY SELECT", 3030, 5, "23:59:00", "29.20", "1.70"),
    EXPRESS_WORLDWIDE("P", "EXPRESS WORLDWIDE", 3030, 3, "23:59:00", "58.60", "8.15"),
    EXPRESS_1200("Y", "EXPRESS 12:00", 300, 3, "12:00:00", "71.35", "8.15"),
    EXPRESS_900("E", "EXPRESS 9:00", 250, 3, "09:00:00", "92.75", "8.15"),
    EXPRESS_EASY("8", "EXPRESS EASY", 30, 3, "23:59:00", "49.05", "9.95");

    private static final Set<String> EUROPEAN_UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private final String code;
    private final String title;
    private final BigDecimal maxKilograms;
    private final int days;
    private final String deliveredBy;
    private final BigDecimal base;
    private final BigDecimal perKilogram;

    MyDhlProduct(String code, String title, int maxKilograms, int days, String by, String base, String perKilogram) {
        this.code = code;
        this.title = title;
        this.maxKilograms = BigDecimal.valueOf(maxKilograms);
        this.days = days;
        this.deliveredBy = by;
        this.base = new BigDecimal(base);
        this.perKilogram = new BigDecimal(perKilogram);
    }

    /** What may go between two countries. */
    static List<MyDhlProduct> between(String from, String to, boolean declarable, int pieces) {
        if (from.equals(to) && !declarable) {
            return List.of(EXPRESS_DOMESTIC, EXPRESS_DOMESTIC_1200, EXPRESS_DOMESTIC_900);
        }
        if (declarable) {
            return Stream.of(EXPRESS_WORLDWIDE, EXPRESS_1200, EXPRESS_900, EXPRESS_EASY)
                    .filter(product -> product != EXPRESS_EASY || pieces == 1)
                    .toList();
        }
        return EUROPEAN_UNION.contains(from) && EUROPEAN_UNION.contains(to)
                ? List.of(EXPRESS_WORLDWIDE_EU, ECONOMY_SELECT_DOC)
                : List.of(EXPRESS_WORLDWIDE_DOC, EXPRESS_1200_DOC, EXPRESS_900_DOC);
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    boolean carries(BigDecimal kilograms) {
        return kilograms.compareTo(maxKilograms) <= 0;
    }

    int days() {
        return days;
    }

    /** A time of day, local to the destination. */
    String deliveredBy() {
        return deliveredBy;
    }

    /** Without surcharges, in euros. */
    BigDecimal price(BigDecimal kilograms) {
        return base.add(perKilogram.multiply(kilograms)).setScale(2, java.math.RoundingMode.HALF_UP);
    }
}
