package com.trackingmcp.ups;

import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Location;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.ups.UpsStatus.Meaning;
import com.trackingmcp.ups.UpsTrackingWire.Activity;
import com.trackingmcp.ups.UpsTrackingWire.Address;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns activities into events. Stateless; never throws. */
final class UpsEvents {
    private static final long QUARTER_SECONDS = 15 * 60L;
    private static final long WESTERNMOST_SECONDS = -12 * 3600L;
    private static final long EASTERNMOST_SECONDS = 14 * 3600L;

    private UpsEvents() {}

    /** The events of activities, in their order. */
    static List<TrackingEvent> events(
            List<Activity> activities, List<Meaning> meanings, List<TrackingStatus> statuses) {
        return IntStream.range(0, activities.size())
                .mapToObj(i -> event(activities.get(i), meanings.get(i), statuses.get(i)))
                .toList();
    }

    /** The events without mere notes. */
    static List<TrackingEvent> scans(List<TrackingEvent> events, List<Meaning> meanings) {
        return IntStream.range(0, events.size())
                .filter(i -> !meanings.get(i).informational())
                .mapToObj(events::get)
                .toList();
    }

    private static TrackingEvent event(Activity wire, Meaning meaning, TrackingStatus status) {
        return TrackingEvent.builder()
                .time(time(wire))
                .status(status)
                .carrierStatusCode(meaning.rawCode())
                .carrierStatusText(meaning.text())
                .reasonCode(meaning.statusCode().isEmpty() ? Optional.empty() : meaning.activityCode())
                .location(wire.location() == null ? Optional.empty() : location(wire.location()))
                .build();
    }

    /**
     * The local time, with an offset where UPS told one. The offset is the difference to the GMT time beside it, for
     * the one UPS prints is not always that of the place; a difference that no clock on earth has is not believed, and
     * then neither is the printed one. Mail Innovations sends local times alone.
     */
    static Optional<CarrierTime> time(Activity wire) {
        Optional<LocalDate> date = WireTime.date(wire.date());
        Optional<LocalTime> time = WireTime.time(wire.time());
        Optional<LocalDateTime> gmt = WireTime.date(wire.gmtDate())
                .flatMap(day -> WireTime.time(wire.gmtTime()).map(day::atTime));
        Optional<ZoneOffset> printed =
                Optional.ofNullable(wire.gmtOffset()).flatMap(text -> WireTime.offset(text.replace('.', ':')));
        if (date.isPresent() && time.isPresent()) {
            LocalDateTime local = date.get().atTime(time.get());
            Optional<ZoneOffset> offset = gmt.isPresent() ? between(gmt.get(), local) : printed;
            return Optional.of(offset.map(value -> CarrierTime.at(OffsetDateTime.of(local, value)))
                    .orElse(CarrierTime.local(local)));
        }
        return gmt.map(value -> CarrierTime.at(
                        value.atOffset(ZoneOffset.UTC).withOffsetSameInstant(printed.orElse(ZoneOffset.UTC))))
                .or(() -> date.map(CarrierTime::on));
    }

    private static Optional<ZoneOffset> between(LocalDateTime gmt, LocalDateTime local) {
        long seconds = Duration.between(gmt, local).toSeconds();
        boolean possible =
                seconds % QUARTER_SECONDS == 0 && seconds >= WESTERNMOST_SECONDS && seconds <= EASTERNMOST_SECONDS;
        return possible ? Optional.of(ZoneOffset.ofTotalSeconds((int) seconds)) : Optional.empty();
    }

    private static Optional<Location> location(UpsTrackingWire.Place place) {
        return location(place.address(), place.slic());
    }

    /** A place; empty where UPS sent none of its parts. */
    static Optional<Location> location(@Nullable Address address, @Nullable String facility) {
        Location.Builder builder = Location.builder().facility(UpsText.clean(facility));
        if (address != null) {
            builder.city(UpsText.clean(address.city()))
                    .stateOrProvince(UpsText.clean(address.stateProvince()))
                    .postalCode(UpsText.clean(address.postalCode()))
                    .country(WireText.country(address.countryCode()).or(() -> WireText.country(address.country())));
        }
        Location location = builder.build();
        return location.equals(Location.builder().build()) ? Optional.empty() : Optional.of(location);
    }
}
