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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns activities into events. Stateless; never throws. */
final class UpsEvents {
    private static final long QUARTER_SECONDS = 15 * 60L;
    private static final long WESTERNMOST_SECONDS = -12 * 3600L;
    private static final long EASTERNMOST_SECONDS = 14 * 3600L;

    private static final Location NOWHERE = Location.builder().build();

    private UpsEvents() {}

    /** The events of activities, in their order. */
    static List<TrackingEvent> events(
            List<Activity> activities, List<Meaning> meanings, List<TrackingStatus> statuses) {
        List<TrackingEvent> events = new ArrayList<>(activities.size());
        for (int i = 0; i < activities.size(); i++) {
            events.add(event(activities.get(i), meanings.get(i), statuses.get(i)));
        }
        return events;
    }

    /** The events without mere notes. */
    static List<TrackingEvent> scans(List<TrackingEvent> events, List<Meaning> meanings) {
        List<TrackingEvent> scans = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            if (!meanings.get(i).informational()) {
                scans.add(events.get(i));
            }
        }
        return scans;
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
        LocalDate date = WireTime.date(wire.date()).orElse(null);
        LocalTime time = WireTime.time(wire.time()).orElse(null);
        LocalDate gmtDate = WireTime.date(wire.gmtDate()).orElse(null);
        LocalTime gmtTime = WireTime.time(wire.gmtTime()).orElse(null);
        LocalDateTime gmt = gmtDate == null || gmtTime == null ? null : gmtDate.atTime(gmtTime);
        if (date != null && time != null) {
            LocalDateTime local = date.atTime(time);
            ZoneOffset offset = gmt == null ? printed(wire) : between(gmt, local);
            return Optional.of(
                    offset == null ? CarrierTime.local(local) : CarrierTime.at(OffsetDateTime.of(local, offset)));
        }
        if (gmt != null) {
            ZoneOffset offset = printed(wire);
            return Optional.of(CarrierTime.at(
                    gmt.atOffset(ZoneOffset.UTC).withOffsetSameInstant(offset == null ? ZoneOffset.UTC : offset)));
        }
        return Optional.ofNullable(date).map(CarrierTime::on);
    }

    private static @Nullable ZoneOffset printed(Activity wire) {
        return wire.gmtOffset() == null
                ? null
                : WireTime.offset(wire.gmtOffset().replace('.', ':')).orElse(null);
    }

    private static @Nullable ZoneOffset between(LocalDateTime gmt, LocalDateTime local) {
        long seconds = local.toEpochSecond(ZoneOffset.UTC) - gmt.toEpochSecond(ZoneOffset.UTC);
        boolean possible =
                seconds % QUARTER_SECONDS == 0 && seconds >= WESTERNMOST_SECONDS && seconds <= EASTERNMOST_SECONDS;
        return possible ? ZoneOffset.ofTotalSeconds((int) seconds) : null;
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
                    .country(country(address));
        }
        Location location = builder.build();
        return location.equals(NOWHERE) ? Optional.empty() : Optional.of(location);
    }

    private static Optional<String> country(Address address) {
        Optional<String> country = WireText.country(address.countryCode());
        return country.isPresent() ? country : WireText.country(address.country());
    }
}
