package com.trackingmcp.dhl;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of MyDHL's prices: the question, and the answer of which any member may be missing. */
final class DhlRateWire {
    private DhlRateWire() {}

    record Question(
            Parties customerDetails,
            List<DhlBody.Account> accounts,
            @Nullable List<DhlBody.Service> valueAddedServices,
            @Nullable String payerCountryCode,
            String plannedShippingDateAndTime,
            String unitOfMeasurement,
            boolean isCustomsDeclarable,
            @Nullable List<Amount> monetaryAmount,
            DhlBody.Wish estimatedDeliveryDate,
            @Nullable Boolean nextBusinessDay,
            @Nullable String productTypeCode,
            List<DhlBody.Packed> packages) {}

    record Parties(Place shipperDetails, Place receiverDetails) {}

    record Place(
            String postalCode,
            String cityName,
            String countryCode,
            @Nullable String provinceCode) {}

    record Amount(String typeCode, BigDecimal value, String currency) {}

    record Answer(
            @Nullable List<@Nullable Product> products,
            @Nullable List<@Nullable String> warnings) {}

    record Product(
            @Nullable String productName,
            @Nullable String productCode,
            @Nullable String localProductCode,
            @Nullable String localProductCountryCode,
            @Nullable Weighed weight,
            @Nullable List<@Nullable Price> totalPrice,
            @Nullable List<@Nullable Summary> totalPriceBreakdown,
            @Nullable List<@Nullable Detail> detailedPriceBreakdown,
            @Nullable Pickup pickupCapabilities,
            @Nullable Delivery deliveryCapabilities) {}

    record Weighed(
            @Nullable String volumetric,
            @Nullable String provided,
            @Nullable String unitOfMeasurement) {}

    /** The same price in several currencies: billing (BILLC), public (PULCL) and base (BASEC). */
    record Price(
            @Nullable String currencyType,
            @Nullable String priceCurrency,
            @Nullable String price) {}

    record Summary(
            @Nullable String currencyType,
            @Nullable String priceCurrency,
            @Nullable List<@Nullable Part> priceBreakdown) {}

    record Part(@Nullable String typeCode, @Nullable String price) {}

    record Detail(
            @Nullable String currencyType,
            @Nullable String priceCurrency,
            @Nullable List<@Nullable Line> breakdown) {}

    /** The first has no service: it is the product. Those without a price were not asked for. */
    record Line(
            @Nullable String name,
            @Nullable String serviceCode,
            @Nullable String price) {}

    record Pickup(@Nullable String localCutoffDateAndTime) {}

    record Delivery(
            @Nullable String deliveryTypeCode,
            @Nullable String estimatedDeliveryDateAndTime,
            @Nullable String totalTransitDays) {}
}
