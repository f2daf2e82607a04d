package com.trackingmcp.benchmarks;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import peerbench.Contestant;

/**
 * This SDK as a contestant: one number is asked for as such, several as a stream. Each result is checked as the peers'
 * adapters check theirs.
 *
 * <p>The SDK has no verb that changes something at a carrier yet, so {@link Contestant#create} stays unsupported.
 */
abstract class Ours implements Contestant {
    private final TrackingClient client;
    private final String carrier;

    Ours(TrackingClient client, String carrier) {
        this.client = client;
        this.carrier = carrier;
    }

    @Override
    public final String name() {
        return "TrackingMCP, " + carrier;
    }

    @Override
    public final boolean bulk() {
        return true;
    }

    @Override
    public final int track(List<String> numbers) {
        if (numbers.size() == 1) {
            String number = numbers.get(0);
            TrackingResult result = client.track(TrackingNumber.of(number, carrier));
            tellUnknown(result);
            return isRight(result, number) ? 1 : 0;
        }
        Count count = new Count();
        client.streamAll(
                () -> numbers.stream()
                        .map(number -> TrackingNumber.of(number, carrier))
                        .iterator(),
                count);
        count.tellFailure();
        return count.right;
    }

    /** Counts results as they come and drops them, as who asks for ten thousand does. For one thread. */
    private static final class Count implements BiConsumer<TrackingNumber, Outcome<TrackingResult>> {
        private int right;
        private Optional<CarrierException> failure = Optional.empty();

        @Override
        public void accept(TrackingNumber number, Outcome<TrackingResult> outcome) {
            if (outcome.isSuccess() && isRight(outcome.orElseThrow(), number.value())) {
                right++;
            }
            failure = failure.or(outcome::failure);
        }

        void tellFailure() {
            failure.ifPresent(Throwable::printStackTrace);
        }
    }

    /** For the fault table, which would show the right answer to a code that nobody knows as a wrong result. */
    private static void tellUnknown(TrackingResult result) {
        if (result.status() == TrackingStatus.UNKNOWN) {
            throw new IllegalStateException("no error of the SDK: it answered UNKNOWN, and kept the carrier's code "
                    + result.carrierStatusCode().orElse("(none)"));
        }
    }

    private static boolean isRight(TrackingResult result, String number) {
        return result.number().value().equals(number)
                && result.events().size() == Contestant.events()
                && result.status() == TrackingStatus.DELIVERED;
    }
}
