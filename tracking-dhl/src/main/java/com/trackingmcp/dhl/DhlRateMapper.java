package com.trackingmcp.dhl;

import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.CarrierProfile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns MyDHL's products into prices and transit times. Immutable.
 *
 * <p>The price is that in the currency the account is billed in; it is the account's own price, and DHL tells no list price
 * beside it. A product without a price, or with a price of nothing, has none: it is left out of the prices and stays in the
 * transit times. The weight billed is the larger of the two DHL tells.
 */
record DhlRateMapper(CarrierProfile profile) {
    /** What a product is bought by where its local code differs from the global one. */
    static final String LOCAL_PRODUCT = "local_product_code";

    private static final String LOCAL_COUNTRY = "local_product_country";

    List<Rate> rates(CarrierResponse response) {
        return each(response, product -> rate(product.product(), product.alerts()));
    }

    List<TransitTime> transitTimes(CarrierResponse response) {
        return each(response, product -> transit(product.product(), product.alerts()));
    }

    private record Told(DhlRateWire.Product product, List<Alert> alerts) {}

    private static <T> List<T> each(CarrierResponse response, Function<Told, Optional<T>> mapping) {
        DhlRateWire.Answer answer = WireJson.read(response, DhlRateWire.Answer.class);
        List<Alert> alerts = DhlPrices.alerts(answer.warnings());
        return WireJson.list(answer.products()).stream()
                .flatMap(product -> mapping.apply(new Told(product, alerts)).stream())
                .toList();
    }

    private Optional<Rate> rate(DhlRateWire.Product product, List<Alert> alerts) {
        Optional<DhlPrices.Priced> priced = DhlPrices.best(product.totalPrice());
        return WireText.text(product.productCode())
                .flatMap(code -> priced.map(price -> Rate.builder()
                        .carrier(profile.carrier())
                        .connection(profile.connection())
                        .service(code)
                        .serviceName(name(product, code))
                        .total(price.money())
                        .negotiatedPrice(price.money())
                        .addAllCharges(charges(product, price))
                        .transitDays(days(product))
                        .delivery(delivery(product))
                        .billingWeight(billed(product.weight()))
                        .putAllDetails(details(product))
                        .addAllAlerts(alerts)
                        .build()));
    }

    private Optional<TransitTime> transit(DhlRateWire.Product product, List<Alert> alerts) {
        return WireText.text(product.productCode())
                .map(code -> TransitTime.builder()
                        .carrier(profile.carrier())
                        .connection(profile.connection())
                        .service(code)
                        .serviceName(name(product, code))
                        .transitDays(days(product))
                        .delivery(delivery(product))
                        .cutoff(
                                product.pickupCapabilities() == null
                                        ? Optional.empty()
                                        : local(product.pickupCapabilities().localCutoffDateAndTime()))
                        .addAllAlerts(alerts)
                        .build());
    }

    private static Optional<String> name(DhlRateWire.Product product, String code) {
        return WireText.text(product.productName()).or(() -> DhlExpressProducts.name(code));
    }

    private static Map<String, String> details(DhlRateWire.Product product) {
        Map<String, String> details = new LinkedHashMap<>();
        WireText.text(product.localProductCode()).ifPresent(code -> details.put(LOCAL_PRODUCT, code));
        WireText.text(product.localProductCountryCode()).ifPresent(country -> details.put(LOCAL_COUNTRY, country));
        return details;
    }

    private static Optional<Integer> days(DhlRateWire.Product product) {
        return product.deliveryCapabilities() == null
                ? Optional.empty()
                : WireText.integer(product.deliveryCapabilities().totalTransitDays());
    }

    /** The date with customs (QDDC) is what DHL commits itself to; the fastest (QDDF) is an estimate. */
    private static Optional<DeliveryWindow> delivery(DhlRateWire.Product product) {
        DhlRateWire.Delivery delivery = product.deliveryCapabilities();
        if (delivery == null) {
            return Optional.empty();
        }
        boolean committed = WireText.text(delivery.deliveryTypeCode())
                .filter("QDDC"::equalsIgnoreCase)
                .isPresent();
        return local(delivery.estimatedDeliveryDateAndTime())
                .map(time -> DeliveryWindow.by(
                        time, committed ? DeliveryWindow.Basis.COMMITMENT : DeliveryWindow.Basis.ESTIMATED));
    }

    /** Times are local to the place they speak of; an offset some answers add is not to be trusted. */
    static Optional<CarrierTime> local(@Nullable String text) {
        return WireTime.parse(text)
                .map(time -> time.localTime().map(CarrierTime::local).orElse(time));
    }

    private static Optional<Weight> billed(DhlRateWire.@Nullable Weighed weighed) {
        if (weighed == null) {
            return Optional.empty();
        }
        Weight.Unit unit = WireText.text(weighed.unitOfMeasurement())
                .flatMap(DhlRateMapper::unit)
                .orElse(null);
        return unit == null
                ? Optional.empty()
                : Stream.of(WireText.decimal(weighed.volumetric()), WireText.decimal(weighed.provided()))
                        .flatMap(Optional::stream)
                        .filter(value -> value.signum() > 0)
                        .max(BigDecimal::compareTo)
                        .map(value -> new Weight(value, unit));
    }

    private static Optional<Weight.Unit> unit(String text) {
        if (text.equalsIgnoreCase("metric")) {
            return Optional.of(Weight.Unit.KG);
        }
        return text.equalsIgnoreCase("imperial") ? Optional.of(Weight.Unit.LB) : Weight.Unit.ofCarrier(text);
    }

    /** What was asked for, in the currency of the total; services without a price were not. */
    private static List<Charge> charges(DhlRateWire.Product product, DhlPrices.Priced price) {
        List<Charge> charges = new ArrayList<>();
        WireJson.list(product.detailedPriceBreakdown()).stream()
                .filter(detail -> price.isSame(detail.currencyType(), detail.priceCurrency()))
                .findFirst()
                .ifPresent(detail -> WireJson.list(detail.breakdown()).stream()
                        .flatMap(
                                line -> DhlPrices.charge(
                                        WireText.text(line.serviceCode()), line.name(), line.price(), price.money())
                                        .stream())
                        .forEach(charges::add));
        WireJson.list(product.totalPriceBreakdown()).stream()
                .filter(summary -> price.isSame(summary.currencyType(), summary.priceCurrency()))
                .findFirst()
                .ifPresent(summary -> WireJson.list(summary.priceBreakdown()).stream()
                        .flatMap(part -> DhlPrices.tax(part.typeCode(), part.price(), price.money()).stream())
                        .forEach(charges::add));
        return charges;
    }
}
