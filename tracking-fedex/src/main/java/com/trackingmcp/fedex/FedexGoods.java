package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Amount;
import com.trackingmcp.fedex.FedexParts.Goods;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What is in a shipment, as FedEx tells it to customs. Stateless. */
final class FedexGoods {
    private static final String PIECES = "PCS";

    private FedexGoods() {}

    /** A line for each of the goods; papers without any are one line of their own, for FedEx wants one. */
    static List<Goods> of(ShipmentRequest request, Customs customs, FedexUnits units) {
        return customs.commodities().isEmpty()
                ? List.of(papers(request, units))
                : customs.commodities().stream()
                        .map(goods -> goods(goods, units))
                        .toList();
    }

    private static Goods papers(ShipmentRequest request, FedexUnits units) {
        Optional<Weight> weight = request.parcels().stream()
                .flatMap(parcel -> parcel.weight().stream())
                .map(each -> each.to(units.ofWeight(), 6, RoundingMode.CEILING))
                .reduce((one, other) -> new Weight(one.value().add(other.value()), units.ofWeight()));
        return new Goods(
                description(request).orElse("Documents"),
                1,
                1,
                PIECES,
                null,
                null,
                weight.map(units::weight).orElse(null),
                null,
                null,
                null);
    }

    private static Optional<String> description(ShipmentRequest request) {
        return request.description()
                .or(() -> request.parcels().stream()
                        .flatMap(parcel -> parcel.contents().stream())
                        .findFirst());
    }

    /** Customs count pieces as they count units: FedEx asks for both. */
    private static Goods goods(Commodity goods, FedexUnits units) {
        Integer quantity = goods.quantity().map(BigDecimal::intValue).orElse(null);
        return new Goods(
                goods.description().orElse(""),
                quantity,
                quantity,
                goods.quantityUnit().orElse(PIECES),
                goods.unitPrice().map(FedexParties::amount).orElse(null),
                goods.totalValue().map(FedexParties::amount).orElse(null),
                goods.weight().map(units::weight).orElse(null),
                goods.originCountry().orElse(null),
                goods.hsCode().map(code -> code.replaceAll("[^0-9A-Za-z]", "")).orElse(null),
                goods.partNumber().orElse(null));
    }

    static boolean areDocuments(Customs customs) {
        return customs.contentType().filter(ContentType.DOCUMENTS::equals).isPresent();
    }

    /** Why it crosses the border, in the words of the commercial invoice. */
    static String purpose(Customs customs) {
        return switch (customs.contentType().orElse(ContentType.MERCHANDISE)) {
            case MERCHANDISE -> "SOLD";
            case GIFT -> "GIFT";
            case SAMPLE -> "SAMPLE";
            case DOCUMENTS, NOT_SOLD -> "NOT_SOLD";
            case RETURNED_GOODS, REPAIR -> "REPAIR_AND_RETURN";
            case PERSONAL_EFFECTS -> "PERSONAL_EFFECTS";
        };
    }

    /** What all goods are worth; empty where no line says so. The client has seen that they are in one currency. */
    static Optional<Amount> total(Customs customs) {
        return customs.commodities().stream()
                .flatMap(goods -> goods.totalValue().stream())
                .reduce((one, other) -> new Money(one.amount().add(other.amount()), one.currency()))
                .map(FedexParties::amount);
    }

    /** What FedEx is liable for in all; empty where no parcel says so. */
    static Optional<Amount> declared(List<Parcel> parcels) {
        return parcels.stream()
                .flatMap(parcel -> parcel.declaredValue().stream())
                .reduce((one, other) -> new Money(one.amount().add(other.amount()), one.currency()))
                .map(FedexParties::amount);
    }
}
