package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexPickupWire.AccessTime;
import com.trackingmcp.fedex.FedexPickupWire.Option;
import com.trackingmcp.fedex.FedexPickupWire.Output;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupStatus;
import com.trackingmcp.spi.CarrierProfile;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What FedEx says of pickups as the common models. Safe for use by many threads. */
final class FedexPickupMapper {
    private final CarrierProfile profile;

    FedexPickupMapper(CarrierProfile profile) {
        this.profile = profile;
    }

    /** The pickup with what cancels it again; empty where it has no number, so that nobody could. */
    Optional<PickupConfirmation> confirmation(Output output, PickupRequest request, String company) {
        return WireText.text(output.pickupConfirmationCode())
                .map(number -> PickupConfirmation.builder()
                        .carrier(profile.carrier())
                        .connection(profile.connection())
                        .confirmationNumber(number)
                        .date(request.date())
                        .readyTime(request.readyTime())
                        .closeTime(request.closeTime())
                        .address(request.address())
                        .pieces(request.quantity())
                        .instructions(request.instructions())
                        .locationCode(WireText.text(output.location()))
                        .status(PickupStatus.SCHEDULED)
                        .carrierStatusText(WireText.text(output.message()))
                        .details(Map.of(FedexPickups.COMPANY, company))
                        .alerts(FedexAlerts.ofValues(output.alerts()))
                        .build());
    }

    /** Empty where FedEx says neither which pickup it cancelled nor that it did. */
    Optional<Cancellation> cancellation(Output output, PickupQuery pickup) {
        Optional<String> text = WireText.text(output.cancelConfirmationMessage());
        return WireText.first(output.pickupConfirmationCode(), output.cancelConfirmationMessage())
                .map(said -> Cancellation.builder()
                        .carrier(profile.carrier())
                        .connection(profile.connection())
                        .id(pickup.confirmationNumber().orElseThrow())
                        .cancelled(true)
                        .carrierText(text)
                        .build());
    }

    /** One for each company and day; what does not say whether it comes does not. */
    List<PickupQuote> quotes(Output output) {
        List<Alert> alerts = FedexAlerts.ofValues(output.alerts());
        return WireJson.list(output.options()).stream()
                .map(option -> quote(option, alerts))
                .toList();
    }

    private PickupQuote quote(Option option, List<Alert> alerts) {
        return PickupQuote.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .available(Boolean.TRUE.equals(option.available()))
                .date(WireTime.date(option.pickupDate()))
                .readyFrom(times(option.readyTimeOptions())
                        .min(Comparator.naturalOrder())
                        .or(() -> WireTime.time(option.defaultReadyTime())))
                .cutoff(WireTime.time(option.cutOffTime()))
                .closeUntil(times(option.latestTimeOptions())
                        .max(Comparator.naturalOrder())
                        .or(() -> WireTime.time(option.defaultLatestTimeOptions())))
                .accessTime(accessTime(option.accessTime()))
                .service(WireText.text(option.carrier()))
                .alerts(alerts)
                .build();
    }

    private static Stream<LocalTime> times(@Nullable List<@Nullable String> options) {
        return WireJson.list(options).stream().flatMap(text -> WireTime.time(text).stream());
    }

    private static Optional<Duration> accessTime(@Nullable AccessTime time) {
        return time == null || time.hours() == null && time.minutes() == null
                ? Optional.empty()
                : Optional.of(Duration.ofHours(time.hours() == null ? 0 : time.hours())
                        .plusMinutes(time.minutes() == null ? 0 : time.minutes()));
    }
}
