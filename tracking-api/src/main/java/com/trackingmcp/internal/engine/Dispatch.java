package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.Carrier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends the batches of all lanes, and brings one outcome for each of their numbers back, whatever the carrier and its
 * module do: a batch that is refused as a whole is split until the number that is to blame stands alone. Safe for use by
 * many threads.
 */
final class Dispatch implements Lane.Desk {
    /** The verb, in errors. */
    static final String TRACK = "track";

    private final HttpTransport transport;
    private final boolean rawJson;
    private final Sink sink;

    /** Whom the outcomes are brought to. */
    interface Sink {
        /** What these came to, in their order; said once of each. */
        void answered(List<Ask> asks, List<Outcome<TrackingResult>> outcomes);
    }

    Dispatch(HttpTransport transport, boolean rawJson, Sink sink) {
        this.transport = transport;
        this.rawJson = rawJson;
        this.sink = sink;
    }

    @Override
    public void refuse(Lane lane, List<Lane.Refused> refused) {
        List<Ask> asks = new ArrayList<>(refused.size());
        List<Outcome<TrackingResult>> outcomes = new ArrayList<>(refused.size());
        for (Lane.Refused each : refused) {
            asks.add(each.ask());
            outcomes.add(Outcome.failure(refusal(lane, each)));
        }
        sink.answered(asks, outcomes);
    }

    private static CarrierException refusal(Lane lane, Lane.Refused refused) {
        return ErrorDetails.builder(ErrorCode.RATE_LIMITED)
                .carrier(lane.carrier().profile().carrier())
                .connection(lane.connection())
                .operation(TRACK)
                .subject(refused.ask().number().value())
                .correlationId(refused.ask().search().correlationId())
                .argument("reason", refused.reason())
                .retryable(true)
                .retryAfter(refused.retryAfter().orElse(null))
                .toException();
    }

    /** Sends a batch, or leaves it to the thread that waits for all of it. */
    @Override
    public void send(Lane lane, List<Ask> asks) {
        Batch batch = new Batch(lane, asks, rawJson, null);
        if (!asks.get(0).search().first().takes(batch)) {
            run(batch);
        }
    }

    /** Asks the carrier; never throws, for the batch has a place in its lane that must be given back. */
    void run(Batch batch) {
        Lane lane = batch.lane();
        CompletableFuture<List<Outcome<TrackingResult>>> answer;
        try {
            answer = Modules.call(
                    transport,
                    lane.carrier(),
                    TRACK,
                    batch.call(),
                    () -> lane.tracking().track(batch.numbers(), batch.call()));
        } catch (RuntimeException | Error e) {
            answer = CompletableFuture.failedFuture(e);
        }
        answer.whenComplete((outcomes, failure) -> {
            try {
                batch.landed();
            } finally {
                answered(batch, outcomes, failure);
            }
        });
    }

    /** One outcome per number whatever the carrier module does. */
    private void answered(Batch batch, @Nullable List<Outcome<TrackingResult>> outcomes, @Nullable Throwable failure) {
        Lane lane = batch.lane();
        int asked = batch.asks().size();
        if (outcomes != null && outcomes.size() == asked) {
            lane.refusals().answered();
            settle(batch, withoutNulls(batch, outcomes), null);
            return;
        }
        CarrierException whole = failure != null
                ? Modules.named(lane.carrier(), TRACK, failure)
                : fault(
                        lane.carrier(),
                        "asked for " + asked + " numbers, the carrier module answered "
                                + (outcomes == null ? 0 : outcomes.size()));
        if (!Splitting.mayHelp(whole)) {
            settle(batch, failures(batch, whole), null);
        } else if (asked == 1) {
            settle(batch, failures(batch, whole), whole);
        } else {
            split(batch, whole);
        }
    }

    private static List<Outcome<TrackingResult>> withoutNulls(Batch batch, List<Outcome<TrackingResult>> outcomes) {
        List<Outcome<TrackingResult>> all = outcomes;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == null) {
                all = all == outcomes ? new ArrayList<>(outcomes) : all;
                CarrierException error = fault(batch.lane().carrier(), "the carrier module answered null");
                all.set(i, Outcome.failure(Modules.about(batch.asks().get(i).number(), error)));
            }
        }
        return all;
    }

    private static CarrierException fault(Carrier carrier, String reason) {
        return Modules.fault(carrier, TRACK, reason);
    }

    private static List<Outcome<TrackingResult>> failures(Batch batch, CarrierException whole) {
        List<Outcome<TrackingResult>> failures = new ArrayList<>(batch.asks().size());
        batch.asks().forEach(ask -> failures.add(Outcome.failure(Modules.about(ask.number(), whole))));
        return failures;
    }

    /**
     * Tells what the numbers of a batch came to.
     *
     * @param refusal why the batch was refused; null where it was not
     */
    private void settle(Batch batch, List<Outcome<TrackingResult>> outcomes, @Nullable CarrierException refusal) {
        try {
            sink.answered(batch.asks(), outcomes);
        } finally {
            partEnded(batch, refusal);
        }
    }

    /** One bad number may make a carrier refuse them all: halves find it, and the others get their answers. */
    private void split(Batch batch, CarrierException refusal) {
        Splitting splitting = batch.splitting();
        Refusals refusals = batch.lane().refusals();
        if (splitting != null) {
            sendHalves(batch, splitting);
            partEnded(batch, refusal);
        } else if (refusals.isRefusingAll()) {
            settle(batch, failures(batch, refusal), refusal);
        } else {
            refusals.split(() -> {
                if (refusals.isRefusingAll()) {
                    settle(batch, failures(batch, refusal), refusal);
                } else {
                    sendHalves(batch, new Splitting(batch.asks().size()));
                }
            });
        }
    }

    private void sendHalves(Batch batch, Splitting splitting) {
        Lane lane = batch.lane();
        List<Ask> asks = batch.asks();
        int middle = asks.size() / 2;
        Batch first = new Batch(lane, asks.subList(0, middle), rawJson, splitting);
        Batch second = new Batch(lane, asks.subList(middle, asks.size()), rawJson, splitting);
        splitting.sent(2);
        lane.sendsParts(2);
        run(first);
        run(second);
    }

    private static void partEnded(Batch batch, @Nullable CarrierException refusal) {
        Splitting splitting = batch.splitting();
        if (splitting != null && splitting.back(refusal)) {
            batch.lane().refusals().splitEnded(splitting.isAllRefused());
        }
    }
}
