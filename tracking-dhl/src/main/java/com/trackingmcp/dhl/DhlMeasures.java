package com.trackingmcp.dhl;

import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The one system of units of a request: pounds and inches where all weights are in pounds or ounces and all sizes in
 * inches, else kilograms and centimetres. Immutable.
 *
 * <p>MyDHL takes three decimals. What has more, or comes in another unit, is rounded up: a parcel is never told lighter or
 * smaller than it is.
 */
record DhlMeasures(boolean imperial) {
    private static final int DECIMALS = 3;

    static DhlMeasures of(ShipmentRequest request) {
        List<Parcel> parcels = request.parcels();
        return new DhlMeasures(!parcels.isEmpty() && parcels.stream().allMatch(DhlMeasures::isImperial));
    }

    private static boolean isImperial(Parcel parcel) {
        return parcel.weight()
                        .filter(weight -> weight.unit() == Weight.Unit.LB || weight.unit() == Weight.Unit.OZ)
                        .isPresent()
                && parcel.dimensions()
                        .filter(size -> size.unit() != Dimensions.Unit.IN)
                        .isEmpty();
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

    DhlBody.Sizes sizes(Dimensions dimensions) {
        Dimensions.Unit unit = imperial ? Dimensions.Unit.IN : Dimensions.Unit.CM;
        Dimensions converted = dimensions.to(unit, DECIMALS, RoundingMode.CEILING);
        return new DhlBody.Sizes(converted.length(), converted.width(), converted.height());
    }

    /** An amount without zeros at its end: DHL takes three decimals, and counts zeros too. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
