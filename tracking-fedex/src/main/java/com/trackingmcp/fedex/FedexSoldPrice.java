package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexRateWire.Part;
import com.trackingmcp.fedex.FedexShipAnswer.Completed;
import com.trackingmcp.fedex.FedexShipAnswer.RateDetail;
import com.trackingmcp.fedex.FedexShipAnswer.SoldDiscount;
import com.trackingmcp.fedex.FedexShipAnswer.SoldSurcharge;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a shipment cost: by the tariff that FedEx says was applied, else by the account's, else by the public one.
 * Amounts of single pieces come without a currency, and are 0 in real answers: they are no price.
 *
 * @param total what the account pays
 * @param charges what it is made of
 */
record FedexSoldPrice(Optional<Money> total, List<Charge> charges) {

    static FedexSoldPrice of(@Nullable Completed completed) {
        if (completed == null || completed.shipmentRating() == null) {
            return new FedexSoldPrice(Optional.empty(), List.of());
        }
        List<RateDetail> tariffs = WireJson.list(completed.shipmentRating().shipmentRateDetails()).stream()
                .filter(tariff -> total(tariff).isPresent())
                .toList();
        String applied =
                WireText.text(completed.shipmentRating().actualRateType()).orElse("");
        Optional<RateDetail> paid = tariffs.stream()
                .filter(tariff -> type(tariff).equalsIgnoreCase(applied))
                .findFirst()
                .or(() -> tariffs.stream()
                        .filter(tariff -> type(tariff).contains("ACCOUNT"))
                        .findFirst())
                .or(() -> tariffs.stream().findFirst());
        return new FedexSoldPrice(
                paid.flatMap(FedexSoldPrice::total),
                paid.map(FedexSoldPrice::charges).orElse(List.of()));
    }

    private static String type(RateDetail tariff) {
        return WireText.text(tariff.rateType()).orElse("").toUpperCase(Locale.ROOT);
    }

    private static Optional<Money> total(RateDetail tariff) {
        return FedexPrices.price(tariff.totalNetCharge(), tariff.currency())
                .or(() -> FedexPrices.price(tariff.totalNetFedExCharge(), tariff.currency()));
    }

    private static List<Charge> charges(RateDetail tariff) {
        String currency = tariff.currency();
        List<Charge> charges = new ArrayList<>();
        FedexPrices.add(charges, Charge.Type.BASE, null, null, tariff.totalBaseCharge(), currency);
        for (SoldSurcharge part : WireJson.list(tariff.surcharges())) {
            String code = part.surchargeType();
            FedexPrices.add(charges, FedexPrices.type(code), code, part.description(), part.amount(), currency);
        }
        for (SoldDiscount part : WireJson.list(tariff.freightDiscounts())) {
            BigDecimal amount = part.amount();
            FedexPrices.add(
                    charges,
                    Charge.Type.DISCOUNT,
                    part.rateDiscountType(),
                    part.description(),
                    amount == null ? null : amount.abs().negate(),
                    currency);
        }
        for (Part part : WireJson.list(tariff.taxes())) {
            FedexPrices.add(charges, Charge.Type.TAX, part.type(), part.description(), part.amount(), currency);
        }
        return List.copyOf(charges);
    }
}
