package com.trackingmcp.dhl;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.LandedCharge;
import com.trackingmcp.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the lines of MyDHL's landed costs. Stateless.
 *
 * <p>Source of the codes: MyDHL API 3.1.1, what it says of the names of a landed cost's lines, and the list of services in
 * its sample of prices. A line of a name that is not in these is {@code OTHER}.
 */
final class DhlLandedLines {
    static final String TOTAL_DUTIES = "TOTAL DUTIES";
    static final String TOTAL_TAXES = "TOTAL TAXES";
    static final String TOTAL_FEES = "TOTAL FEES";
    private static final Set<String> TOTALS = Set.of(TOTAL_DUTIES, TOTAL_TAXES, TOTAL_FEES);

    private static final Map<String, LandedCharge.Type> TYPES = Map.of(
            "DUTY", LandedCharge.Type.DUTY,
            "TAX", LandedCharge.Type.TAX,
            "FEE", LandedCharge.Type.FEE);

    /** The value for customs, what is insured, what DHL quotes for the carriage, and what the merchant told of it. */
    private static final Map<String, LandedCharge.Type> NAMES = Map.of(
            "SCUSV", LandedCharge.Type.GOODS,
            "SINSV", LandedCharge.Type.INSURANCE,
            "SPRQN", LandedCharge.Type.FREIGHT,
            "MFCHG", LandedCharge.Type.FREIGHT);

    /** That DHL pays duties and taxes for somebody; other services of customs tell their kind. */
    private static final Set<String> BORDER = Set.of("DD", "DU");

    private static final String CUSTOMS_SERVICE = "CDZ";

    private DhlLandedLines() {}

    static boolean isTotal(DhlLandedCostWire.Line line) {
        return WireText.text(line.name())
                .filter(name -> TOTALS.contains(name.toUpperCase(Locale.ROOT)))
                .isPresent();
    }

    /** What lines tell, digit by digit; those without an amount tell nothing. */
    static List<LandedCharge> charges(Stream<DhlLandedCostWire.Line> lines, Currency usual) {
        return lines.flatMap(line -> money(line, usual).stream().map(amount -> charge(line, amount)))
                .toList();
    }

    private static LandedCharge charge(DhlLandedCostWire.Line line, Money amount) {
        return LandedCharge.builder()
                .type(type(line))
                .code(WireText.first(line.serviceCode(), line.name()))
                .description(WireText.text(line.name()))
                .amount(amount)
                .build();
    }

    /** In the currency beside the number; in that of the answer where there is none. */
    static Optional<Money> money(DhlLandedCostWire.Line line, Currency usual) {
        Optional<Currency> currency = WireText.text(line.priceCurrency()).isEmpty()
                ? Optional.of(usual)
                : DhlPrices.currency(line.priceCurrency());
        return currency.flatMap(known -> WireText.decimal(line.price()).map(amount -> new Money(amount, known)));
    }

    private static LandedCharge.Type type(DhlLandedCostWire.Line line) {
        String service = WireText.text(line.serviceCode()).orElse("");
        boolean customs = BORDER.contains(service)
                || WireText.text(line.serviceTypeCode())
                        .filter(CUSTOMS_SERVICE::equals)
                        .isPresent();
        if (customs) {
            return LandedCharge.Type.BROKERAGE;
        }
        return WireText.text(line.typeCode())
                .flatMap(code -> Optional.ofNullable(TYPES.get(code.toUpperCase(Locale.ROOT))))
                .or(() -> WireText.text(line.name())
                        .flatMap(name -> Optional.ofNullable(NAMES.get(name.toUpperCase(Locale.ROOT)))))
                .orElse(LandedCharge.Type.OTHER);
    }

    /** All charges of a kind together; empty where there are none, or where they are in several currencies. */
    static Optional<Money> sum(List<LandedCharge> charges, LandedCharge.Type type) {
        return together(
                charges.stream().filter(charge -> charge.type() == type).map(charge -> Optional.of(charge.amount())));
    }

    /** These together; empty where there are none, or where they are in several currencies. */
    static Optional<Money> together(Stream<Optional<Money>> parts) {
        List<Money> told = parts.flatMap(Optional::stream).toList();
        boolean alike = told.stream().map(Money::currency).distinct().count() == 1;
        return alike
                ? Optional.of(total(told.stream().map(Optional::of), told.get(0).currency()))
                : Optional.empty();
    }

    /** What of these is in the currency, together. */
    static Money total(Stream<Optional<Money>> parts, Currency currency) {
        return new Money(
                parts.flatMap(Optional::stream)
                        .filter(part -> part.currency().equals(currency))
                        .map(Money::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                currency);
    }
}
