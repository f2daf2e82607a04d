package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexRateWire.Part;
import com.trackingmcp.fedex.FedexRateWire.RateDetail;
import com.trackingmcp.fedex.FedexRateWire.RatedShipment;
import com.trackingmcp.fedex.FedexRateWire.WireMeasure;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of a service's tariffs is whose price, and what it is made of. Stateless.
 *
 * <p>A total is the net charge with taxes, else that without; one of zero is a placeholder and no price. Duties are never
 * part of it: FedEx estimates them only for who asks, as {@link FedexLandedCosts} does.
 */
final class FedexPrices {
    /** The account's tariffs, the surest first. */
    private static final List<String> OWN = List.of("ACCOUNT", "INCENTIVE", "CUSTOM", "ACTUAL", "CURRENT");

    private FedexPrices() {}

    /**
     * What the account pays: converted to the currency it asked for where FedEx did so; FedEx calls these tariffs
     * {@code PREFERRED}, {@code PREFERRED_INCENTIVE} and {@code PREFERRED_CURRENCY}, and does not say how they differ.
     */
    static Optional<RatedShipment> own(List<RatedShipment> tariffs, Optional<String> preferredCurrency) {
        Optional<RatedShipment> converted = preferredCurrency.flatMap(wanted -> tariffs.stream()
                .filter(tariff -> type(tariff).startsWith("PREFERRED"))
                .filter(tariff -> total(tariff)
                        .filter(total -> total.currency().getCurrencyCode().equals(wanted))
                        .isPresent())
                .findFirst());
        return converted.or(() ->
                OWN.stream().flatMap(type -> first(tariffs, type).stream()).findFirst());
    }

    /** What everybody pays. */
    static Optional<RatedShipment> list(List<RatedShipment> tariffs) {
        return first(tariffs, "LIST");
    }

    /** The first that is a price at all: FedEx's kinds of tariffs are an open list. */
    static Optional<RatedShipment> any(List<RatedShipment> tariffs) {
        return tariffs.stream().filter(tariff -> total(tariff).isPresent()).findFirst();
    }

    private static Optional<RatedShipment> first(List<RatedShipment> tariffs, String type) {
        return tariffs.stream()
                .filter(tariff -> type(tariff).equals(type) && total(tariff).isPresent())
                .findFirst();
    }

    private static String type(RatedShipment tariff) {
        return WireText.text(tariff.rateType()).orElse("").toUpperCase(Locale.ROOT);
    }

    static Optional<Money> total(RatedShipment tariff) {
        return price(tariff.totalNetCharge(), currency(tariff))
                .or(() -> price(tariff.totalNetFedExCharge(), currency(tariff)));
    }

    static @Nullable String currency(RatedShipment tariff) {
        String inner = tariff.shipmentRateDetail() == null
                ? null
                : tariff.shipmentRateDetail().currency();
        return WireText.first(tariff.currency(), inner)
                .or(() -> WireJson.list(tariff.ratedPackages()).stream()
                        .flatMap(each -> Optional.ofNullable(each.packageRateDetail()).stream())
                        .flatMap(each -> WireText.text(each.currency()).stream())
                        .findFirst())
                .orElse(null);
    }

    /** An amount that is more than nothing, in a currency there is. */
    static Optional<Money> price(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || amount.signum() <= 0 ? Optional.empty() : money(amount, currency);
    }

    static Optional<Money> money(BigDecimal amount, @Nullable String currency) {
        try {
            return WireText.text(currency)
                    .map(code -> new Money(amount, Currency.getInstance(code.toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The parts of a price, all in its currency; surcharges of the parcels where the shipment has none. */
    static List<Charge> charges(RatedShipment tariff) {
        String currency = currency(tariff);
        List<Charge> charges = new ArrayList<>();
        add(charges, Charge.Type.BASE, null, null, tariff.totalBaseCharge(), currency);
        RateDetail detail = tariff.shipmentRateDetail();
        List<Part> surcharges = detail == null ? List.of() : WireJson.list(detail.surCharges());
        if (surcharges.isEmpty()) {
            surcharges = WireJson.list(tariff.ratedPackages()).stream()
                    .flatMap(each -> Optional.ofNullable(each.packageRateDetail()).stream())
                    .flatMap(each -> WireJson.list(each.surcharges()).stream())
                    .toList();
        }
        for (Part part : surcharges) {
            add(charges, type(part.type()), part.type(), text(part), part.amount(), currency);
        }
        if (detail != null) {
            for (Part part : WireJson.list(detail.freightDiscount())) {
                BigDecimal off =
                        part.amount() == null ? null : part.amount().abs().negate();
                add(charges, Charge.Type.DISCOUNT, part.type(), text(part), off, currency);
            }
            for (Part part : WireJson.list(detail.taxes())) {
                add(charges, Charge.Type.TAX, part.type(), text(part), part.amount(), currency);
            }
        }
        return List.copyOf(charges);
    }

    private static @Nullable String text(Part part) {
        return WireText.first(part.description(), part.name()).orElse(null);
    }

    static Charge.Type type(@Nullable String code) {
        String type = WireText.text(code).orElse("").toUpperCase(Locale.ROOT);
        return switch (type) {
            case "FUEL" -> Charge.Type.FUEL;
            case "INSURED_VALUE", "DECLARED_VALUE" -> Charge.Type.INSURANCE;
            default -> Charge.Type.SURCHARGE;
        };
    }

    static void add(
            List<Charge> charges,
            Charge.Type type,
            @Nullable String code,
            @Nullable String description,
            @Nullable BigDecimal amount,
            @Nullable String currency) {
        if (amount != null && amount.signum() != 0) {
            money(amount, currency)
                    .ifPresent(money -> charges.add(Charge.builder()
                            .type(type)
                            .code(WireText.text(code))
                            .description(WireText.text(description))
                            .amount(money)
                            .build()));
        }
    }

    static Optional<Weight> billingWeight(RatedShipment tariff) {
        WireMeasure wire = tariff.shipmentRateDetail() == null
                ? null
                : tariff.shipmentRateDetail().totalBillingWeight();
        if (wire == null || wire.value() == null || wire.value().signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal value = wire.value();
        return WireText.text(wire.units()).flatMap(Weight.Unit::ofCarrier).map(unit -> new Weight(value, unit));
    }
}
