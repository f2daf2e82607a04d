package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Money;
import com.trackingmcp.ups.UpsLabelWire.Prices;
import com.trackingmcp.ups.UpsParts.Amount;
import com.trackingmcp.ups.UpsParts.Itemized;
import com.trackingmcp.ups.UpsParts.Modifier;
import com.trackingmcp.ups.UpsParts.Negotiated;
import com.trackingmcp.ups.UpsParts.Tax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A price as UPS tells it: the account's own, which it calls negotiated, and the published one. Immutable.
 *
 * <p>Totals are with taxes where UPS tells them. An amount of nothing is a placeholder: no price, and no part of one. UPS
 * tells the parts of the price that counts only: of the negotiated one where there is one, else of the published one.
 *
 * @param negotiated what the account pays
 * @param published what everybody pays
 * @param charges what the price that counts is made of
 */
record UpsPrices(Optional<Money> negotiated, Optional<Money> published, List<Charge> charges) {
    static UpsPrices of(@Nullable Negotiated negotiated, @Nullable Prices published) {
        Optional<Money> own = negotiated == null
                ? Optional.empty()
                : total(negotiated.TotalChargesWithTaxes(), negotiated.TotalCharge());
        Optional<Money> list = published == null
                ? Optional.empty()
                : total(published.TotalChargesWithTaxes(), published.TotalCharges());
        List<Charge> charges = new ArrayList<>();
        if (own.isPresent() && negotiated != null) {
            addNegotiated(charges, negotiated, own.get().currency());
        } else if (list.isPresent() && published != null) {
            addPublished(charges, published, list.get().currency());
        }
        return new UpsPrices(own, list, List.copyOf(charges));
    }

    /** The account's price before the published one; empty where UPS told neither. */
    Optional<Money> total() {
        return negotiated.or(() -> published);
    }

    private static Optional<Money> total(@Nullable Amount withTaxes, @Nullable Amount without) {
        return price(withTaxes).or(() -> price(without));
    }

    private static Optional<Money> price(@Nullable Amount amount) {
        return amount == null
                ? Optional.empty()
                : money(amount.MonetaryValue(), amount.CurrencyCode())
                        .filter(money -> money.amount().signum() > 0);
    }

    /** An amount of a currency; empty where either cannot be read. */
    static Optional<Money> money(@Nullable String value, @Nullable String currency) {
        Optional<Currency> known = UpsText.clean(currency).flatMap(UpsPrices::currency);
        return known.flatMap(unit -> amount(value).map(amount -> new Money(amount, unit)));
    }

    private static Optional<BigDecimal> amount(@Nullable String value) {
        return UpsText.clean(value).flatMap(WireText::decimal);
    }

    static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void addNegotiated(List<Charge> charges, Negotiated told, Currency currency) {
        list(told.BaseServiceCharge()).forEach(base -> addBase(charges, base));
        list(told.ItemizedCharges()).forEach(item -> addItem(charges, item, currency));
        list(told.RateModifier()).forEach(modifier -> addModifier(charges, modifier, currency));
        list(told.TaxCharges()).forEach(tax -> addTax(charges, tax, currency));
    }

    private static void addPublished(List<Charge> charges, Prices told, Currency currency) {
        Amount base =
                price(told.BaseServiceCharge()).isPresent() ? told.BaseServiceCharge() : told.TransportationCharges();
        addBase(charges, base);
        List<Itemized> items = list(told.ItemizedCharges());
        items.forEach(item -> addItem(charges, item, currency));
        if (items.isEmpty()) {
            price(told.ServiceOptionsCharges())
                    .ifPresent(options -> charges.add(Charge.builder()
                            .type(Charge.Type.SURCHARGE)
                            .description("Service options")
                            .amount(options)
                            .build()));
        }
        list(told.TaxCharges()).forEach(tax -> addTax(charges, tax, currency));
    }

    private static void addBase(List<Charge> charges, @Nullable Amount base) {
        price(base)
                .ifPresent(money -> charges.add(
                        Charge.builder().type(Charge.Type.BASE).amount(money).build()));
    }

    private static void addItem(List<Charge> charges, Itemized item, Currency currency) {
        Optional<Money> amount = money(item.MonetaryValue(), item.CurrencyCode())
                .or(() -> amount(item.MonetaryValue()).map(value -> new Money(value, currency)))
                .filter(money -> money.amount().signum() != 0);
        Optional<String> code = UpsText.clean(item.Code());
        amount.ifPresent(money -> charges.add(Charge.builder()
                .type(
                        money.amount().signum() < 0
                                ? Charge.Type.DISCOUNT
                                : code.map(UpsCharges::type).orElse(Charge.Type.SURCHARGE))
                .code(code)
                .description(UpsText.clean(item.Description())
                        .or(() -> code.flatMap(UpsCharges::name))
                        .or(() -> UpsText.clean(item.SubType())))
                .amount(money)
                .build()));
    }

    /** Modifiers have no currency of their own. */
    private static void addModifier(List<Charge> charges, Modifier modifier, Currency currency) {
        amount(modifier.Amount())
                .filter(amount -> amount.signum() != 0)
                .ifPresent(amount -> charges.add(Charge.builder()
                        .type(amount.signum() < 0 ? Charge.Type.DISCOUNT : Charge.Type.SURCHARGE)
                        .code(UpsText.clean(modifier.ModifierType()))
                        .description(UpsText.clean(modifier.ModifierDesc()))
                        .amount(new Money(amount, currency))
                        .build()));
    }

    /** Taxes have no currency of their own. */
    private static void addTax(List<Charge> charges, Tax tax, Currency currency) {
        amount(tax.MonetaryValue())
                .filter(amount -> amount.signum() != 0)
                .ifPresent(amount -> charges.add(Charge.builder()
                        .type(Charge.Type.TAX)
                        .code(UpsText.clean(tax.Type()))
                        .amount(new Money(amount, currency))
                        .build()));
    }
}
