package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.support.TestClock;

/** Questions and answers to keep. */
final class CacheSamples {
    static final TrackingNumber NUMBER = TrackingNumber.of("PP0000000017");
    static final TrackingNumber OTHER = TrackingNumber.of("PP0000000025");

    private CacheSamples() {}

    static Outcome<TrackingResult> answer(TrackingNumber number, TrackingStatus status) {
        return Outcome.success(result(number, status).build());
    }

    static TrackingResult.Builder result(TrackingNumber number, TrackingStatus status) {
        TrackingResult.Builder result = TrackingResult.builder();
        result.number(number)
                .carrier("parcelpost")
                .connection("parcelpost")
                .status(status)
                .retrievedAt(TestClock.START);
        return result;
    }

    static Outcome<TrackingResult> notFound(TrackingNumber number) {
        return failure(ErrorDetails.builder(ErrorCode.TRACKING_NUMBER_NOT_FOUND)
                .carrier("parcelpost")
                .subject(number.value())
                .carrierCode("PP404")
                .toException(new IllegalStateException("the carrier's answer")));
    }

    /** A carrier that cannot be reached. */
    static Outcome<TrackingResult> unavailable() {
        return failure(ErrorDetails.builder(ErrorCode.CARRIER_UNAVAILABLE)
                .retryable(true)
                .toException());
    }

    static Outcome<TrackingResult> failure(CarrierException error) {
        return Outcome.failure(error);
    }
}
