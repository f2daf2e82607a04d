package com.trackingmcp.karrio;

import com.trackingmcp.karrio.KarrioTrackingWire.Event;
import com.trackingmcp.model.CarrierTime;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the newest event first: by turning all of them round, never by sorting, for local times tell no order. Stateless. */
final class KarrioHistory {
    /**
     * Connectors that tell the oldest first, as their carriers do; the others tell the newest first. Source:
     * karrioapi/karrio, modules/connectors/mydhl/karrio/providers/mydhl/tracking.py, and the MyDHL API.
     */
    private static final Set<String> OLDEST_FIRST = Set.of("mydhl");

    /** No two places' local times are further apart at the same moment: from UTC-12 to UTC+14. */
    private static final Duration ALL_ZONES = Duration.ofHours(26);

    private KarrioHistory() {}

    static List<Event> newestFirst(List<Event> events, @Nullable String carrierName) {
        boolean oldestFirst = carrierName != null && OLDEST_FIRST.contains(carrierName);
        if (!provenRising(events).orElse(oldestFirst)) {
            return events;
        }
        List<Event> turned = new ArrayList<>(events);
        Collections.reverse(turned);
        return turned;
    }

    /** Whether the first event is the oldest, where the times prove it in whatever zones they are. */
    private static Optional<Boolean> provenRising(List<Event> events) {
        List<LocalDateTime> times = events.stream()
                .flatMap(event -> KarrioTimes.of(event).stream())
                .map(KarrioHistory::local)
                .toList();
        if (times.size() < 2) {
            return Optional.empty();
        }
        Duration span = Duration.between(times.get(0), times.get(times.size() - 1));
        return span.abs().compareTo(ALL_ZONES) > 0 ? Optional.of(!span.isNegative()) : Optional.empty();
    }

    private static LocalDateTime local(CarrierTime time) {
        return time.localTime().orElseGet(() -> time.date().atStartOfDay());
    }
}
