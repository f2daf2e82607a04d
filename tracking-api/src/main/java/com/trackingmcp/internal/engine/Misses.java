package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What it comes to where none of those that were asked for one number knows it. Stateless. */
final class Misses {
    private static final Comparator<CarrierException> BY_CONNECTION =
            Comparator.comparing(error -> error.details().connection().orElse(""));

    private Misses() {}

    /** A connection may have no API for a number that another connection to the same carrier has one for. */
    static boolean saysThatItIsUnknown(CarrierException error) {
        return error instanceof TrackingNumberNotFoundException || error.code() == ErrorCode.CARRIER_NOT_DETECTED;
    }

    /**
     * One of them, with what all others said. Who could not answer might have known it: then "not found" would be a guess.
     *
     * @param failures one at least
     */
    static CarrierException told(Collection<CarrierException> failures) {
        List<CarrierException> sorted = failures.stream().sorted(BY_CONNECTION).toList();
        CarrierException first = sorted.stream()
                .filter(error -> !saysThatItIsUnknown(error))
                .findFirst()
                .orElseGet(() -> sorted.get(0));
        if (sorted.size() == 1) {
            return first;
        }
        ErrorDetails.Builder all = first.details().toBuilder();
        sorted.stream().filter(error -> error != first).forEach(error -> all.other(error.details()));
        return CarrierException.of(all.build(), first.getCause() == null ? first : first.getCause());
    }
}
