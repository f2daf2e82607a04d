package com.trackingmcp.karrio;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goods as Karrio tells them; any member may be missing. Weight and value are those of one unit: Karrio's SDK multiplies both
 * by the quantity.
 */
record KarrioCommodityWire(
        @Nullable String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable String sku,
        @Nullable String hs_code,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal unfulfilled_quantity,
        @Nullable BigDecimal weight,
        @Nullable String weight_unit,
        @Nullable BigDecimal value_amount,
        @Nullable String value_currency,
        @Nullable String origin_country) {

    /** The same as a value; what is not told of one is not told of all. */
    Commodity goods() {
        Optional<BigDecimal> units = Optional.ofNullable(quantity);
        return Commodity.builder()
                .description(WireText.first(description, title))
                .hsCode(WireText.text(hs_code))
                .originCountry(WireText.text(origin_country))
                .quantity(units)
                .unitPrice(KarrioParcels.money(value_amount, value_currency))
                .weight(units.flatMap(count -> KarrioParcels.weight(weight, weight_unit)
                        .map(one -> new Weight(one.value().multiply(count), one.unit()))))
                .partNumber(WireText.text(sku))
                .build();
    }
}
