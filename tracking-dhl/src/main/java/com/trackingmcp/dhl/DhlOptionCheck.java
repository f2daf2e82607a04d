package com.trackingmcp.dhl;

import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What options need of each other and of the shipment; whether their values are ones at all the client looks at. Stateless. */
final class DhlOptionCheck {
    private static final String PREFIX = "options.";
    private static final int MOST_CODES = 10;
    private static final int LONGEST_CODE = 10;

    /** Options that say how something is declared. */
    private static final List<String> CUSTOMS_ONLY = List.of(
            DhlOptions.PAPERLESS,
            DhlOptions.INVOICE_TYPE,
            DhlOptions.INVOICE_TEMPLATE,
            DhlOptions.EXPORT_REASON,
            DhlOptions.PLACE_OF_INCOTERM);

    private static final Map<String, Integer> LENGTHS = new TreeMap<>(Map.of(
            DhlOptions.PLACE_OF_INCOTERM, 256,
            DhlOptions.US_FILING, 20,
            DhlOptions.LABEL_TEXT, 150,
            DhlOptions.SERVICE_POINT, 6,
            DhlOptions.NOTIFY_EMAIL, 50,
            DhlOptions.NOTIFY_MESSAGE, 250,
            DhlOptions.LOCAL_PRODUCT, 3,
            DhlOptions.INVOICE_TEMPLATE, 25));

    private DhlOptionCheck() {}

    static void check(ShipmentRequest request, RequestCheck check) {
        DhlOptions options = DhlOptions.of(request);
        LENGTHS.forEach((name, longest) -> check.atMost(longest, PREFIX + name, options.text(name)));
        if (!DhlGoods.isDeclarable(request)) {
            CUSTOMS_ONLY.stream()
                    .filter(name -> options.has(name)
                            && !options.text(name).filter("false"::equals).isPresent())
                    .forEach(name -> check.wrong(PREFIX + name, "needs goods to declare"));
        }
        if (options.flag(DhlOptions.HIDE_ACCOUNT_NUMBER) && !options.flag(DhlOptions.WAYBILL_DOCUMENT)) {
            check.wrong(PREFIX + DhlOptions.HIDE_ACCOUNT_NUMBER, "needs " + DhlOptions.WAYBILL_DOCUMENT);
        }
        if (options.flag(DhlOptions.FIT_TO_A4) && DhlImages.format(request) != LabelFormat.PDF) {
            check.wrong(PREFIX + DhlOptions.FIT_TO_A4, "is for labels in PDF");
        }
        if (options.has(DhlOptions.NOTIFY_MESSAGE) && !options.has(DhlOptions.NOTIFY_EMAIL)) {
            check.wrong(PREFIX + DhlOptions.NOTIFY_MESSAGE, "needs " + DhlOptions.NOTIFY_EMAIL);
        }
        dangerousGoods(options, check);
    }

    private static void dangerousGoods(DhlOptions options, RequestCheck check) {
        if (options.text(DhlOptions.DRY_ICE)
                .filter(text -> !isPositiveOrNoNumber(text))
                .isPresent()) {
            check.wrong(PREFIX + DhlOptions.DRY_ICE, "is not more than nothing, or has more than 3 decimals");
        }
        List<String> codes = options.words(DhlOptions.EXCEPTED_QUANTITIES);
        if (codes.size() > MOST_CODES
                || codes.stream().anyMatch(code -> code.isEmpty() || code.length() > LONGEST_CODE)) {
            check.wrong(
                    PREFIX + DhlOptions.EXCEPTED_QUANTITIES, "takes one to " + MOST_CODES + " UN codes between commas");
        }
    }

    /** What is no number at all the client refuses itself. */
    private static boolean isPositiveOrNoNumber(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return number.signum() > 0 && DhlMeasures.decimals(number) <= 3;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
