package com.trackingmcp.dhl;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of MyDHL's landed costs: the question, of which parts that are null are left out, and the answer, of which any
 * member may be missing.
 */
final class DhlLandedCostWire {
    private DhlLandedCostWire() {}

    record Question(
            DhlRateWire.Parties customerDetails,
            List<DhlBody.Account> accounts,
            @Nullable String productCode,
            String unitOfMeasurement,
            String currencyCode,
            boolean isCustomsDeclarable,
            @Nullable Boolean isDTPRequested,
            boolean getCostBreakdown,
            @Nullable List<Added> charges,
            @Nullable String shipmentPurpose,
            String merchantSelectedCarrierName,
            List<DhlBody.Packed> packages,
            List<Item> items) {}

    record Added(String typeCode, BigDecimal amount, String currencyCode) {}

    record Item(
            int number,
            @Nullable String description,
            String manufacturerCountry,
            @Nullable String partNumber,
            BigDecimal quantity,
            @Nullable String quantityType,
            BigDecimal unitPrice,
            String unitPriceCurrencyCode,
            @Nullable String commodityCode,
            @Nullable BigDecimal weight,
            @Nullable String weightUnitOfMeasurement,
            @Nullable String estimatedTariffRateType) {}

    record Answer(
            @Nullable List<@Nullable Product> products,
            @Nullable List<@Nullable String> warnings) {}

    record Product(
            @Nullable String productCode,
            @Nullable List<DhlRateWire.@Nullable Price> totalPrice,
            @Nullable List<@Nullable Detail> detailedPriceBreakdown,
            @Nullable List<@Nullable Told> items) {}

    record Detail(@Nullable String priceCurrency, @Nullable List<@Nullable Line> breakdown) {}

    /** What one line of goods costs, by the number it was asked with. */
    record Told(@Nullable String number, @Nullable List<@Nullable Line> breakdown) {}

    /** Each in a currency of its own. */
    record Line(
            @Nullable String name,
            @Nullable String serviceCode,
            @Nullable String typeCode,
            @Nullable String serviceTypeCode,
            @Nullable String price,
            @Nullable String priceCurrency) {}
}
