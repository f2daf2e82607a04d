package com.trackingmcp.ups;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.LandedCharge;
import com.trackingmcp.model.LandedCommodity;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.ups.UpsLandedCostWire.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what UPS estimates. Safe for use by many threads.
 *
 * <p>UPS tells value added tax apart, and other taxes together with fees: both are taxes here. Its brokerage it tells of the
 * shipment and of no line of goods. Errors come within a good
 * answer; with an estimate of other goods beside them they are the reasons why some goods could not be calculated: those of
 * the line that UPS names in the field, else of all such lines. A line that UPS leaves out could not be calculated.
 * Where it could calculate none, and levies nothing but its own fees, there is no estimate: that is a refusal.
 */
final class UpsLandedCostMapper {
    private static final String GRAND_TOTAL = "grandTotal";
    private static final String DUTY_AND_TAX = "totalDutyAndTax";
    private static final String BROKERAGE = "totalBrokerageFees";
    private static final String LINE_TOTAL = "totalCommodityDutyAndTax";
    private final CarrierProfile profile;

    UpsLandedCostMapper(CarrierProfile profile) {
        this.profile = profile;
    }

    LandedCost map(CarrierResponse response, LandedCostRequest request) {
        Answer answer = UpsAnswers.read(
                response,
                Answer.class,
                any -> any.shipment() == null && errors(any).isEmpty() ? null : any);
        UpsFields shipment = UpsFields.of(answer.shipment())
                .filter(told -> told.decimal(GRAND_TOTAL, DUTY_AND_TAX).isPresent())
                .orElseThrow(() -> refusal(response, errors(answer)));
        Currency currency = shipment.text("currencyCode")
                .or(() -> UpsLandedCostEncoder.currency(request.commodities()))
                .flatMap(UpsPrices::currency)
                .orElseThrow(() -> UpsAnswers.malformed(response, "its currency is not known"));
        List<UpsFields> errors = errors(answer);
        List<LandedCommodity> lines = lines(request, shipment.many("shipmentItems"), errors, currency);
        if (lines.stream().noneMatch(LandedCommodity::calculated) && leviesNothing(shipment)) {
            throw noEstimate(response, errors, lines);
        }
        return LandedCost.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .currency(currency.getCurrencyCode())
                .total(money(total(shipment), currency))
                .grandTotal(money(shipment, currency, GRAND_TOTAL))
                .duties(money(shipment, currency, "totalDuties"))
                .taxes(taxes(shipment).map(amount -> money(amount, currency)))
                .brokerage(money(shipment, currency, BROKERAGE))
                .commodities(lines)
                .charges(charges(shipment, currency))
                .partial(lines.stream().anyMatch(line -> !line.calculated()))
                .alerts(alerts(errors))
                .build();
    }

    /** UPS's grand total is duties, taxes and its own fees, and no more. */
    private static BigDecimal total(UpsFields shipment) {
        return shipment.decimal(GRAND_TOTAL)
                .orElseGet(() -> shipment.decimal(DUTY_AND_TAX)
                        .orElseThrow()
                        .add(shipment.decimal(BROKERAGE).orElse(BigDecimal.ZERO)));
    }

    /** Whether what is to pay is UPS's own fees, if anything. */
    private static boolean leviesNothing(UpsFields shipment) {
        return total(shipment).compareTo(shipment.decimal(BROKERAGE).orElse(BigDecimal.ZERO)) <= 0;
    }

    private static List<Alert> alerts(List<UpsFields> errors) {
        return errors.stream()
                .flatMap(error ->
                        text(error)
                                .map(text -> Alert.builder()
                                        .code(error.text("code"))
                                        .text(text)
                                        .build())
                                .stream())
                .toList();
    }

    /** All that UPS complains about, be it of the shipment or of the question. */
    private static List<UpsFields> errors(Answer answer) {
        Stream<UpsFields> inside = UpsFields.of(answer.shipment()).stream()
                .flatMap(shipment -> Stream.of("errors", "error").flatMap(name -> shipment.many(name).stream()));
        return Stream.concat(
                        inside,
                        Stream.of(UpsFields.list(answer.errors()), UpsFields.list(answer.error()))
                                .flatMap(List::stream))
                .filter(error -> error.text("code").or(() -> text(error)).isPresent())
                .toList();
    }

    private static Optional<String> text(UpsFields error) {
        return error.text("description", "message");
    }

    private static RuntimeException refusal(CarrierResponse response, List<UpsFields> errors) {
        if (errors.isEmpty()) {
            return UpsAnswers.malformed(response, "it holds no total");
        }
        return refusal(response, errors, UpsText.clean(joined(errors)).orElse(null))
                .toException();
    }

    /** Duties of nothing are no estimate where UPS could calculate no line: goods would seem to be free of them. */
    private static RuntimeException noEstimate(
            CarrierResponse response, List<UpsFields> errors, List<LandedCommodity> lines) {
        Optional<String> told = UpsText.clean(lines.stream()
                .flatMap(line -> line.reason().stream())
                .distinct()
                .collect(Collectors.joining("; ")));
        ErrorDetails.Builder refusal = refusal(response, errors, told.orElse(null));
        return (told.isPresent() ? refusal : refusal.argument("reason", "no duties and taxes are estimated for it"))
                .toException();
    }

    private static ErrorDetails.Builder refusal(
            CarrierResponse response, List<UpsFields> errors, @Nullable String text) {
        return response.fault(ErrorCode.REQUEST_REFUSED)
                .carrierCode(errors.stream()
                        .flatMap(error -> error.text("code").stream())
                        .findFirst()
                        .orElse(null))
                .carrierText(text);
    }

    private static String joined(List<UpsFields> errors) {
        return errors.stream().flatMap(error -> text(error).stream()).distinct().collect(Collectors.joining("; "));
    }

    private static List<LandedCommodity> lines(
            LandedCostRequest request, List<UpsFields> items, List<UpsFields> errors, Currency currency) {
        List<LandedCommodity> lines = new ArrayList<>();
        for (int i = 0; i < request.commodities().size(); i++) {
            String id = String.valueOf(i);
            Optional<UpsFields> item = items.stream()
                    .filter(told -> told.text("commodityId").filter(id::equals).isPresent())
                    .findFirst();
            boolean calculated = item.filter(told -> told.flag("isCalculable")
                            .orElse(told.decimal(LINE_TOTAL).isPresent()))
                    .isPresent();
            lines.add(
                    calculated
                            ? line(i, item.get(), currency)
                            : LandedCommodity.builder()
                                    .index(i)
                                    .hsCode(item.flatMap(told -> told.text("hsCode")))
                                    .calculated(false)
                                    .reason(reason(i, item, errors))
                                    .build());
        }
        return lines;
    }

    private static Optional<String> reason(int line, Optional<UpsFields> item, List<UpsFields> errors) {
        List<UpsFields> own = Stream.concat(
                        item.stream()
                                .flatMap(
                                        told -> Stream.of("errors", "error").flatMap(name -> told.many(name).stream())),
                        errors.stream()
                                .filter(error -> error.text("field")
                                        .filter(field -> field.contains("[" + line + "]"))
                                        .isPresent()))
                .toList();
        List<UpsFields> ofNone = errors.stream()
                .filter(error -> error.text("field")
                        .filter(field -> field.matches(".*\\[\\d+].*"))
                        .isEmpty())
                .toList();
        return UpsText.clean(joined(own.isEmpty() ? ofNone : own));
    }

    private static LandedCommodity line(int index, UpsFields item, Currency currency) {
        Optional<BigDecimal> vat = item.decimal("commodityVAT");
        Optional<BigDecimal> others = item.decimal("totalCommodityTaxAndFee", "totalCommodityTaxesAndFees");
        List<LandedCharge> charges = new ArrayList<>();
        add(charges, LandedCharge.Type.DUTY, "Duty", item.decimal("commodityDuty"), currency);
        add(charges, LandedCharge.Type.TAX, "VAT", vat, currency);
        add(charges, LandedCharge.Type.TAX, "Other taxes and fees", others, currency);
        return LandedCommodity.builder()
                .index(index)
                .hsCode(item.text("hsCode"))
                .calculated(true)
                .duties(money(item, currency, "commodityDuty"))
                .taxes(sum(Stream.of(vat, others)).map(amount -> money(amount, currency)))
                .total(money(item, currency, LINE_TOTAL))
                .charges(charges)
                .build();
    }

    private static Optional<BigDecimal> taxes(UpsFields shipment) {
        return sum(Stream.of("totalVAT", "totalCommodityLevelTaxesAndFees", "totalShipmentLevelTaxesAndFees")
                .map(shipment::decimal));
    }

    /** What concerns all goods: UPS's own fees, and what is levied on the shipment as such. */
    private static List<LandedCharge> charges(UpsFields shipment, Currency currency) {
        List<LandedCharge> charges = new ArrayList<>();
        for (UpsFields fee : shipment.many("brokerageFeeItems")) {
            String name = fee.text("chargeName").orElse("Brokerage");
            add(charges, LandedCharge.Type.BROKERAGE, name, fee.decimal("chargeAmount"), currency);
        }
        add(
                charges,
                LandedCharge.Type.TAX,
                "Taxes and fees on the shipment",
                shipment.decimal("totalShipmentLevelTaxesAndFees"),
                currency);
        return charges;
    }

    /** An amount of nothing is no charge. */
    private static void add(
            List<LandedCharge> charges,
            LandedCharge.Type type,
            String words,
            Optional<BigDecimal> amount,
            Currency currency) {
        amount.filter(value -> value.signum() != 0)
                .ifPresent(value -> charges.add(LandedCharge.builder()
                        .type(type)
                        .description(words)
                        .amount(money(value, currency))
                        .build()));
    }

    private static Optional<BigDecimal> sum(Stream<Optional<BigDecimal>> amounts) {
        return amounts.flatMap(Optional::stream).reduce(BigDecimal::add);
    }

    private static Optional<Money> money(UpsFields fields, Currency currency, String name) {
        return fields.decimal(name).map(amount -> money(amount, currency));
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }
}
