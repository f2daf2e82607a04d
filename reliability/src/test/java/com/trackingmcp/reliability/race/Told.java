package com.trackingmcp.reliability.race;

import com.trackingmcp.FoundLocations;
import com.trackingmcp.Rates;
import com.trackingmcp.ShipmentPreview;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one call. Immutable.
 *
 * @param verb its name
 * @param lateBegun whether it was begun after the client was closed
 * @param answer what it answered; null where it failed
 * @param failures why it failed, or a part of it
 */
record Told(ClientVerb verb, boolean lateBegun, @Nullable Object answer, List<CarrierException> failures) {
    static Told answered(ClientVerb verb, boolean lateBegun, Object answer) {
        List<CarrierException> failures = new ArrayList<>();
        collect(answer, failures);
        return new Told(verb, lateBegun, answer, List.copyOf(failures));
    }

    static Told failed(ClientVerb verb, boolean lateBegun, CarrierException error) {
        return new Told(verb, lateBegun, null, List.of(error));
    }

    private static void collect(Object answer, List<CarrierException> failures) {
        if (answer instanceof Collection<?> many) {
            many.forEach(each -> collect(each, failures));
        } else if (answer instanceof Outcome<?> outcome) {
            outcome.failure().ifPresent(failures::add);
        } else if (answer instanceof Rates rates) {
            failures.addAll(rates.failures().values());
        } else if (answer instanceof FoundLocations found) {
            failures.addAll(found.failures().values());
        } else if (answer instanceof ShipmentPreview preview) {
            collect(preview.rates(), failures);
        }
    }

    boolean failedWith(ErrorCode code) {
        return failures.stream().anyMatch(error -> error.code() == code);
    }
}
