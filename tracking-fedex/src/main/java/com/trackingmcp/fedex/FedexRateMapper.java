package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexRateWire.Answer;
import com.trackingmcp.fedex.FedexRateWire.Commit;
import com.trackingmcp.fedex.FedexRateWire.Note;
import com.trackingmcp.fedex.FedexRateWire.Operation;
import com.trackingmcp.fedex.FedexRateWire.Output;
import com.trackingmcp.fedex.FedexRateWire.RatedShipment;
import com.trackingmcp.fedex.FedexRateWire.Reply;
import com.trackingmcp.fedex.FedexRateWire.TransitDetail;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.spi.CarrierProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * FedEx's prices and transit times as the common models. Safe for use by many threads.
 *
 * <p>A service has a price for each kind of tariff, and one may be in another currency than the next: each amount keeps
 * the currency it came with.
 */
final class FedexRateMapper {
    private final CarrierProfile profile;

    FedexRateMapper(CarrierProfile profile) {
        this.profile = profile;
    }

    /** A price for each variation of a service that has one; what has none is left out. */
    List<Rate> rates(Answer answer, Optional<String> preferredCurrency) {
        Output output = answer.output();
        if (output == null) {
            return List.of();
        }
        List<Alert> alerts = FedexAlerts.ofValues(output.alerts());
        return WireJson.list(output.rateReplyDetails()).stream()
                .flatMap(reply -> rate(reply, alerts, preferredCurrency).stream())
                .toList();
    }

    private Optional<Rate> rate(Reply reply, List<Alert> alerts, Optional<String> preferredCurrency) {
        Optional<String> service = WireText.text(reply.serviceType());
        List<RatedShipment> tariffs = WireJson.list(reply.ratedShipmentDetails());
        Optional<RatedShipment> own = FedexPrices.own(tariffs, preferredCurrency);
        Optional<RatedShipment> list = FedexPrices.list(tariffs);
        Optional<RatedShipment> best = own.or(() -> list).or(() -> FedexPrices.any(tariffs));
        return service.flatMap(code -> best.map(paid -> {
            Operation operation = reply.operationalDetail();
            return Rate.builder()
                    .carrier(profile.carrier())
                    .connection(profile.connection())
                    .service(code)
                    .serviceName(name(reply))
                    .total(FedexPrices.total(paid).orElseThrow())
                    .negotiatedPrice(own.flatMap(FedexPrices::total))
                    .listPrice(list.flatMap(FedexPrices::total))
                    .charges(FedexPrices.charges(paid))
                    .transitDays(FedexCommit.days(reply.commit(), operation))
                    .delivery(FedexCommit.delivery(reply.commit(), operation))
                    .billingWeight(FedexPrices.billingWeight(paid))
                    .guaranteed(guaranteed(operation))
                    .quoteId(WireText.text(paid.quoteNumber()))
                    .alerts(alerts(reply.customerMessages(), reply.commit(), alerts))
                    .build();
        }));
    }

    private static Optional<String> name(Reply reply) {
        return WireText.first(
                reply.serviceName(),
                reply.serviceDescription() == null
                        ? null
                        : reply.serviceDescription().description());
    }

    private static Optional<Boolean> guaranteed(@Nullable Operation operation) {
        return operation == null
                ? Optional.empty()
                : Optional.ofNullable(operation.ineligibleForMoneyBackGuarantee())
                        .map(not -> !not);
    }

    /** What FedEx says of one service, and of the whole answer after it. */
    private static List<Alert> alerts(
            @Nullable List<@Nullable Note> notes, @Nullable Commit commit, List<Alert> whole) {
        Stream<Alert> own = WireJson.list(notes).stream()
                .filter(note -> WireText.first(note.message(), note.code()).isPresent())
                .map(note -> Alert.builder()
                        .code(WireText.text(note.code()))
                        .text(WireText.first(note.message(), note.code()).orElse(""))
                        .build());
        Stream<Alert> undated = commit == null
                ? Stream.empty()
                : WireText.first(commit.commitMessageDetails(), commit.label())
                        .map(text -> Alert.builder().text(text).build())
                        .stream();
        return Stream.of(own, undated, whole.stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    List<TransitTime> transitTimes(Answer answer, Optional<LocalDate> shipDate) {
        Output output = answer.output();
        if (output == null) {
            return List.of();
        }
        List<Alert> alerts = FedexAlerts.ofValues(output.alerts());
        return WireJson.list(output.transitTimes()).stream()
                .flatMap(times -> WireJson.list(times.transitTimeDetails()).stream())
                .flatMap(detail -> transitTime(detail, alerts, shipDate).stream())
                .toList();
    }

    private Optional<TransitTime> transitTime(TransitDetail detail, List<Alert> alerts, Optional<LocalDate> shipDate) {
        return WireText.text(detail.serviceType())
                .map(service -> TransitTime.builder()
                        .carrier(profile.carrier())
                        .connection(profile.connection())
                        .service(service)
                        .serviceName(WireText.text(detail.serviceName()))
                        .transitDays(FedexCommit.days(detail.commit(), null))
                        .delivery(FedexCommit.delivery(detail.commit(), null))
                        .cutoff(FedexCommit.cutoff(detail.commit(), shipDate))
                        .alerts(alerts(detail.customerMessages(), detail.commit(), alerts))
                        .build());
    }
}
