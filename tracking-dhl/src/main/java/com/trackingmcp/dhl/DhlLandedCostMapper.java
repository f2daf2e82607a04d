package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.LandedCharge;
import com.trackingmcp.model.LandedCommodity;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.spi.CarrierProfile;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns MyDHL's landed costs into one of ours. Immutable.
 *
 * <p>The sums are DHL's own: total duties, taxes and fees; where it tells none, what it tells of the lines of goods. What DHL takes for its own work at the border comes as services of
 * customs among the charges, in a currency of its own at times: it is the brokerage, and in the total where the currency is
 * the same; an alert tells it where it is not. The grand total has goods and carriage in it. Of several products the one
 * asked for counts, else the first.
 */
record DhlLandedCostMapper(CarrierProfile profile) {
    LandedCost map(CarrierResponse response, LandedCostRequest request) {
        DhlLandedCostWire.Answer answer = WireJson.read(response, DhlLandedCostWire.Answer.class);
        DhlLandedCostWire.Product product = chosen(answer, request)
                .orElseThrow(() -> untold(response, ErrorCode.MALFORMED_RESPONSE, "it tells no cost"));
        Currency asked = Currency.getInstance(DhlLandedCostEncoder.currency(request));
        Optional<DhlLandedCostWire.Detail> detail = detail(product, asked);
        Currency usual =
                detail.flatMap(told -> DhlPrices.currency(told.priceCurrency())).orElse(asked);
        List<DhlLandedCostWire.Line> lines =
                detail.map(told -> WireJson.list(told.breakdown())).orElse(List.of());
        List<LandedCharge> charges =
                DhlLandedLines.charges(lines.stream().filter(line -> !DhlLandedLines.isTotal(line)), usual);
        List<LandedCommodity> commodities = commodities(product, request, answer.warnings(), usual);
        Optional<Money> duties =
                sum(lines, DhlLandedLines.TOTAL_DUTIES, usual).or(() -> together(commodities, LandedCommodity::duties));
        Optional<Money> taxes =
                sum(lines, DhlLandedLines.TOTAL_TAXES, usual).or(() -> together(commodities, LandedCommodity::taxes));
        Optional<Money> fees =
                sum(lines, DhlLandedLines.TOTAL_FEES, usual).or(() -> together(commodities, LandedCommodity::fees));
        Optional<Money> brokerage = DhlLandedLines.sum(charges, LandedCharge.Type.BROKERAGE)
                .or(() -> brokerage(commodities, sum(lines, DhlLandedLines.TOTAL_FEES, usual)));
        Currency currency = currency(Stream.of(duties, taxes, fees, brokerage), usual)
                .orElseThrow(
                        () -> untold(response, ErrorCode.REQUEST_REFUSED, "no duties and taxes are estimated for it"));
        return LandedCost.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .currency(currency.getCurrencyCode())
                .total(DhlLandedLines.total(Stream.of(duties, taxes, fees, brokerage), currency))
                .grandTotal(DhlPrices.best(product.totalPrice()).map(DhlPrices.Priced::money))
                .duties(duties)
                .taxes(taxes)
                .brokerage(brokerage)
                .otherFees(fees)
                .commodities(commodities)
                .charges(charges)
                .partial(duties.isEmpty() || commodities.stream().anyMatch(goods -> !goods.calculated()))
                .service(WireText.text(product.productCode()).or(request::service))
                .addAllAlerts(alerts(answer, Stream.of(duties, taxes, fees, brokerage), currency))
                .build();
    }

    private static CarrierException untold(CarrierResponse response, ErrorCode code, String reason) {
        return response.fault(code).argument("reason", reason).toException();
    }

    private static Optional<DhlLandedCostWire.Product> chosen(
            DhlLandedCostWire.Answer answer, LandedCostRequest request) {
        List<DhlLandedCostWire.Product> products = WireJson.list(answer.products());
        return products.stream()
                .filter(product -> request.service().equals(WireText.text(product.productCode())))
                .findFirst()
                .or(() -> products.stream().findFirst());
    }

    /** The breakdown in the currency asked for, else the first: others tell the same in other currencies. */
    private static Optional<DhlLandedCostWire.Detail> detail(DhlLandedCostWire.Product product, Currency asked) {
        List<DhlLandedCostWire.Detail> details = WireJson.list(product.detailedPriceBreakdown());
        return details.stream()
                .filter(detail -> DhlPrices.currency(detail.priceCurrency())
                        .filter(asked::equals)
                        .isPresent())
                .findFirst()
                .or(() -> details.stream().findFirst());
    }

    /** The usual one where a part is told in it, else that of the first; empty where no part is told. */
    private static Optional<Currency> currency(Stream<Optional<Money>> parts, Currency usual) {
        List<Currency> told =
                parts.flatMap(Optional::stream).map(Money::currency).toList();
        return told.contains(usual) ? Optional.of(usual) : told.stream().findFirst();
    }

    /** What DHL tells of each line of goods and not of all. */
    private static Optional<Money> together(
            List<LandedCommodity> commodities, Function<LandedCommodity, Optional<Money>> part) {
        return DhlLandedLines.together(commodities.stream().map(part));
    }

    /** What clearing the lines costs, unless DHL's sum of fees may have it in it already. */
    private static Optional<Money> brokerage(List<LandedCommodity> commodities, Optional<Money> allFees) {
        return allFees.isPresent() ? Optional.empty() : together(commodities, LandedCommodity::brokerage);
    }

    private static Optional<Money> sum(List<DhlLandedCostWire.Line> lines, String name, Currency usual) {
        return lines.stream()
                .filter(line -> name.equalsIgnoreCase(line.name()))
                .flatMap(line -> DhlLandedLines.money(line, usual).stream())
                .findFirst();
    }

    /** DHL's warnings, and what is not in the total. */
    private static List<Alert> alerts(
            DhlLandedCostWire.Answer answer, Stream<Optional<Money>> parts, Currency currency) {
        Stream<Alert> notCounted = parts.flatMap(Optional::stream)
                .filter(part -> !part.currency().equals(currency))
                .map(part -> Alert.builder()
                        .text("The total lacks " + part + ", which DHL tells in another currency")
                        .build());
        return Stream.concat(DhlPrices.alerts(answer.warnings()).stream(), notCounted)
                .toList();
    }

    private static List<LandedCommodity> commodities(
            DhlLandedCostWire.Product product,
            LandedCostRequest request,
            @Nullable List<@Nullable String> warnings,
            Currency currency) {
        List<LandedCommodity> commodities = new ArrayList<>();
        for (int i = 0; i < request.commodities().size(); i++) {
            int number = i + 1;
            List<LandedCharge> charges = DhlLandedLines.charges(
                    WireJson.list(product.items()).stream()
                            .filter(item -> WireText.integer(item.number()).equals(Optional.of(number)))
                            .flatMap(item -> WireJson.list(item.breakdown()).stream()),
                    currency);
            commodities.add(commodity(i, charges, reason(number, warnings)));
        }
        return commodities;
    }

    /** What has neither duty nor tax, not even one of nothing, was not calculated. */
    private static LandedCommodity commodity(int index, List<LandedCharge> charges, Optional<String> reason) {
        Optional<Money> duties = DhlLandedLines.sum(charges, LandedCharge.Type.DUTY);
        Optional<Money> taxes = DhlLandedLines.sum(charges, LandedCharge.Type.TAX);
        Optional<Money> brokerage = DhlLandedLines.sum(charges, LandedCharge.Type.BROKERAGE);
        Optional<Money> fees = DhlLandedLines.sum(charges, LandedCharge.Type.FEE);
        Optional<Money> levied = DhlLandedLines.together(Stream.of(duties, taxes, fees));
        boolean calculated = charges.stream()
                .anyMatch(charge -> charge.type() == LandedCharge.Type.DUTY || charge.type() == LandedCharge.Type.TAX);
        return LandedCommodity.builder()
                .index(index)
                .calculated(calculated)
                .reason(calculated ? Optional.empty() : reason)
                .duties(duties)
                .taxes(taxes)
                .brokerage(brokerage)
                .fees(fees)
                .total(levied.filter(any -> calculated)
                        .map(sum -> DhlLandedLines.total(Stream.of(levied, brokerage), sum.currency())))
                .charges(charges)
                .build();
    }

    /** The warning that names the line, such as {@code 200203: #/items/number:1/ The provided HS code ...}. */
    private static Optional<String> reason(int number, @Nullable List<@Nullable String> warnings) {
        return WireJson.list(warnings).stream()
                .flatMap(warning -> WireText.text(warning).stream())
                .filter(warning -> warning.contains("#/items/number:" + number + "/"))
                .findFirst();
    }
}
