package com.trackingmcp.ups;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.ups.UpsLandedCostWire.Item;
import com.trackingmcp.ups.UpsLandedCostWire.Question;
import com.trackingmcp.ups.UpsLandedCostWire.Shipment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What UPS is asked for duties and taxes, and what it needs for that. Stateless. Limits are those of its description of the
 * Landed Cost API.
 *
 * <p>UPS calls a line of goods by its place among them. A unit is "Each" where none is named, and where it is named by the
 * Shipping API's codes of pieces; UPS's list of units is not public. The province counts in Canada, by its English name as in
 * the description's examples, and where it is told by a name; codes of other provinces are not sent, for UPS's list of them is
 * not public either.
 */
final class UpsLandedCostEncoder {
    private static final int VERSION = 1;
    private static final int MOST_LINES = 99;
    private static final int LONGEST_HS_CODE = 40;
    private static final int LONGEST_DESCRIPTION = 150;
    private static final int LONGEST_CODE_OF_A_PROVINCE = 3;
    private static final int WEIGHT_DECIMALS = 3;
    private static final BigDecimal MOST_WORTH = new BigDecimal("999999999999.99");
    private static final String PIECES = "Each";
    private static final Set<String> CODES_OF_PIECES = Set.of("PCS", "EA");
    private static final Set<Incoterm> TERMS = EnumSet.of(
            Incoterm.CFR,
            Incoterm.CIF,
            Incoterm.CIP,
            Incoterm.CPT,
            Incoterm.DAP,
            Incoterm.DAT,
            Incoterm.DDP,
            Incoterm.DPU,
            Incoterm.EXW,
            Incoterm.FAS,
            Incoterm.FCA,
            Incoterm.FOB);
    private static final Map<String, String> CANADA = Map.ofEntries(
            Map.entry("AB", "Alberta"),
            Map.entry("BC", "British Columbia"),
            Map.entry("MB", "Manitoba"),
            Map.entry("NB", "New Brunswick"),
            Map.entry("NL", "Newfoundland and Labrador"),
            Map.entry("NS", "Nova Scotia"),
            Map.entry("NT", "Northwest Territories"),
            Map.entry("NU", "Nunavut"),
            Map.entry("ON", "Ontario"),
            Map.entry("PE", "Prince Edward Island"),
            Map.entry("QC", "Quebec"),
            Map.entry("SK", "Saskatchewan"),
            Map.entry("YT", "Yukon"));

    private UpsLandedCostEncoder() {}

    static void check(LandedCostRequest request, RequestCheck check) {
        Optional<String> from = request.sender().flatMap(Address::country);
        if (from.isPresent() && from.equals(request.recipient().flatMap(Address::country))) {
            check.wrong("recipient.country", "is the sender's: UPS estimates across borders only");
        }
        request.incoterm()
                .filter(term -> !TERMS.contains(term))
                .ifPresent(term -> check.wrong(
                        "incoterm",
                        "is " + term + "; UPS takes "
                                + TERMS.stream().map(Enum::name).collect(Collectors.joining(", "))));
        if (request.insurance().isPresent()) {
            check.wrong("insurance", "has no place in UPS's estimate");
        }
        currencies(request, check);
        if (request.commodities().size() > MOST_LINES) {
            check.wrong("commodities", "are " + request.commodities().size() + "; UPS takes " + MOST_LINES);
        }
        for (int i = 0; i < request.commodities().size(); i++) {
            goods("commodities[" + i + "]", request.commodities().get(i), check);
        }
        worth(request.commodities(), check);
    }

    /** UPS answers in the currency of the goods, and adds the carriage to them. */
    private static void currencies(LandedCostRequest request, RequestCheck check) {
        Optional<String> goods = currency(request.commodities());
        if (goods.isEmpty()) {
            return;
        }
        request.currency()
                .filter(wanted -> !wanted.equals(goods.get()))
                .ifPresent(wanted -> check.wrong("currency", "is not that of the goods, which UPS answers in"));
        request.freight()
                .filter(cost -> !cost.currency().getCurrencyCode().equals(goods.get()))
                .ifPresent(cost -> check.wrong("freight", "is not in the currency of the goods"));
    }

    private static void goods(String path, Commodity goods, RequestCheck check) {
        goods.quantity()
                .filter(quantity ->
                        quantity.signum() > 0 && quantity.stripTrailingZeros().scale() > 0)
                .ifPresent(quantity -> check.wrong(path + ".quantity", "is no whole number, which UPS wants"));
        check.atMost(LONGEST_HS_CODE, path + ".hs_code", goods.hsCode());
        check.atMost(LONGEST_DESCRIPTION, path + ".description", goods.description());
    }

    private static void worth(List<Commodity> lines, RequestCheck check) {
        BigDecimal total = lines.stream()
                .flatMap(goods -> goods.totalValue().stream())
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(MOST_WORTH) > 0) {
            check.wrong("commodities", "are worth more than " + MOST_WORTH.toPlainString() + ", the most UPS takes");
        }
    }

    static Optional<String> currency(List<Commodity> lines) {
        return lines.stream()
                .flatMap(goods -> goods.unitPrice().stream())
                .map(price -> price.currency().getCurrencyCode())
                .findFirst();
    }

    /**
     * The question, once checked.
     *
     * @param id of the call; UPS wants one for itself and one for the shipment
     */
    static Question question(LandedCostRequest request, String id) {
        String currency = currency(request.commodities()).orElseThrow();
        Address to = request.recipient().orElseThrow();
        List<Item> items = new ArrayList<>();
        for (Commodity goods : request.commodities()) {
            items.add(item(String.valueOf(items.size()), goods, currency));
        }
        return new Question(
                currency,
                id,
                true,
                VERSION,
                new Shipment(
                        id,
                        to.country().orElseThrow(),
                        province(to).orElse(null),
                        request.shipDate().map(LocalDate::toString).orElse(null),
                        request.incoterm().map(Enum::name).orElse(null),
                        request.sender().flatMap(Address::country).orElseThrow(),
                        request.freight().map(Money::amount).orElse(null),
                        type(request.contentType().orElse(ContentType.MERCHANDISE)),
                        items));
    }

    private static Optional<String> province(Address to) {
        Optional<String> told = to.stateOrProvince().map(String::strip);
        return told.filter(text -> text.length() > LONGEST_CODE_OF_A_PROVINCE)
                .or(() -> told.filter(code -> to.country().filter("CA"::equals).isPresent())
                        .map(CANADA::get));
    }

    private static String type(ContentType contents) {
        return switch (contents) {
            case MERCHANDISE -> "SALE";
            case GIFT -> "GIFT";
            case SAMPLE -> "SAMPLE";
            case RETURNED_GOODS -> "RETURN";
            case REPAIR -> "REPAIR";
            case DOCUMENTS, NOT_SOLD, PERSONAL_EFFECTS -> "OTHER";
        };
    }

    private static Item item(String id, Commodity goods, String currency) {
        Optional<Weight> weight = goods.weight().map(UpsLandedCostEncoder::weight);
        return new Item(
                id,
                weight.map(Weight::value).orElse(null),
                weight.map(told -> told.unit().name()).orElse(null),
                goods.unitPrice().orElseThrow().amount(),
                currency,
                goods.quantity().orElseThrow().setScale(0, RoundingMode.UNNECESSARY),
                goods.quantityUnit()
                        .filter(unit -> !CODES_OF_PIECES.contains(unit))
                        .orElse(PIECES),
                goods.hsCode().filter(code -> !code.isBlank()).orElse(null),
                goods.description().filter(text -> !text.isBlank()).orElse(null),
                goods.originCountry().orElseThrow());
    }

    /** UPS knows kilograms and pounds. */
    private static Weight weight(Weight told) {
        return switch (told.unit()) {
            case KG, LB -> told;
            case G -> told.to(Weight.Unit.KG, WEIGHT_DECIMALS, RoundingMode.UP);
            case OZ -> told.to(Weight.Unit.LB, WEIGHT_DECIMALS, RoundingMode.UP);
        };
    }
}
