package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexRateWire.Answer;
import com.trackingmcp.fedex.FedexRateWire.Levy;
import com.trackingmcp.fedex.FedexRateWire.Output;
import com.trackingmcp.fedex.FedexRateWire.Part;
import com.trackingmcp.fedex.FedexRateWire.RatedShipment;
import com.trackingmcp.fedex.FedexRateWire.Reply;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.LandedCharge;
import com.trackingmcp.model.LandedCommodity;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.spi.CarrierProfile;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** FedEx's estimates of duties and taxes as the common model. Safe for use by many threads. */
final class FedexLandedCostMapper {
    private final CarrierProfile profile;

    FedexLandedCostMapper(CarrierProfile profile) {
        this.profile = profile;
    }

    /** A service and the tariff of it that estimates. */
    private record Estimate(Reply service, RatedShipment tariff) {
        /** What is levied, in the currency of the tariff. */
        List<Levy> levies() {
            List<Levy> preferred = WireJson.list(tariff.preferredEdtCharges());
            boolean converted = WireText.text(tariff.rateType())
                    .filter(type -> type.startsWith("PREFERRED"))
                    .isPresent();
            return converted && !preferred.isEmpty() ? preferred : WireJson.list(tariff.edtCharges());
        }

        List<Part> fees() {
            return WireJson.list(tariff.ancillaryFeesAndTaxes());
        }

        /** Empty where FedEx does not say: amounts of no currency are none. */
        Optional<Currency> currency() {
            return FedexPrices.money(BigDecimal.ZERO, FedexPrices.currency(tariff))
                    .map(Money::currency);
        }

        /** A sum of zero is a placeholder that stands in every price, as in FedEx's examples; a levy of zero is told. */
        boolean tellsAnything() {
            return levies().stream()
                            .flatMap(levy -> WireJson.list(levy.edtTaxDetail()).stream())
                            .anyMatch(tax -> tax.amount() != null)
                    || fees().stream().anyMatch(fee -> positive(fee.amount()).isPresent())
                    || withFees().isPresent()
                    || withoutFees().isPresent();
        }

        Optional<BigDecimal> withFees() {
            return positive(tariff.totalDutiesTaxesAndFees());
        }

        Optional<BigDecimal> withoutFees() {
            return positive(tariff.totalDutiesAndTaxes());
        }

        private static Optional<BigDecimal> positive(@Nullable BigDecimal amount) {
            return Optional.ofNullable(amount).filter(told -> told.signum() > 0);
        }
    }

    /** Empty where FedEx estimates nothing, for no service and by no tariff. */
    Optional<LandedCost> landedCost(Answer answer, LandedCostRequest request) {
        Output output = answer.output();
        List<Reply> services = output == null ? List.of() : WireJson.list(output.rateReplyDetails());
        return services.stream()
                .flatMap(service -> tariffs(service, request.currency()).map(tariff -> new Estimate(service, tariff)))
                .filter(Estimate::tellsAnything)
                .flatMap(estimate -> estimate.currency().stream().map(known -> landedCost(estimate, request, known)))
                .findFirst()
                .map(cost -> LandedCost.builder()
                        .from(cost)
                        .alerts(FedexAlerts.ofValues(output == null ? null : output.alerts()))
                        .build());
    }

    /** The account's own first. */
    private static Stream<RatedShipment> tariffs(Reply service, Optional<String> currency) {
        List<RatedShipment> all = WireJson.list(service.ratedShipmentDetails());
        return Stream.concat(FedexPrices.own(all, currency).stream(), all.stream());
    }

    private LandedCost landedCost(Estimate estimate, LandedCostRequest request, Currency currency) {
        FedexLevies levies = new FedexLevies(estimate.levies(), request.commodities(), currency);
        List<LandedCharge> fees = estimate.fees().stream()
                .flatMap(part -> FedexLevies.charge(
                        part.type(), WireText.first(part.description(), part.name()), part.amount(), currency))
                .toList();
        List<LandedCharge> all =
                Stream.concat(levies.all().stream(), fees.stream()).toList();
        BigDecimal extra = sum(fees);
        // where FedEx tells the sum alone, no line of goods is missing from it; a sum of fees says nothing of goods
        boolean sumAlone = levies.all().isEmpty()
                && (estimate.withoutFees().isPresent()
                        || estimate.withFees()
                                .filter(sum -> sum.compareTo(extra) > 0)
                                .isPresent());
        List<LandedCommodity> lines = levies.lines(sumAlone);
        BigDecimal total = estimate.withFees()
                .or(() -> estimate.withoutFees().map(extra::add))
                .orElseGet(() -> sum(all));
        BigDecimal grandTotal = estimate.tariff().totalNetChargeWithDutiesAndTaxes();
        return LandedCost.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .currency(currency.getCurrencyCode())
                .total(new Money(total, currency))
                .grandTotal(Optional.ofNullable(grandTotal)
                        .filter(amount -> amount.signum() > 0)
                        .map(amount -> new Money(amount, currency)))
                .duties(FedexLevies.sum(all, LandedCharge.Type.DUTY))
                .taxes(FedexLevies.sum(all, LandedCharge.Type.TAX))
                .brokerage(FedexLevies.sum(all, LandedCharge.Type.BROKERAGE))
                .otherFees(FedexLevies.sum(all, LandedCharge.Type.FEE, LandedCharge.Type.OTHER))
                .commodities(lines)
                .charges(Stream.concat(levies.shared().stream(), fees.stream()).toList())
                .partial(lines.stream().anyMatch(line -> !line.calculated()))
                .service(WireText.text(estimate.service().serviceType()))
                .build();
    }

    private static BigDecimal sum(List<LandedCharge> charges) {
        return charges.stream().map(charge -> charge.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
