package com.trackingmcp.dhl;

import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What a shipment holds, as far as prices and customs ask. Stateless. */
final class DhlGoods {
    private static final int EXACT = 6;

    private DhlGoods() {}

    /** Whether there is something to declare: goods were named, and they are not papers without a value. */
    static boolean isDeclarable(ShipmentRequest request) {
        return request.customs()
                .filter(customs -> !customs.commodities().isEmpty())
                .flatMap(customs -> customs.contentType().or(() -> Optional.of(ContentType.MERCHANDISE)))
                .filter(type -> type != ContentType.DOCUMENTS)
                .isPresent();
    }

    static List<Commodity> commodities(ShipmentRequest request) {
        return request.customs().map(Customs::commodities).orElse(List.of());
    }

    /** What all goods are worth together; empty where there is nothing to declare. */
    static Optional<Money> value(ShipmentRequest request) {
        return isDeclarable(request)
                ? commodities(request).stream()
                        .map(Commodity::totalValue)
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> new Money(one.amount().add(other.amount()), one.currency()))
                : Optional.empty();
    }

    /** The weight of a line; of the only one where it does not say, that of all parcels. */
    static Optional<Weight> weight(Commodity goods, ShipmentRequest request) {
        return goods.weight().or(() -> commodities(request).size() == 1 ? Optional.of(all(request)) : Optional.empty());
    }

    private static Weight all(ShipmentRequest request) {
        BigDecimal kilograms = request.parcels().stream()
                .flatMap(parcel -> parcel.weight().stream())
                .map(weight ->
                        weight.to(Weight.Unit.KG, EXACT, RoundingMode.CEILING).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Weight(kilograms, Weight.Unit.KG);
    }

    /** What is in it, in a few words: of the shipment, else of its parcels, else of the goods. */
    static Optional<String> description(ShipmentRequest request) {
        return DhlParties.filled(request.description())
                .or(() -> request.parcels().stream()
                        .flatMap(parcel -> DhlParties.filled(parcel.contents()).stream())
                        .findFirst())
                .or(() -> commodities(request).stream()
                        .flatMap(goods -> DhlParties.filled(goods.description()).stream())
                        .findFirst());
    }
}
