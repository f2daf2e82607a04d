package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.ups.UpsLabelWire.Prices;
import com.trackingmcp.ups.UpsParts.Status;
import com.trackingmcp.ups.UpsParts.Weighed;
import com.trackingmcp.ups.UpsRateWire.Answer;
import com.trackingmcp.ups.UpsRateWire.Arriving;
import com.trackingmcp.ups.UpsRateWire.Guaranteed;
import com.trackingmcp.ups.UpsRateWire.Moment;
import com.trackingmcp.ups.UpsRateWire.RateResponse;
import com.trackingmcp.ups.UpsRateWire.RatedShipment;
import com.trackingmcp.ups.UpsRateWire.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes prices of UPS's answers. Safe for use by many threads.
 *
 * <p>A service without a price, or at nothing, is left out. Of several prices for one service, as UPS may tell them with
 * Saturday delivery, the lowest stays. UPS leaves the names of its services empty: they come from the catalogue, by the
 * country of origin. The weight and prices of single packages are not looked at: UPS fills them with "0.00".
 */
final class UpsRateMapper {
    private static final Status NOTHING = new Status(null, null);
    private final CarrierProfile profile;

    UpsRateMapper(CarrierProfile profile) {
        this.profile = profile;
    }

    List<Rate> rates(CarrierResponse response, String origin, Optional<String> asked) {
        RateResponse answer = UpsAnswers.read(response, Answer.class, Answer::RateResponse);
        Map<String, Rate> rates = new LinkedHashMap<>();
        for (RatedShipment rated : list(answer.RatedShipment())) {
            rate(rated, origin, asked).ifPresent(rate -> rates.merge(rate.service(), rate, UpsRateMapper::cheaper));
        }
        return List.copyOf(rates.values());
    }

    private static Rate cheaper(Rate one, Rate other) {
        boolean same = one.total().currency().equals(other.total().currency());
        return same && other.total().amount().compareTo(one.total().amount()) < 0 ? other : one;
    }

    private Optional<Rate> rate(RatedShipment rated, String origin, Optional<String> asked) {
        Status told = rated.Service() == null ? NOTHING : rated.Service();
        Optional<String> service = UpsText.clean(told.Code()).or(() -> asked);
        UpsPrices prices = UpsPrices.of(
                rated.NegotiatedRateCharges(),
                new Prices(
                        rated.TransportationCharges(),
                        rated.BaseServiceCharge(),
                        rated.ItemizedCharges(),
                        rated.ServiceOptionsCharges(),
                        rated.TaxCharges(),
                        rated.TotalCharges(),
                        rated.TotalChargesWithTaxes()));
        Optional<Money> total = prices.total();
        if (service.isEmpty() || total.isEmpty()) {
            return Optional.empty();
        }
        // codes have two characters; those that are numbers may have lost the zero in front
        String code = UpsText.padded(service.get(), 2);
        Optional<Summary> summary = Optional.ofNullable(rated.TimeInTransit()).map(time -> time.ServiceSummary());
        return Optional.of(Rate.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .service(code)
                .serviceName(UpsCatalog.serviceName(code, origin).or(() -> name(told, summary)))
                .total(total.get())
                .negotiatedPrice(prices.negotiated())
                .listPrice(prices.published())
                .charges(prices.charges())
                .transitDays(days(rated.GuaranteedDelivery(), summary))
                .delivery(delivery(rated.GuaranteedDelivery(), summary))
                .billingWeight(weight(rated.BillingWeight()))
                .guaranteed(summary.map(time -> time.GuaranteedIndicator() != null)
                        .or(() ->
                                Optional.ofNullable(rated.GuaranteedDelivery()).map(promised -> true)))
                .alerts(UpsAnswers.alerts(list(rated.RatedShipmentAlert())))
                .build());
    }

    private static Optional<String> name(Status told, Optional<Summary> summary) {
        return UpsText.clean(told.Description())
                .or(() -> summary.flatMap(time -> Optional.ofNullable(time.Service()))
                        .flatMap(service -> UpsText.clean(service.Description())));
    }

    private static Optional<Integer> days(@Nullable Guaranteed promised, Optional<Summary> summary) {
        return summary.flatMap(time -> Optional.ofNullable(time.EstimatedArrival()))
                .flatMap(arriving -> number(arriving.BusinessDaysInTransit()))
                .or(() -> Optional.ofNullable(promised).flatMap(told -> number(told.BusinessDaysInTransit())));
    }

    private static Optional<Integer> number(@Nullable String text) {
        return UpsText.clean(text).flatMap(WireText::integer).filter(days -> days >= 0);
    }

    private static Optional<DeliveryWindow> delivery(@Nullable Guaranteed promised, Optional<Summary> summary) {
        Optional<Moment> arrival = summary.flatMap(time -> Optional.ofNullable(time.EstimatedArrival()))
                .map(Arriving::Arrival);
        boolean guaranteed =
                summary.filter(time -> time.GuaranteedIndicator() != null).isPresent();
        return arrival.flatMap(told -> UpsTimes.delivery(told.Date(), told.Time(), guaranteed))
                .or(() -> Optional.ofNullable(promised)
                        .flatMap(told -> UpsTimes.delivery(told.ScheduledDeliveryDate(), told.DeliveryByTime(), true)));
    }

    static Optional<Weight> weight(@Nullable Weighed told) {
        if (told == null || told.UnitOfMeasurement() == null) {
            return Optional.empty();
        }
        Optional<Weight.Unit> unit =
                UpsText.clean(told.UnitOfMeasurement().Code()).flatMap(Weight.Unit::ofCarrier);
        return UpsText.clean(told.Weight())
                .flatMap(WireText::decimal)
                .filter(value -> value.signum() > 0)
                .flatMap(value -> unit.map(known -> new Weight(value, known)));
    }
}
