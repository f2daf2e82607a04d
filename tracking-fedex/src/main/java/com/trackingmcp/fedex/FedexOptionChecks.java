package com.trackingmcp.fedex;

import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Options that need another, services that need an option, and values that FedEx would read wrongly. Stateless. */
final class FedexOptionChecks {
    private static final String SMART_POST = "SMART_POST";

    private static final List<String> FOR_CUSTOMS = List.of(
            FedexOptions.B13A_FILING,
            FedexOptions.ETD,
            FedexOptions.EXPORT_STATEMENT,
            FedexOptions.FREIGHT_CHARGE,
            FedexOptions.FREIGHT_ON_VALUE,
            FedexOptions.INSURANCE_CHARGE,
            FedexOptions.POST_SHIPMENT_UPLOAD);

    private static final List<String> FOR_RETURNS = List.of(FedexOptions.RMA_REASON, FedexOptions.RETURN_OF);

    private FedexOptionChecks() {}

    static void check(ShipmentRequest request, RequestCheck check) {
        FedexOptions options = FedexOptions.of(request);
        if (request.service().filter(SMART_POST::equals).isPresent()) {
            Stream.of(FedexOptions.SMART_POST_HUB, FedexOptions.SMART_POST_INDICIA)
                    .filter(name -> options.text(name).isEmpty())
                    .forEach(name -> check.missing("options." + name, "for " + SMART_POST));
        }
        needs(options, FedexOptions.BATTERY_MATERIAL, FedexOptions.BATTERY_PACKING, check);
        needs(options, FedexOptions.BATTERY_PACKING, FedexOptions.BATTERY_MATERIAL, check);
        needs(options, FedexOptions.HOME_DELIVERY_DATE, FedexOptions.HOME_DELIVERY, check);
        needs(options, FedexOptions.COD_TYPE, FedexOptions.COD, check);
        needs(options, FedexOptions.SMART_POST_INDICIA, FedexOptions.SMART_POST_HUB, check);
        needs(options, FedexOptions.SMART_POST_ENDORSEMENT, FedexOptions.SMART_POST_HUB, check);
        values(options, check);
        if (!request.returnShipment()) {
            useless(options, FOR_RETURNS, "is for returns only", check);
        }
        if (request.customs().isEmpty()) {
            useless(options, FOR_CUSTOMS, "is for shipments with customs only", check);
        }
    }

    /** An option that does nothing without another. */
    private static void needs(FedexOptions options, String name, String other, RequestCheck check) {
        if (options.text(name).isPresent() && options.text(other).isEmpty()) {
            check.missing("options." + other, "for " + name);
        }
    }

    /** Options that would do nothing here; a switch that is off is meant to. */
    private static void useless(FedexOptions options, List<String> names, String why, RequestCheck check) {
        names.stream()
                .filter(name -> options.text(name)
                        .filter(value -> !value.equals("false"))
                        .isPresent())
                .forEach(name -> check.wrong("options." + name, why));
    }

    /** Texts that only FedEx reads, and would read wrongly; whether they are of the right type the client has seen. */
    private static void values(FedexOptions options, RequestCheck check) {
        options.text(FedexOptions.DRY_ICE)
                .filter(FedexOptionChecks::isNothing)
                .ifPresent(weight -> check.wrong("options." + FedexOptions.DRY_ICE, "is not more than nothing"));
        options.text(FedexOptions.HOME_DELIVERY_DATE)
                .filter(day -> WireTime.date(day).isEmpty())
                .ifPresent(day ->
                        check.wrong("options." + FedexOptions.HOME_DELIVERY_DATE, "is no date such as 2026-12-24"));
        options.text(FedexOptions.PREFERRED_CURRENCY)
                .filter(code -> Currency.getAvailableCurrencies().stream()
                        .noneMatch(currency -> currency.getCurrencyCode().equals(code)))
                .ifPresent(code ->
                        check.wrong("options." + FedexOptions.PREFERRED_CURRENCY, "is no ISO 4217 code such as EUR"));
    }

    private static boolean isNothing(String number) {
        try {
            return new BigDecimal(number).signum() <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
