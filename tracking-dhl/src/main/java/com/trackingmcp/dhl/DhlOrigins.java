package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.Outcomes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Tells when a shipment is handed over or fetched, in the local time of its origin with the offset MyDHL insists on. Safe for use by
 * many threads; lives as long as its connection.
 *
 * <p>The offset is that of the origin's service area, which DHL is asked for; it is kept for a day, for the last thousand
 * places. It is the offset of now: about a change of the clocks within the next ten days a planned time may be an hour off,
 * its day is right.
 *
 * <p>A shipment of today is planned a quarter of an hour from now, for DHL refuses what its own clock has passed; one of a
 * later day for ten in the morning. A day that has passed at the origin already is treated as today.
 */
final class DhlOrigins {
    static final String FIND = "find_origin";
    private static final Duration AHEAD = Duration.ofMinutes(15);
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST_KEPT = 1000;

    /** With a blank before GMT, as DHL's own errors print it. */
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss 'GMT'xxx", Locale.ROOT);

    private final CarrierHttp http;
    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Known(ZoneOffset offset, Instant until) {}

    DhlOrigins(CarrierHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** As MyDHL writes it. */
    static String written(OffsetDateTime time) {
        return FORM.format(time);
    }

    /** A local time there; fails where DHL does not pick up there, or does not tell the offset. */
    CompletableFuture<OffsetDateTime> at(Address origin, LocalDateTime local, CallContext call) {
        return offset(origin, call).thenApply(local::atOffset);
    }

    /** When the shipment is handed over; fails where DHL does not pick up there, or does not tell the offset. */
    CompletableFuture<OffsetDateTime> planned(ShipmentRequest request, CallContext call) {
        return offset(request.sender().orElseThrow(), call).thenApply(offset -> {
            OffsetDateTime soon = clock.instant().plus(AHEAD).atOffset(offset).truncatedTo(ChronoUnit.SECONDS);
            return request.shipDate()
                    .map(day -> day.atTime(MORNING).atOffset(offset))
                    .filter(time -> time.isAfter(soon))
                    .orElse(soon);
        });
    }

    private CompletableFuture<ZoneOffset> offset(Address origin, CallContext call) {
        String key = key(origin);
        Optional<ZoneOffset> kept = kept(key);
        if (kept.isPresent()) {
            return CompletableFuture.completedFuture(kept.get());
        }
        return http.send(DhlAreas.question(FIND, "pickup", origin, call), call)
                .thenApply(response -> {
                    ZoneOffset offset = read(response, origin).orElseThrow(() -> untold(call));
                    keep(key, offset);
                    return offset;
                })
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(beforehand(Outcomes.carrierException(failure))));
    }

    private static Optional<ZoneOffset> read(CarrierResponse response, Address origin) {
        List<DhlAddressWire.Area> areas = WireJson.list(
                WireJson.read(response, DhlAddressWire.Answer.class).address());
        return areas.stream()
                .sorted(Comparator.comparing((DhlAddressWire.Area area) -> !DhlAreas.isOf(area, origin))
                        .thenComparing(area -> !DhlAreas.hasCity(area, origin)))
                .flatMap(area -> Optional.ofNullable(area.serviceArea()).stream())
                .flatMap(area -> WireTime.offset(area.GMTOffset()).stream())
                .findFirst();
    }

    private CarrierException untold(CallContext call) {
        return http.fault(ErrorCode.CARRIER_UNAVAILABLE, FIND)
                .correlationId(call.correlationId())
                .argument("reason", "it does not tell the time at the origin, which its shipments need")
                .toException();
    }

    /** Nothing was bought yet: an answer that cannot be read must not look like a purchase that may have happened. */
    private static CarrierException beforehand(CarrierException error) {
        boolean unclear = error.code() == ErrorCode.MALFORMED_RESPONSE || error.code() == ErrorCode.UNEXPECTED;
        if (!unclear) {
            return error;
        }
        ErrorDetails.Builder details = error.details().toBuilder(ErrorCode.CARRIER_UNAVAILABLE)
                .argument("reason", "what it says of the origin cannot be read");
        return CarrierException.of(details.build(), error);
    }

    private static String key(Address origin) {
        String place = DhlParties.filled(origin.postalCode())
                .or(() -> DhlParties.filled(origin.city()))
                .orElse("");
        return origin.country().orElse("") + '/' + place.toUpperCase(Locale.ROOT);
    }

    private synchronized Optional<ZoneOffset> kept(String key) {
        return Optional.ofNullable(known.get(key))
                .filter(one -> one.until().isAfter(clock.instant()))
                .map(Known::offset);
    }

    private synchronized void keep(String key, ZoneOffset offset) {
        known.put(key, new Known(offset, clock.instant().plus(KEPT)));
    }
}
