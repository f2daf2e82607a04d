package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** MyDHL's answer to a question for prices. Immutable. */
final class MyDhlQuotes {
    private static final BigDecimal DOLLARS = new BigDecimal("1.08");
    private static final List<String> UNASKED = List.of("LX", "SX");

    private final MyDhlOrder order;

    MyDhlQuotes(MyDhlOrder order) {
        this.order = order;
    }

    ObjectNode render(List<MyDhlProduct> products, String estimate) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("products");
        products.forEach(product -> list.add(product(product, estimate)));
        body.putArray("exchangeRates")
                .addObject()
                .put("currentExchangeRate", DOLLARS)
                .put("currency", "USD")
                .put("baseCurrency", "EUR");
        return body;
    }

    private ObjectNode product(MyDhlProduct product, String estimate) {
        MyDhlPrice price = MyDhlPrice.of(product, order);
        ObjectNode node = Json.object()
                .put("productName", product.title() + (order.isDeclarable() ? " NONDOC" : ""))
                .put("productCode", product.code())
                .put("localProductCode", product.code())
                .put("localProductCountryCode", "DE")
                .put("networkTypeCode", "TD")
                .put("isCustomerAgreement", false);
        node.putObject("weight")
                .put("volumetric", order.volumetric())
                .put("provided", order.weight())
                .put("unitOfMeasurement", order.isMetric() ? "metric" : "imperial");
        ArrayNode totals = node.putArray("totalPrice");
        ArrayNode summaries = node.putArray("totalPriceBreakdown");
        ArrayNode details = node.putArray("detailedPriceBreakdown");
        for (String type : List.of("PULCL", "BILLC", "BASEC")) {
            boolean dollars = type.equals("PULCL");
            String currency = dollars ? "USD" : "EUR";
            BigDecimal rate = dollars ? DOLLARS : BigDecimal.ONE;
            totals.addObject()
                    .put("currencyType", type)
                    .put("priceCurrency", currency)
                    .put("price", MyDhlPrice.in(price.total(), rate));
            summaries.add(summary(price, type, currency, rate));
            details.add(detail(product, price, type, currency, rate));
        }
        capabilities(node, product, estimate);
        node.put("pricingDate", order.planned().toLocalDate().toString());
        return node;
    }

    private static ObjectNode summary(MyDhlPrice price, String type, String currency, BigDecimal rate) {
        ObjectNode node = Json.object().put("currencyType", type).put("priceCurrency", currency);
        ArrayNode parts = node.putArray("priceBreakdown");
        parts.addObject().put("typeCode", "STTXA").put("price", MyDhlPrice.in(price.tax(), rate));
        parts.addObject().put("typeCode", "SPRQT").put("price", MyDhlPrice.in(price.product(), rate));
        return node;
    }

    /** The product first, what was asked for with its price, and what might have been without one. */
    private ObjectNode detail(MyDhlProduct product, MyDhlPrice price, String type, String currency, BigDecimal rate) {
        ObjectNode node = Json.object().put("currencyType", type).put("priceCurrency", currency);
        ArrayNode lines = node.putArray("breakdown");
        lines.addObject().put("name", product.title()).put("price", MyDhlPrice.in(price.product(), rate));
        for (Map.Entry<String, BigDecimal> service : price.services().entrySet()) {
            service(lines, service.getKey()).put("price", MyDhlPrice.in(service.getValue(), rate));
        }
        UNASKED.stream().filter(code -> !price.services().containsKey(code)).forEach(code -> service(lines, code));
        return node;
    }

    private static ObjectNode service(ArrayNode lines, String code) {
        boolean surcharge = code.equals("FF") || code.equals("CR");
        return lines.addObject()
                .put("name", MyDhlPrice.NAMES.getOrDefault(code, code))
                .put("serviceCode", code)
                .put("localServiceCode", code)
                .put("serviceTypeCode", surcharge ? "SCH" : "XCH")
                .put("isCustomerAgreement", false)
                .put("isMarketedService", !surcharge);
    }

    private void capabilities(ObjectNode node, MyDhlProduct product, String estimate) {
        LocalDate day = order.planned().toLocalDate();
        LocalDate delivered = day.plusDays(product.days());
        node.putObject("pickupCapabilities")
                .put("nextBusinessDay", false)
                .put("localCutoffDateAndTime", day + "T18:00:00")
                .put("pickupEarliest", "09:30:00")
                .put("pickupLatest", "19:00:00")
                .put("originServiceAreaCode", "CGN")
                .put("originFacilityAreaCode", "CGN")
                .put("pickupAdditionalDays", 0)
                .put("pickupDayOfWeek", day.getDayOfWeek().getValue());
        node.putObject("deliveryCapabilities")
                .put("deliveryTypeCode", estimate)
                .put("estimatedDeliveryDateAndTime", delivered + "T" + product.deliveredBy())
                .put("destinationServiceAreaCode", "XXX")
                .put("destinationFacilityAreaCode", "XXX")
                .put("deliveryAdditionalDays", 0)
                .put("deliveryDayOfWeek", delivered.getDayOfWeek().getValue())
                .put("totalTransitDays", product.days());
    }
}
