package com.trackingmcp.ups;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the Landed Cost API is asked, and the whole of its answer. What is missing is not written. Amounts are JSON numbers
 * with all their digits; the parts of an answer are {@link UpsFields}, for UPS is not sure of their names.
 */
final class UpsLandedCostWire {
    private UpsLandedCostWire() {}

    record Question(
            String currencyCode,
            String transID,
            boolean allowPartialLandedCostResult,
            int alversion,
            Shipment shipment) {}

    record Shipment(
            String id,
            String importCountryCode,
            @Nullable String importProvince,
            @Nullable String shipDate,
            @Nullable String incoterms,
            String exportCountryCode,
            @Nullable BigDecimal transportCost,
            String shipmentType,
            List<Item> shipmentItems) {}

    record Item(
            String commodityId,
            @Nullable BigDecimal grossWeight,
            @Nullable String grossWeightUnit,
            BigDecimal priceEach,
            String commodityCurrencyCode,
            BigDecimal quantity,
            String UOM,
            @Nullable String hsCode,
            @Nullable String description,
            String originCountryCode) {}

    record Answer(
            @Nullable Object shipment,
            @Nullable Object errors,
            @Nullable Object error) {}
}
