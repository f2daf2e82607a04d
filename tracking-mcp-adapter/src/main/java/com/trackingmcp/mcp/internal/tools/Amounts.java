package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.model.Money;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Amounts of money: decimals as texts, and one currency beside them. Stateless. */
final class Amounts {
    private static final String CURRENCY = "currency";

    private Amounts() {}

    /** The currency of all amounts of a call. */
    static Optional<Currency> currency(Arguments arguments, RequestCheck check) {
        try {
            return arguments.text(CURRENCY).map(code -> Currency.getInstance(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            check.wrong(CURRENCY, "is no ISO 4217 code such as EUR");
            return Optional.empty();
        }
    }

    /** An amount in the currency of the call, which it needs. */
    static Optional<Money> read(Arguments arguments, String name, Optional<Currency> currency, RequestCheck check) {
        Optional<BigDecimal> amount = arguments.decimal(name);
        boolean isTold =
                check.problems().stream().anyMatch(known -> known.path().equals(CURRENCY));
        if (amount.isPresent() && currency.isEmpty() && !isTold) {
            check.missing(CURRENCY, "with " + name);
        }
        return amount.flatMap(value -> currency.map(code -> new Money(value, code)));
    }

    /** Puts a price and its currency, where there is one. */
    static void putPrice(ObjectNode json, Optional<Money> price) {
        put(json, "price", price);
        Json.put(json, CURRENCY, price.map(Money::currency));
    }

    /** Puts an amount without its currency, where there is one. */
    static void put(ObjectNode json, String name, Optional<Money> amount) {
        Json.put(json, name, amount.map(money -> money.amount().toPlainString()));
    }
}
