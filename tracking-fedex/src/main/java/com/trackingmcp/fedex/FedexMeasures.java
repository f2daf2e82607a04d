package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.fedex.FedexTrackingWire.WireDimensions;
import com.trackingmcp.fedex.FedexTrackingWire.WireWeight;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weights, sizes and counts. FedEx tells each weight and size twice, in both systems of units: the first that can be
 * read is taken, and none is ever added to another. Stateless.
 */
final class FedexMeasures {
    private FedexMeasures() {}

    /** The parcel's weight; the shipment's only where the parcel is all of it. */
    static Optional<Weight> weight(TrackResult parcel) {
        Optional<Weight> own =
                parcel.packageDetails() == null || parcel.packageDetails().weightAndDimensions() == null
                        ? Optional.empty()
                        : first(parcel.packageDetails().weightAndDimensions().weight());
        boolean alone = pieces(parcel).filter(count -> count == 1).isPresent();
        return own.isPresent() || !alone || parcel.shipmentDetails() == null
                ? own
                : first(parcel.shipmentDetails().weight());
    }

    private static Optional<Weight> first(@Nullable List<@Nullable WireWeight> weights) {
        for (WireWeight wire : WireJson.list(weights)) {
            Optional<BigDecimal> value = positive(wire.value());
            Optional<Weight.Unit> unit = WireText.text(wire.unit()).flatMap(Weight.Unit::ofCarrier);
            if (value.isPresent() && unit.isPresent()) {
                return Optional.of(new Weight(value.get(), unit.get()));
            }
        }
        return Optional.empty();
    }

    static Optional<Dimensions> dimensions(TrackResult parcel) {
        return parcel.packageDetails() == null || parcel.packageDetails().weightAndDimensions() == null
                ? Optional.empty()
                : WireJson.list(parcel.packageDetails().weightAndDimensions().dimensions()).stream()
                        .flatMap(wire -> dimensions(wire).stream())
                        .findFirst();
    }

    private static Optional<Dimensions> dimensions(WireDimensions wire) {
        Optional<BigDecimal> length = positive(wire.length());
        Optional<BigDecimal> width = positive(wire.width());
        Optional<BigDecimal> height = positive(wire.height());
        Optional<Dimensions.Unit> unit = WireText.text(wire.units()).flatMap(Dimensions.Unit::ofCarrier);
        return length.isPresent() && width.isPresent() && height.isPresent() && unit.isPresent()
                ? Optional.of(new Dimensions(length.get(), width.get(), height.get(), unit.get()))
                : Optional.empty();
    }

    /** How many pieces the shipment has. */
    static Optional<Integer> pieces(TrackResult parcel) {
        return parcel.packageDetails() == null
                ? Optional.empty()
                : WireText.integer(parcel.packageDetails().count()).filter(count -> count > 0);
    }

    private static Optional<BigDecimal> positive(@Nullable String value) {
        return WireText.decimal(value).filter(number -> number.signum() > 0);
    }
}
