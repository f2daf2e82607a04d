package com.trackingmcp.karrio;

import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what customs want to know as Karrio has it. Stateless.
 *
 * <p>Karrio counts weight and value of goods by the unit, in whole units: the weight of a line is divided by them. It has no
 * unit of quantity, and no room for remarks on an invoice.
 *
 * <p>Source of names, lengths and terms of sale: Karrio's OpenAPI description 2026.1.32 (CustomsData, CommodityData).
 */
final class KarrioCustoms {
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_NAME = 50;
    private static final int DECIMALS = 6;

    /** Terms of 2020 and 2010 that Karrio does not know. */
    private static final Set<Incoterm> NOT_KNOWN = Set.of(Incoterm.DPU, Incoterm.DAT);

    private KarrioCustoms() {}

    /** Tells what Karrio does not take. */
    static void check(Customs customs, RequestCheck check) {
        customs.incoterm()
                .filter(NOT_KNOWN::contains)
                .ifPresent(term -> check.wrong("customs.incoterm", "is " + term + ", which Karrio does not know"));
        check.atMost(LONGEST_NAME, "customs.signer", customs.signer());
        check.atMost(LONGEST_NAME, "customs.invoice.number", customs.invoice().flatMap(Invoice::number));
        for (int i = 0; i < customs.commodities().size(); i++) {
            goods("customs.commodities[" + i + "]", customs.commodities().get(i), check);
        }
        if (currencies(customs) > 1) {
            check.wrong("customs.commodities", "are priced in several currencies; Karrio takes one");
        }
    }

    private static void goods(String path, Commodity goods, RequestCheck check) {
        check.required(path + ".weight", goods.weight());
        check.atMost(LONGEST_TEXT, path + ".description", goods.description());
        check.atMost(LONGEST_CODE, path + ".hs_code", goods.hsCode());
        check.atMost(LONGEST_CODE, path + ".part_number", goods.partNumber());
        goods.quantity()
                .filter(units -> !isWhole(units))
                .ifPresent(units -> check.wrong(path + ".quantity", "is no whole number of units, as Karrio wants it"));
    }

    private static boolean isWhole(BigDecimal units) {
        return units.signum() > 0
                && units.stripTrailingZeros().scale() <= 0
                && units.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }

    private static long currencies(Customs customs) {
        return prices(customs).stream().map(Money::currency).distinct().count();
    }

    private static List<Money> prices(Customs customs) {
        return customs.commodities().stream()
                .flatMap(goods -> goods.totalValue().stream())
                .toList();
    }

    /** The declaration of a request as JSON; empty where it has none. */
    static Optional<Map<String, Object>> encode(ShipmentRequest request) {
        return request.customs().map(customs -> encode(customs, request.description()));
    }

    private static Map<String, Object> encode(Customs customs, Optional<String> description) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "commodities",
                customs.commodities().stream().map(KarrioCustoms::encode).toList());
        fields.put("duty", duty(customs));
        ContentType content = customs.contentType().orElse(ContentType.MERCHANDISE);
        fields.put("content_type", word(content));
        fields.put("commercial_invoice", content == ContentType.MERCHANDISE);
        put(fields, "content_description", description);
        put(fields, "incoterm", customs.incoterm().map(Incoterm::name));
        put(fields, "invoice", customs.invoice().flatMap(Invoice::number));
        put(fields, "invoice_date", customs.invoice().flatMap(Invoice::date).map(Objects::toString));
        put(fields, "signer", customs.signer());
        return fields;
    }

    private static Map<String, Object> encode(Commodity goods) {
        BigDecimal units = goods.quantity().orElse(BigDecimal.ONE);
        Map<String, Object> fields = new LinkedHashMap<>();
        goods.weight().ifPresent(weight -> {
            fields.put("weight", each(weight, units));
            fields.put("weight_unit", weight.unit().name());
        });
        fields.put("quantity", units.intValue());
        put(fields, "description", goods.description());
        put(fields, "sku", goods.partNumber());
        put(fields, "hs_code", goods.hsCode());
        put(fields, "origin_country", goods.originCountry());
        goods.unitPrice().ifPresent(price -> {
            fields.put("value_amount", price.amount());
            fields.put("value_currency", price.currency().getCurrencyCode());
        });
        return fields;
    }

    private static BigDecimal each(Weight line, BigDecimal units) {
        BigDecimal each =
                line.value().divide(units, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return each.scale() < 0 ? each.setScale(0) : each;
    }

    /** Who pays: the recipient where nobody is named, but for goods delivered duty paid the sender. */
    private static Map<String, Object> duty(Customs customs) {
        Map<String, Object> duty = new LinkedHashMap<>();
        Payment payer = customs.dutyPayer().orElseGet(() -> Payment.builder().build());
        boolean prepaid = customs.incoterm().filter(Incoterm.DDP::equals).isPresent();
        duty.put("paid_by", KarrioPayers.word(payer).orElse(prepaid ? "sender" : "recipient"));
        KarrioPayers.account(payer)
                .flatMap(BillingAccount::accountNumber)
                .ifPresent(number -> duty.put("account_number", number));
        List<Money> prices = prices(customs);
        if (!prices.isEmpty()) {
            duty.put("currency", prices.get(0).currency().getCurrencyCode());
            duty.put("declared_value", prices.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return duty;
    }

    private static String word(ContentType content) {
        return switch (content) {
            case MERCHANDISE -> "merchandise";
            case GIFT -> "gift";
            case SAMPLE -> "sample";
            case DOCUMENTS -> "documents";
            case RETURNED_GOODS -> "return_merchandise";
            case REPAIR, PERSONAL_EFFECTS, NOT_SOLD -> "other";
        };
    }

    private static void put(Map<String, Object> fields, String name, Optional<String> value) {
        value.map(String::strip).filter(given -> !given.isEmpty()).ifPresent(given -> fields.put(name, given));
    }
}
