package com.trackingmcp.benchmarks;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.util.ArrayList;
import java.util.List;
import peerbench.Contestant;

/**
 * This SDK as a contestant: one number is asked for as such, several as a list. Each result is checked as the peers'
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
        List<TrackingNumber> asked = new ArrayList<>(numbers.size());
        for (String number : numbers) {
            asked.add(TrackingNumber.of(number, carrier));
        }
        return right(client.trackAll(asked), numbers);
    }

    private static int right(List<Outcome<TrackingResult>> outcomes, List<String> numbers) {
        int right = 0;
        for (int i = 0; i < numbers.size(); i++) {
            Outcome<TrackingResult> outcome = outcomes.get(i);
            if (outcome.isSuccess() && isRight(outcome.orElseThrow(), numbers.get(i))) {
                right++;
            }
        }
        if (right < numbers.size()) {
            outcomes.stream()
                    .flatMap(outcome -> outcome.failure().stream())
                    .findFirst()
                    .ifPresent(Throwable::printStackTrace);
        }
        return right;
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
