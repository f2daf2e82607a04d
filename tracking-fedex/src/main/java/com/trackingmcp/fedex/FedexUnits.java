package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Measure;
import com.trackingmcp.fedex.FedexParts.Size;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The units of one request. FedEx takes pounds with inches, or kilograms with centimetres: the first parcel's weight
 * decides, and all else in the request is converted, so that units are never mixed.
 *
 * <p>Weights have two decimals at most and sizes none, rounded up: FedEx bills the next unit, and its sizes are whole
 * numbers.
 */
enum FedexUnits {
    METRIC(Weight.Unit.KG, Dimensions.Unit.CM),
    IMPERIAL(Weight.Unit.LB, Dimensions.Unit.IN);

    private static final int DECIMALS = 2;

    private final Weight.Unit weight;
    private final Dimensions.Unit length;

    FedexUnits(Weight.Unit weight, Dimensions.Unit length) {
        this.weight = weight;
        this.length = length;
    }

    static FedexUnits of(ShipmentRequest request) {
        return of(request.parcels().stream()
                .flatMap(parcel -> parcel.weight().stream())
                .map(Weight::unit)
                .findFirst());
    }

    /** Those that go with the first unit of a request, if any. */
    static FedexUnits of(Optional<Weight.Unit> first) {
        return first.filter(unit -> unit == Weight.Unit.LB || unit == Weight.Unit.OZ)
                        .isPresent()
                ? IMPERIAL
                : METRIC;
    }

    Weight.Unit ofWeight() {
        return weight;
    }

    Measure weight(Weight given) {
        return new Measure(
                weight.name(), given.to(weight, DECIMALS, RoundingMode.CEILING).value());
    }

    Size size(Dimensions given) {
        Dimensions told = given.to(length, 0, RoundingMode.CEILING);
        return new Size(
                told.length().intValue(), told.width().intValue(), told.height().intValue(), length.name());
    }

    /** All parcels together, in pounds with one decimal whatever the rest is in: so FedEx's description has it. */
    static BigDecimal totalPounds(List<Parcel> parcels) {
        BigDecimal grams = parcels.stream()
                .flatMap(parcel -> parcel.weight().stream())
                .map(weight -> weight.to(Weight.Unit.G, 6, RoundingMode.CEILING).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Weight(grams, Weight.Unit.G)
                .to(Weight.Unit.LB, 1, RoundingMode.CEILING)
                .value();
    }
}
