package com.trackingmcp.dhl;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
import java.util.Set;
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

    /** The carrier's JSON of one element of a list, where the caller wants it. */
    static Optional<String> raw(CarrierResponse response, String list, int index, CallContext call) {
        if (!call.rawJson()) {
            return Optional.empty();
        }
        return WireJson.tree(response)
                .map(tree -> tree.path(list))
                .map(node -> node.isArray() ? node.path(index) : node)
                .filter(node -> !node.isMissingNode())
                .map(JsonNode::toString);
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

    /** The newest first, what has no time last; others keep their order. */
    static int newestFirst(Optional<CarrierTime> one, Optional<CarrierTime> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        return -DhlHistory.compare(one.get(), other.get());
    }
}
