package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in a currency. Immutable. Carriers write 7.5, 7.50 and 7.500 for the same price: here they are equal.
 *
 * @param amount the decimal amount, with the decimals of its currency, and more only where it needs them; a string in JSON,
 *     so that no reader rounds it
 * @param currency the ISO 4217 currency
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, Currency currency) {
    public Money {
        Objects.requireNonNull(currency, "currency");
        amount = Decimals.withDecimals(Decimals.plain(amount, "amount"), currency.getDefaultFractionDigits());
    }

    /**
     * An amount such as {@code of("12.50", "EUR")}.
     *
     * @throws IllegalArgumentException when the amount is not a decimal number or the code is not ISO 4217
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
