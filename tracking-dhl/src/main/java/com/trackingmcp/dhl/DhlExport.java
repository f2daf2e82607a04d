package com.trackingmcp.dhl;

import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what customs are told. Stateless.
 *
 * <p>The weight of a line is told as its net and gross weight alike. The code of the goods is that of the country of export
 * ({@code outbound}); what it is called at the destination the caller does not say. Repairs travel as {@code temporary}
 * exports, goods that change no owner as {@code intercompany_use}: DHL has no closer words.
 */
final class DhlExport {
    /** Source: MyDHL API 3.1.1, quantity.unitOfMeasurement. */
    static final Set<String> UNITS = Set.of(
            "BOX", "2GM", "M3", "DPR", "DOZ", "PCS", "GM", "GRS", "KG", "M", "3GM", "X", "NO", "PRS", "CM2", "2M2",
            "3M2", "M2", "4M2", "CM", "CONE", "CT", "EA", "LBS", "RILL", "ROLL", "SET", "TU", "KM", "IN", "FT", "YD",
            "MI", "LTR", "MMQ", "CM3", "DMQ", "MLT", "CLT", "DLT", "INQ", "FT3", "YD3", "GLI", "GLL", "PT", "PTI",
            "QTI", "PTL", "QTL", "PTD", "OZI", "J57", "NM3", "SM3", "TNE", "LB", "ONZ", "CEL");

    static final String PIECES = "PCS";

    /** The kind of a line's reference that is the number of the article. */
    private static final String PART_NUMBER = "PAN";

    private DhlExport() {}

    /** The terms of sale: DHL wants them of every shipment, and of those that are domestic too. */
    static String incoterm(ShipmentRequest request) {
        return request.customs()
                .flatMap(Customs::incoterm)
                .orElse(DhlPayers.isDutyPaid(request) ? Incoterm.DDP : Incoterm.DAP)
                .name();
    }

    /** What is declared; null where nothing is. */
    static DhlShipWire.@Nullable Declaration declaration(
            ShipmentRequest request, DhlMeasures measures, LocalDate shipped) {
        if (!DhlGoods.isDeclarable(request)) {
            return null;
        }
        Customs customs = request.customs().orElseThrow();
        String reason = reason(request, customs);
        List<DhlShipWire.Line> lines = new ArrayList<>();
        for (Commodity goods : customs.commodities()) {
            lines.add(line(lines.size() + 1, goods, request, measures, reason));
        }
        return new DhlShipWire.Declaration(
                lines,
                invoice(request, customs, shipped),
                customs.invoice()
                        .flatMap(Invoice::remarks)
                        .map(text -> List.of(new DhlShipWire.Remark(text)))
                        .orElse(null),
                DhlOptions.of(request).text(DhlOptions.PLACE_OF_INCOTERM).orElse(null),
                reason,
                isPersonal(customs.contentType()) ? "personal" : "commercial");
    }

    private static DhlShipWire.Line line(
            int number, Commodity goods, ShipmentRequest request, DhlMeasures measures, String reason) {
        BigDecimal weight = measures.weight(
                DhlGoods.weight(goods, request).orElse(new Weight(BigDecimal.ZERO, measures.weightUnit())));
        return new DhlShipWire.Line(
                number,
                goods.description().orElse("").strip(),
                goods.unitPrice()
                        .map(price -> DhlMeasures.plain(price.amount()))
                        .orElse(BigDecimal.ZERO),
                new DhlShipWire.Quantity(
                        DhlMeasures.plain(goods.quantity().orElse(BigDecimal.ONE)),
                        goods.quantityUnit().orElse(PIECES)),
                goods.hsCode()
                        .map(code -> List.of(new DhlShipWire.CommodityCode("outbound", code)))
                        .orElse(null),
                reason,
                goods.originCountry().orElse(""),
                new DhlShipWire.LineWeight(weight, weight),
                goods.partNumber()
                        .map(part -> List.of(new DhlBody.Reference(part, PART_NUMBER)))
                        .orElse(null));
    }

    /** DHL prints it: its number is the shipment's reference where the caller names none. */
    private static DhlShipWire.Invoice invoice(ShipmentRequest request, Customs customs, LocalDate shipped) {
        return new DhlShipWire.Invoice(
                customs.invoice()
                        .flatMap(Invoice::number)
                        .orElseGet(() -> request.references().get(0).value()),
                customs.invoice().flatMap(Invoice::date).orElse(shipped).toString(),
                customs.signer().orElse(null));
    }

    /** Whether goods cross the border from one private person to another. */
    static boolean isPersonal(Optional<ContentType> contents) {
        return contents.filter(type -> type == ContentType.GIFT || type == ContentType.PERSONAL_EFFECTS)
                .isPresent();
    }

    private static String reason(ShipmentRequest request, Customs customs) {
        return DhlOptions.of(request)
                .text(DhlOptions.EXPORT_REASON)
                .orElseGet(() -> customs.contentType()
                        .map(DhlExport::reason)
                        .orElse(request.returnShipment() ? "return" : "commercial_purpose_or_sale"));
    }

    private static String reason(ContentType type) {
        return switch (type) {
            case MERCHANDISE, DOCUMENTS -> "commercial_purpose_or_sale";
            case GIFT -> "gift";
            case SAMPLE -> "sample";
            case RETURNED_GOODS -> "return";
            case REPAIR -> "temporary";
            case PERSONAL_EFFECTS -> "personal_belongings_or_personal_use";
            case NOT_SOLD -> "intercompany_use";
        };
    }
}
