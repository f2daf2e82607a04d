package com.trackingmcp.dhl;

import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** DHL Express's rules for what is declared. Stateless. */
final class DhlCustomsCheck {
    private static final int MOST_LINES = 999;
    private static final int LONGEST_DESCRIPTION = 512;
    private static final int LONGEST_TEXT = 35;
    private static final int SHORTEST_CODE = 2;
    private static final int LONGEST_CODE = 18;
    private static final BigDecimal MOST_UNITS = new BigDecimal("1000000000");

    private DhlCustomsCheck() {}

    static void check(ShipmentRequest request, RequestCheck check) {
        if (!DhlGoods.isDeclarable(request)) {
            return;
        }
        Customs customs = request.customs().orElseThrow();
        check.atMost(LONGEST_TEXT, "customs.signer", customs.signer());
        check.atMost(LONGEST_TEXT, "customs.invoice.number", customs.invoice().flatMap(Invoice::number));
        List<Commodity> goods = customs.commodities();
        if (goods.size() > MOST_LINES) {
            check.wrong("customs.commodities", "are more than " + MOST_LINES);
        }
        for (int i = 0; i < goods.size(); i++) {
            line("customs.commodities[" + i + "]", goods.get(i), request, check);
        }
    }

    private static void line(String path, Commodity goods, ShipmentRequest request, RequestCheck check) {
        check.atMost(LONGEST_DESCRIPTION, path + ".description", goods.description());
        check.atMost(LONGEST_TEXT, path + ".part_number", goods.partNumber());
        goods.hsCode()
                .filter(code -> code.length() < SHORTEST_CODE || code.length() > LONGEST_CODE)
                .ifPresent(code -> check.wrong(
                        path + ".hs_code",
                        "has " + code.length() + " characters; " + SHORTEST_CODE + " to " + LONGEST_CODE
                                + " are taken"));
        goods.quantity()
                .filter(quantity -> DhlMeasures.decimals(quantity) > 0 || quantity.compareTo(MOST_UNITS) > 0)
                .ifPresent(quantity ->
                        check.wrong(path + ".quantity", "is no whole number, which DHL insists on, or too large"));
        Optional<String> unit = goods.quantityUnit();
        unit.filter(code -> !DhlExport.UNITS.contains(code))
                .ifPresent(code ->
                        check.wrong(path + ".quantity_unit", "is no unit of DHL's such as PCS, BOX, KG or PRS"));
        goods.unitPrice().ifPresent(price -> DhlShipmentCheck.decimals(path + ".unit_price", price, check));
        if (DhlGoods.weight(goods, request).isEmpty()) {
            check.missing(path + ".weight", "where there are several lines");
        }
    }
}
