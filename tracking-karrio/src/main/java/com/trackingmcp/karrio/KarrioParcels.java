package com.trackingmcp.karrio;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads parcels as Karrio has them. Stateless.
 *
 * <p>Weights and measures go in the unit they were given in, but for metres, which Karrio does not know: these go as
 * centimetres. Karrio keeps one reference: the first. What the carrier is to be liable for goes as the parcel's options
 * {@code declared_value} and {@code currency}.
 *
 * <p>Source of names, units and lengths: Karrio's OpenAPI description 2026.1.32 (ParcelData); of the options, the shipping
 * options of its SDK.
 */
final class KarrioParcels {
    private static final int LONGEST_TEXT = 100;
    private static final String DECLARED_VALUE = "declared_value";
    private static final String CURRENCY = "currency";

    /** All that {@link #encode} may write. */
    private static final List<String> FIELDS = List.of(
            "weight",
            "weight_unit",
            "length",
            "width",
            "height",
            "dimension_unit",
            "packaging_type",
            "package_preset",
            "description",
            "content",
            "reference_number",
            "options");

    private KarrioParcels() {}

    /**
     * Tells what Karrio does not take in a parcel.
     *
     * @param path where the parcel is, such as {@code parcels[0]}
     */
    static void check(String path, Parcel parcel, RequestCheck check) {
        check.required(path + ".weight", parcel.weight())
                .filter(weight -> weight.value().signum() <= 0)
                .ifPresent(weight -> check.wrong(path + ".weight", "is not more than nothing"));
        parcel.dimensions()
                .filter(size -> size.length().signum() <= 0
                        || size.width().signum() <= 0
                        || size.height().signum() <= 0)
                .ifPresent(size -> check.wrong(path + ".dimensions", "are not all more than nothing"));
        check.atMost(LONGEST_TEXT, path + ".packaging", parcel.packaging());
        check.atMost(LONGEST_TEXT, path + ".contents", parcel.contents());
        if (parcel.references().size() > 1) {
            check.wrong(path + ".references", "are " + parcel.references().size() + "; Karrio takes one");
        }
        check.atMost(
                LONGEST_TEXT,
                path + ".references[0]",
                parcel.references().stream().findFirst().map(Reference::value));
    }

    /** The parcel as a request's JSON; what is not given is left out. */
    static Map<String, Object> encode(Parcel parcel) {
        Map<String, Object> fields = new LinkedHashMap<>();
        parcel.weight().ifPresent(weight -> {
            fields.put("weight", weight.value());
            fields.put("weight_unit", weight.unit().name());
        });
        parcel.dimensions().map(KarrioParcels::known).ifPresent(size -> {
            fields.put("length", size.length());
            fields.put("width", size.width());
            fields.put("height", size.height());
            fields.put("dimension_unit", size.unit().name());
        });
        put(fields, "packaging_type", parcel.packaging());
        put(fields, "content", parcel.contents());
        put(fields, "reference_number", parcel.references().stream().findFirst().map(Reference::value));
        parcel.declaredValue().ifPresent(value -> fields.put("options", options(value)));
        return fields;
    }

    /** The same, with nothing for all that is not given: to be put in the place of another parcel. */
    static Map<String, @Nullable Object> replacement(Parcel parcel) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        FIELDS.forEach(field -> fields.put(field, null));
        fields.put("options", Map.of());
        fields.putAll(encode(parcel));
        return fields;
    }

    private static Dimensions known(Dimensions size) {
        return size.unit() == Dimensions.Unit.M ? size.to(Dimensions.Unit.CM, 3, RoundingMode.UP) : size;
    }

    private static Map<String, Object> options(Money value) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put(DECLARED_VALUE, value.amount());
        options.put(CURRENCY, value.currency().getCurrencyCode());
        return options;
    }

    /** A parcel that Karrio tells. */
    static Parcel decode(KarrioParcelWire told) {
        return Parcel.builder()
                .weight(weight(told.weight(), told.weight_unit()))
                .dimensions(dimensions(told))
                .packaging(WireText.first(told.packaging_type(), told.package_preset()))
                .contents(WireText.first(told.content(), told.description()))
                .references(WireText.text(told.reference_number()).map(KarrioParcels::reference).stream()
                        .toList())
                .declaredValue(KarrioMaps.text(told.options(), DECLARED_VALUE)
                        .flatMap(WireText::decimal)
                        .flatMap(amount -> money(
                                amount,
                                KarrioMaps.text(told.options(), CURRENCY).orElse(null))))
                .build();
    }

    /** A weight of which number and unit are told. */
    static Optional<Weight> weight(@Nullable BigDecimal value, @Nullable String unit) {
        return value == null
                ? Optional.empty()
                : WireText.text(unit).flatMap(Weight.Unit::ofCarrier).map(known -> new Weight(value, known));
    }

    /** An amount in a currency of ISO 4217; empty for any other. */
    static Optional<Money> money(@Nullable BigDecimal amount, @Nullable String currency) {
        try {
            return amount == null
                    ? Optional.empty()
                    : WireText.text(currency).map(code -> Money.of(amount.toPlainString(), code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Dimensions> dimensions(KarrioParcelWire told) {
        BigDecimal length = told.length();
        BigDecimal width = told.width();
        BigDecimal height = told.height();
        return length == null || width == null || height == null
                ? Optional.empty()
                : WireText.text(told.dimension_unit())
                        .flatMap(Dimensions.Unit::ofCarrier)
                        .map(unit -> new Dimensions(length, width, height, unit));
    }

    private static Reference reference(String value) {
        return Reference.builder().type("reference").value(value).build();
    }

    private static void put(Map<String, Object> fields, String name, Optional<String> value) {
        value.map(String::strip).filter(given -> !given.isEmpty()).ifPresent(given -> fields.put(name, given));
    }
}
