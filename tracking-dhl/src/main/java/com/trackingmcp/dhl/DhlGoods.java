package com.trackingmcp.dhl;

import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import java.util.List;
import java.util.Optional;

/** What a shipment holds, as far as prices and customs ask. Stateless. */
final class DhlGoods {
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
        return DhlMeasures.sum(request.parcels().stream()
                .flatMap(parcel -> parcel.weight().stream())
                .toList());
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
