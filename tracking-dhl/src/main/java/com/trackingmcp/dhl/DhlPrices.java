package com.trackingmcp.dhl;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads MyDHL's prices, and which of several currencies counts. Stateless. */
final class DhlPrices {
    /** The currency the account is billed in, that of the country's public prices, DHL's own: the best first. */
    private static final List<String> CURRENCIES = List.of("BILLC", "PULCL", "BASEC");

    private static final Map<String, Charge.Type> SERVICES =
            Map.of("FF", Charge.Type.FUEL, "II", Charge.Type.INSURANCE);

    /** What is paid for the recipient, or because of the border. */
    private static final Set<String> BORDER = Set.of("DD", "DU", "XB", "XE", "XJ", "XK", "XX");

    private static final String TAX = "STTXA";

    private DhlPrices() {}

    /**
     * A price and which of the currencies it is in.
     *
     * @param type DHL's word for it; empty where not told
     */
    record Priced(String type, Money money) {
        boolean isSame(@Nullable String otherType, @Nullable String currency) {
            return type.equals(WireText.text(otherType).orElse(""))
                    && WireText.text(currency)
                            .filter(money.currency().getCurrencyCode()::equals)
                            .isPresent();
        }
    }

    /** The same price in several currencies: that of the bill, else the public one, else any. Never their sum. */
    static Optional<Priced> best(@Nullable List<DhlRateWire.@Nullable Price> prices) {
        return WireJson.list(prices).stream()
                .flatMap(price -> money(price.price(), price.priceCurrency()).stream()
                        .map(money ->
                                new Priced(WireText.text(price.currencyType()).orElse(""), money)))
                .min((one, other) -> Integer.compare(rank(one.type()), rank(other.type())));
    }

    private static int rank(String type) {
        int rank = CURRENCIES.indexOf(type.toUpperCase(Locale.ROOT));
        return rank < 0 ? CURRENCIES.size() : rank;
    }

    /** An amount that is more than nothing. */
    private static Optional<Money> money(@Nullable String amount, @Nullable String currency) {
        return WireText.decimal(amount)
                .filter(value -> value.signum() > 0)
                .flatMap(value -> currency(currency).map(known -> new Money(value, known)));
    }

    static Optional<Currency> currency(@Nullable String code) {
        try {
            return WireText.text(code).map(text -> Currency.getInstance(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One part of a price, in the currency of the whole; the product itself where no service is named. */
    static Optional<Charge> charge(
            Optional<String> service, @Nullable String name, @Nullable String price, Money whole) {
        return WireText.decimal(price)
                .filter(amount -> amount.signum() != 0)
                .map(amount -> charge(type(service), service, name, amount, whole));
    }

    /** The tax on all of it; what else a summary tells, the parts do. */
    static Optional<Charge> tax(@Nullable String code, @Nullable String price, Money whole) {
        return WireText.text(code)
                .filter(TAX::equals)
                .flatMap(tax -> WireText.decimal(price)
                        .filter(amount -> amount.signum() != 0)
                        .map(amount -> charge(Charge.Type.TAX, Optional.of(tax), null, amount, whole)));
    }

    private static Charge charge(
            Charge.Type type, Optional<String> code, @Nullable String name, BigDecimal amount, Money whole) {
        return Charge.builder()
                .type(type)
                .code(code)
                .description(WireText.text(name))
                .amount(new Money(amount, whole.currency()))
                .build();
    }

    private static Charge.Type type(Optional<String> service) {
        if (service.isEmpty()) {
            return Charge.Type.BASE;
        }
        String code = service.get();
        return BORDER.contains(code) ? Charge.Type.DUTY : SERVICES.getOrDefault(code, Charge.Type.SURCHARGE);
    }

    /** The notes on an answer. */
    static List<Alert> alerts(@Nullable List<@Nullable String> warnings) {
        return WireJson.list(warnings).stream()
                .flatMap(warning -> WireText.text(warning).stream())
                .map(warning -> Alert.builder().text(warning).build())
                .toList();
    }
}
