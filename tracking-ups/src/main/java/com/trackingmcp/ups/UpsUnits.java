package com.trackingmcp.ups;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.ups.UpsParts.Measured;
import com.trackingmcp.ups.UpsParts.Unit;
import com.trackingmcp.ups.UpsParts.Weighed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In which units a shipment is told to UPS: one system for all its parcels, for UPS refuses a mixture (110548) and a
 * system that is not the country's (111057). Immutable.
 *
 * <p>Pounds and inches from the United States, Puerto Rico and the US Virgin Islands; from Canada the system of the
 * request, where it keeps to one; kilograms and centimetres from anywhere else. Weights are rounded up to a tenth, or to
 * a whole unit from a thousand on, sides up to a whole inch or centimetre: UPS has room for no more. Light parcels (less than a pound) with Mail Innovations and
 * Worldwide Economy are told in ounces: UPS's table of which of these services takes which unit is not public.
 */
record UpsUnits(Weight.Unit weight, Dimensions.Unit length) {
    private static final Set<String> IMPERIAL = Set.of("US", "PR", "VI");
    private static final Set<String> POSTAL_SERVICES = Set.of("M2", "M3", "M4", "M5", "M6", "17");
    private static final BigDecimal MOST_WITH_TENTHS = new BigDecimal("1000");
    private static final UpsUnits METRIC_UNITS = new UpsUnits(Weight.Unit.KG, Dimensions.Unit.CM);
    private static final UpsUnits IMPERIAL_UNITS = new UpsUnits(Weight.Unit.LB, Dimensions.Unit.IN);
    private static final UpsUnits LIGHT_UNITS = new UpsUnits(Weight.Unit.OZ, Dimensions.Unit.IN);

    static UpsUnits of(ShipmentRequest request) {
        String from = request.sender().flatMap(Address::country).orElse("");
        boolean imperial = IMPERIAL.contains(from) || from.equals("CA") && isAllImperial(request);
        if (!imperial) {
            return METRIC_UNITS;
        }
        boolean light = request.service().filter(POSTAL_SERVICES::contains).isPresent()
                && request.parcels().stream()
                        .flatMap(parcel -> parcel.weight().stream())
                        .allMatch(UpsUnits::isLight);
        return light ? LIGHT_UNITS : IMPERIAL_UNITS;
    }

    /** Those of a country, where a shipment does not choose. */
    static UpsUnits ofCountry(String country) {
        return IMPERIAL.contains(country) ? IMPERIAL_UNITS : METRIC_UNITS;
    }

    /** The same with pounds for ounces, where UPS knows none. */
    UpsUnits withoutOunces() {
        return weight == Weight.Unit.OZ ? IMPERIAL_UNITS : this;
    }

    private static boolean isAllImperial(ShipmentRequest request) {
        return request.parcels().stream()
                .allMatch(parcel -> parcel.weight()
                                .filter(weight -> weight.unit() == Weight.Unit.LB || weight.unit() == Weight.Unit.OZ)
                                .isPresent()
                        && parcel.dimensions()
                                .filter(size -> size.unit() != Dimensions.Unit.IN)
                                .isEmpty());
    }

    private static boolean isLight(Weight weight) {
        return weight.to(Weight.Unit.LB, 6, RoundingMode.UP).value().compareTo(BigDecimal.ONE) < 0;
    }

    BigDecimal amount(Weight given) {
        BigDecimal tenths = given.to(weight, 1, RoundingMode.UP).value();
        return tenths.compareTo(MOST_WITH_TENTHS) < 0
                ? tenths
                : given.to(weight, 0, RoundingMode.UP).value();
    }

    Weighed weight(Weight given) {
        return weighed(amount(given));
    }

    /** All parcels together, each rounded alone. */
    Weighed total(ShipmentRequest request) {
        return weighed(totalAmount(request));
    }

    BigDecimal totalAmount(ShipmentRequest request) {
        return request.parcels().stream()
                .flatMap(parcel -> parcel.weight().stream())
                .map(this::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Weighed weighed(BigDecimal amount) {
        return new Weighed(weightUnit(), amount.toPlainString());
    }

    Unit weightUnit() {
        return switch (weight) {
            case LB -> new Unit("LBS", "Pounds");
            case OZ -> new Unit("OZS", "Ounces");
            default -> new Unit("KGS", "Kilograms");
        };
    }

    /** The longest side first, as UPS wants it. */
    Optional<Measured> size(Parcel parcel) {
        return parcel.dimensions().map(size -> {
            Dimensions told = size.to(length, 0, RoundingMode.UP);
            List<String> sides = Stream.of(told.length(), told.width(), told.height())
                    .sorted(Comparator.reverseOrder())
                    .map(BigDecimal::toPlainString)
                    .toList();
            Unit unit = length == Dimensions.Unit.IN ? new Unit("IN", "Inches") : new Unit("CM", "Centimeters");
            return new Measured(unit, sides.get(0), sides.get(1), sides.get(2));
        });
    }
}
