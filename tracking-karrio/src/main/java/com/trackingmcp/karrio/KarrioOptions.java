package com.trackingmcp.karrio;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is asked for beyond a service, as Karrio's options. Stateless.
 *
 * <p>The carrier's own options go by the names of its catalogue. What carriers are to be liable for goes under both names
 * that Karrio's connectors read it from, {@code insurance} and {@code declared_value}: the sum of all parcels. Of the day of
 * shipping, Karrio makes the first business hour it finds.
 *
 * <p>Source of names: the options in Karrio's OpenAPI description 2026.1.32 (ShipmentData).
 */
final class KarrioOptions {
    /**
     * Options that make Karrio buy as it stores a shipment, by its server's code (manager/serializers/shipment.py): never
     * sent, for what is bought is chosen here and bought once.
     */
    static final Set<String> BUY_AT_ONCE =
            Set.of("shipping_method", "apply_shipping_rules", "has_alternative_services");

    private KarrioOptions() {}

    /**
     * The options of a request.
     *
     * @param catalogs of those who are asked
     */
    static Map<String, Object> of(ShipmentRequest request, List<Catalog> catalogs) {
        Map<String, Object> options = new LinkedHashMap<>();
        request.shipDate().ifPresent(day -> options.put("shipment_date", day.toString()));
        if (request.signature() == SignatureOption.DIRECT || request.signature() == SignatureOption.INDIRECT) {
            options.put("signature_confirmation", true);
        }
        if (request.saturdayDelivery()) {
            options.put("saturday_delivery", true);
        }
        declared(request.parcels()).ifPresent(sum -> {
            options.put("insurance", sum.amount());
            options.put("declared_value", sum.amount());
            options.put("currency", sum.currency().getCurrencyCode());
        });
        // equal requests are equal to Karrio as well, whatever order their options were put in
        new TreeMap<>(request.options())
                .forEach((name, value) -> option(name, catalogs)
                        .filter(known -> !BUY_AT_ONCE.contains(name))
                        .ifPresent(known -> options.put(name, value(known.type(), value))));
        return options;
    }

    private static Optional<CatalogOption> option(String name, List<Catalog> catalogs) {
        return catalogs.stream()
                .flatMap(catalog -> catalog.options().stream())
                .filter(option -> option.name().equals(name))
                .findFirst();
    }

    private static Object value(CatalogOption.Type type, String value) {
        return switch (type) {
            case FLAG -> Boolean.valueOf(value);
            case NUMBER -> WireText.decimal(value).<Object>map(number -> number).orElse(value);
            case TEXT, MONEY -> value;
        };
    }

    /** What all parcels are declared as, which is in one currency. */
    private static Optional<Money> declared(List<Parcel> parcels) {
        List<Money> values = values(parcels);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Money(
                        values.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                        values.get(0).currency()));
    }

    /** What the parcels are declared as that are. */
    static List<Money> values(List<Parcel> parcels) {
        List<Money> values = new ArrayList<>();
        parcels.forEach(parcel -> parcel.declaredValue().ifPresent(values::add));
        return values;
    }
}
