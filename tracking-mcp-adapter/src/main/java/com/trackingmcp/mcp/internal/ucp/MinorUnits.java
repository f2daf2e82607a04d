package com.trackingmcp.mcp.internal.ucp;

import com.trackingmcp.model.Money;

/** Amounts as whole numbers of the smallest unit of their currency: cents, yen, fils. Stateless. */
final class MinorUnits {
    private MinorUnits() {}

    /**
     * The amount; never rounded.
     *
     * @throws InexpressibleException where it has more decimals than its currency, or the currency has no smallest unit
     */
    static long of(Money money) {
        int decimals = money.currency().getDefaultFractionDigits();
        if (decimals < 0) {
            throw new InexpressibleException(money.currency() + " has no smallest unit");
        }
        try {
            return money.amount().movePointRight(decimals).longValueExact();
        } catch (ArithmeticException e) {
            throw new InexpressibleException(money + " is no whole number of the smallest unit of " + money.currency());
        }
    }
}
