package com.trackingmcp.mcp.internal.ucp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Rate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a price is made of, as the protocol wants it: exactly one total that the others add up to, discounts below zero and
 * everything else not. Where a carrier's parts do not add up to its total, the total is told as one part. Stateless.
 */
final class OptionTotals {
    private OptionTotals() {}

    private record Part(String type, String words, long amount) {
        ObjectNode json() {
            return Json.object().put("type", type).put("display_text", words).put("amount", amount);
        }
    }

    /**
     * The totals of a price.
     *
     * @throws InexpressibleException where an amount is none of the protocol's
     */
    static ArrayNode of(Rate rate) {
        long total = MinorUnits.of(rate.total());
        if (total < 0) {
            throw new InexpressibleException("its total is less than nothing");
        }
        List<Part> parts = new ArrayList<>();
        boolean oneCurrency = true;
        for (Charge charge : rate.charges()) {
            oneCurrency &= charge.amount().currency().equals(rate.total().currency());
            long amount = MinorUnits.of(charge.amount());
            if (amount != 0) {
                parts.add(new Part(type(charge), words(charge), amount));
            }
        }
        ArrayNode totals = JsonNodeFactory.instance.arrayNode();
        if (oneCurrency && addUp(parts, total)) {
            parts.forEach(part -> totals.add(part.json()));
        } else {
            totals.add(new Part("fulfillment", "Shipping", total).json());
        }
        return totals.add(new Part("total", "Total", total).json());
    }

    private static boolean addUp(List<Part> parts, long total) {
        boolean signed = parts.stream().allMatch(part -> part.type().equals("discount") == part.amount() < 0);
        try {
            return signed
                    && !parts.isEmpty()
                    && parts.stream().mapToLong(Part::amount).reduce(0, Math::addExact) == total;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static String type(Charge charge) {
        return switch (charge.type()) {
            case BASE -> "fulfillment";
            case FUEL, SURCHARGE, INSURANCE -> "fee";
            case DISCOUNT -> "discount";
            case TAX, DUTY -> "tax";
        };
    }

    private static String words(Charge charge) {
        return charge.description()
                .map(ForeignText::of)
                .filter(text -> !text.isBlank())
                .orElseGet(() -> switch (charge.type()) {
                    case BASE -> "Base charge";
                    case FUEL -> "Fuel surcharge";
                    case SURCHARGE -> "Surcharge";
                    case INSURANCE -> "Insurance";
                    case DISCOUNT -> "Discount";
                    case TAX -> "Tax";
                    case DUTY -> "Duty";
                });
    }
}
