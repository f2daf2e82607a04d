package com.trackingmcp.dhl;

import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The one system of units of a request: pounds and inches where all weights are in pounds or ounces and all sizes in
 * inches, else kilograms and centimetres. Immutable.
 *
 * <p>MyDHL takes three decimals. What has more, or comes in another unit, is rounded up: a parcel is never told lighter or
 * smaller than it is.
 */
record DhlMeasures(boolean imperial) {
    private static final int DECIMALS = 3;
    private static final int EXACT = 6;

    static DhlMeasures of(ShipmentRequest request) {
        return of(request.parcels());
    }

    static DhlMeasures of(List<Parcel> parcels) {
        return new DhlMeasures(!parcels.isEmpty()
                && parcels.stream().allMatch(parcel -> isImperial(parcel.weight(), parcel.dimensions())));
    }

    static DhlMeasures of(PickupPiece piece) {
        return new DhlMeasures(isImperial(piece.weight(), piece.dimensions()));
    }

    private static boolean isImperial(Optional<Weight> weight, Optional<Dimensions> size) {
        return weight.filter(given -> given.unit() == Weight.Unit.LB || given.unit() == Weight.Unit.OZ)
                        .isPresent()
                && size.filter(given -> given.unit() != Dimensions.Unit.IN).isEmpty();
    }

    String word() {
        return imperial ? "imperial" : "metric";
    }

    Weight.Unit weightUnit() {
        return imperial ? Weight.Unit.LB : Weight.Unit.KG;
    }

    BigDecimal weight(Weight weight) {
        return weight.to(weightUnit(), DECIMALS, RoundingMode.CEILING).value();
    }

    /** All of these together: in pounds where all are in pounds or ounces, else in kilograms. */
    static Weight sum(List<Weight> weights) {
        boolean pounds = weights.stream().allMatch(weight -> isImperial(Optional.of(weight), Optional.empty()));
        Weight.Unit unit = pounds ? Weight.Unit.LB : Weight.Unit.KG;
        BigDecimal total = weights.stream()
                .map(weight -> weight.to(unit, EXACT, RoundingMode.CEILING).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Weight(total, unit);
    }

    /** The share of one of several that weigh this together. */
    BigDecimal share(Weight all, int pieces) {
        BigDecimal exact = all.to(weightUnit(), DECIMALS, RoundingMode.CEILING).value();
        return exact.divide(BigDecimal.valueOf(pieces), DECIMALS, RoundingMode.CEILING);
    }

    DhlBody.Sizes sizes(Dimensions dimensions) {
        Dimensions.Unit unit = imperial ? Dimensions.Unit.IN : Dimensions.Unit.CM;
        Dimensions converted = dimensions.to(unit, DECIMALS, RoundingMode.CEILING);
        return new DhlBody.Sizes(converted.length(), converted.width(), converted.height());
    }

    /** How many decimals an amount needs; told of any, also of one nobody would write out. */
    static int decimals(BigDecimal amount) {
        return Math.max(amount.stripTrailingZeros().scale(), 0);
    }

    /** An amount without zeros at its end: DHL takes three decimals, and counts zeros too. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
