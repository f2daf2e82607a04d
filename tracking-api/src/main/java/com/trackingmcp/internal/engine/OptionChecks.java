package com.trackingmcp.internal.engine;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a carrier's catalogue has what a request asks for by name. Stateless. */
final class OptionChecks {
    private static final int NAMES_TOLD = 3;

    /** Before the point or after it; more are short to write as an exponent, and too long to write out. */
    private static final int MOST_DIGITS = 100;

    private OptionChecks() {}

    /**
     * Tells options no carrier has, values an option does not take, and label formats the carrier does not send.
     *
     * @param others the ids of all carriers, whose options are none of this one's business
     */
    static void check(ShipmentRequest request, Carrier carrier, Set<String> others, RequestCheck check) {
        Catalog catalog = carrier.catalog();
        options(request.options(), catalog.options(), carrier, others, check);
        request.label()
                .map(LabelSpec::format)
                .filter(format -> !catalog.labelFormats().isEmpty()
                        && !catalog.labelFormats().contains(format))
                .ifPresent(format -> check.wrong(
                        "label.format",
                        "is " + format.word() + ", which " + carrier.profile().name() + " does not send; it has "
                                + catalog.labelFormats().stream()
                                        .map(known -> known.word())
                                        .collect(Collectors.joining(", "))));
    }

    /** Tells options of pickups that no carrier has, and values an option does not take. */
    static void checkPickup(PickupRequest request, Carrier carrier, Set<String> others, RequestCheck check) {
        options(request.options(), carrier.catalog().pickupOptions(), carrier, others, check);
    }

    private static void options(
            Map<String, String> given,
            List<CatalogOption> known,
            Carrier carrier,
            Set<String> others,
            RequestCheck check) {
        String own = carrier.profile().carrier();
        given.forEach((name, value) -> {
            String owner = owner(name);
            if (owner.equals(own) || !others.contains(owner)) {
                option("options." + name, name, value, known, check);
            }
        });
    }

    private static String owner(String name) {
        int end = name.indexOf('_');
        return end < 0 ? name : name.substring(0, end);
    }

    private static void option(String path, String name, String value, List<CatalogOption> known, RequestCheck check) {
        known.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        option -> value(path, option, value, check),
                        () -> check.wrong(path, "is no known option" + nearest(name, known)));
    }

    private static void value(String path, CatalogOption option, String value, RequestCheck check) {
        if (!option.values().isEmpty() && !option.values().contains(value)) {
            check.wrong(path, "takes one of " + String.join(", ", option.values()));
        } else if (!fits(option.type(), value)) {
            check.wrong(
                    path,
                    switch (option.type()) {
                        case FLAG -> "takes true or false";
                        case NUMBER -> "takes a decimal number";
                        case MONEY -> "takes an amount and a currency such as 12.50 EUR";
                        case TEXT -> "takes a text that is not blank";
                    });
        }
    }

    private static boolean fits(CatalogOption.Type type, String value) {
        try {
            switch (type) {
                case FLAG -> {
                    return value.equals("true") || value.equals("false");
                }
                case NUMBER -> {
                    return Math.abs((long) new BigDecimal(value).scale()) <= MOST_DIGITS;
                }
                case MONEY -> {
                    String[] parts = value.split(" ", -1);
                    Money.of(parts[0], parts.length == 2 ? parts[1] : "");
                }
                case TEXT -> {
                    return !value.isBlank();
                }
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String nearest(String name, List<CatalogOption> known) {
        if (known.isEmpty()) {
            return "; the carrier has none";
        }
        return known.stream()
                .map(CatalogOption::name)
                .sorted(Comparator.comparingInt(other -> distance(name.toLowerCase(Locale.ROOT), other)))
                .limit(NAMES_TOLD)
                .collect(Collectors.joining(", ", "; the nearest are ", ""));
    }

    /** How many letters must be changed, added or dropped to make one text of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
