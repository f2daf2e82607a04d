package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the readers of DHL's three APIs have in common. Stateless. */
final class DhlWireRead {
    static final String TRACK = "track";
    private static final Set<TrackingStatus> NOTHING_EXPECTED =
            Set.of(TrackingStatus.DELIVERED, TrackingStatus.RETURNED, TrackingStatus.CANCELLED);

    private DhlWireRead() {}

    /** Whether a delivery is still to be expected. */
    static boolean expectsDelivery(TrackingStatus status) {
        return !NOTHING_EXPECTED.contains(status);
    }

    /** The measures where all three are told, in one unit. */
    static Optional<Dimensions> dimensions(
            @Nullable String length, @Nullable String width, @Nullable String height, Optional<Dimensions.Unit> unit) {
        return unit.flatMap(known -> WireText.decimal(length)
                .flatMap(first -> WireText.decimal(width)
                        .flatMap(second ->
                                WireText.decimal(height).map(third -> new Dimensions(first, second, third, known)))));
    }

    /** The parcels of an answer, each with its own JSON where the caller wants it. */
    static <T, R> List<R> parcels(
            CarrierResponse response,
            String list,
            @Nullable List<@Nullable T> read,
            CallContext call,
            BiFunction<T, Optional<String>, R> found) {
        List<T> present = WireJson.list(read);
        List<String> raw = call.rawJson() ? DhlRawJson.of(response, list) : List.of();
        boolean paired = !raw.isEmpty() && raw.size() == present.size();
        List<R> parcels = new ArrayList<>(present.size());
        for (int i = 0; i < present.size(); i++) {
            parcels.add(found.apply(present.get(i), paired ? Optional.of(raw.get(i)) : Optional.empty()));
        }
        return parcels;
    }

    /** The first that could be read, the others that could beside it; where none could, why the first could not. */
    static Outcome<TrackingResult> best(List<Outcome<TrackingResult>> bestFirst) {
        List<TrackingResult> readable =
                bestFirst.stream().flatMap(result -> result.value().stream()).toList();
        return readable.isEmpty()
                ? bestFirst.get(0)
                : Outcome.success(TrackingResult.builder()
                        .from(readable.get(0))
                        .alternatives(readable.subList(1, readable.size()))
                        .build());
    }

    /** One parcel's outcome: a defect in reading it stays its own. */
    static Outcome<TrackingResult> mapped(CarrierHttp http, TrackingNumber number, Supplier<TrackingResult> mapping) {
        try {
            return Outcome.success(mapping.get());
        } catch (RuntimeException e) {
            return Outcome.failure(http.fault(ErrorCode.MALFORMED_RESPONSE, TRACK)
                    .subject(number.value())
                    .argument("reason", e.getClass().getSimpleName() + " while reading this parcel")
                    .toException(e));
        }
    }

    /** The carrier knows nothing of a number. */
    static Outcome<TrackingResult> notFound(CarrierHttp http, TrackingNumber number, CallContext call) {
        return Outcome.failure(http.fault(ErrorCode.TRACKING_NUMBER_NOT_FOUND, TRACK)
                .subject(number.value())
                .correlationId(call.correlationId())
                .toException());
    }

    /** An answer that holds no list of parcels at all. */
    static CarrierException unreadable(CarrierHttp http, String reason, CallContext call) {
        return http.fault(ErrorCode.MALFORMED_RESPONSE, TRACK)
                .argument("reason", reason)
                .correlationId(call.correlationId())
                .toException();
    }

    /** The same failure, said of one number. */
    static CarrierException about(CarrierException error, TrackingNumber number) {
        ErrorDetails details = error.details();
        return details.subject().isPresent()
                ? error
                : details.toBuilder().subject(number.value()).toException(error.getCause());
    }

    /** Whether a time is no more than a week before the day asked for; true where either is not known. */
    static boolean sinceAWeekBefore(Optional<LocalDate> asked, Optional<CarrierTime> time) {
        return asked.isEmpty()
                || time.isEmpty()
                || !time.get().date().isBefore(asked.get().minusWeeks(1));
    }

    /** Whether a time is no more than a week after the day asked for; true where either is not known. */
    static boolean untilAWeekAfter(Optional<LocalDate> asked, Optional<CarrierTime> time) {
        return asked.isEmpty()
                || time.isEmpty()
                || !time.get().date().isAfter(asked.get().plusWeeks(1));
    }

    /** The newest first, what has no time last; others keep their order. */
    static int newestFirst(Optional<CarrierTime> one, Optional<CarrierTime> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        return -DhlHistory.compare(one.get(), other.get());
    }
}
