package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.TrackingCapability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tracks many numbers: decides whom to ask, joins numbers into the carriers' batches, runs the batches in parallel and
 * puts the outcomes back into the caller's order. Safe for use by many threads.
 */
public final class TrackingEngine {
    private final Connections connections;
    private final Detection detection;
    private final int batchesInFlight;
    private final Map<String, InFlight> inFlight = new ConcurrentHashMap<>();

    /**
     * An engine over these connections.
     *
     * @param batchesInFlight how many batches of one connection may be on their way at once
     */
    public TrackingEngine(Connections connections, Detection detection, int batchesInFlight) {
        this.connections = connections;
        this.detection = detection;
        this.batchesInFlight = batchesInFlight;
    }

    /** One outcome per number, in their order; never fails. */
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call) {
        Map<TrackingNumber, Search> searches = new LinkedHashMap<>();
        for (TrackingNumber number : numbers) {
            searches.computeIfAbsent(number, this::search);
        }
        return nextStage(List.copyOf(searches.values()), call).thenApply(done -> numbers.stream()
                .map(number -> searches.get(number).outcome())
                .toList());
    }

    private Search search(TrackingNumber number) {
        try {
            List<Carrier> named = number.carrier().map(connections::named).orElse(List.of());
            if (!named.isEmpty()) {
                connections.offering(named, TrackingCapability.class, tracking -> true, "tracking");
            }
            return new Search(number, detection.stages(number));
        } catch (CarrierException e) {
            return new Search(number, e);
        }
    }

    private CompletableFuture<Void> nextStage(List<Search> searches, CallContext call) {
        List<Search> open = searches.stream().filter(Search::goesOn).toList();
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Map<Batch, List<Search>> joined = new LinkedHashMap<>();
        for (Search search : open) {
            for (Carrier carrier : search.takeStage()) {
                carrier.capability(TrackingCapability.class)
                        .ifPresent(tracking -> joined.computeIfAbsent(
                                        new Batch(carrier, tracking, tracking.lane(search.number())),
                                        batch -> new ArrayList<>())
                                .add(search));
            }
        }
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        joined.forEach((batch, members) -> {
            for (int from = 0; from < members.size(); from += batch.lane().maxNumbers()) {
                int to = Math.min(members.size(), from + batch.lane().maxNumbers());
                sent.add(send(batch, members.subList(from, to), call));
            }
        });
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .thenCompose(done -> nextStage(open, call));
    }

    /** What may travel together. */
    private record Batch(Carrier carrier, TrackingCapability tracking, BatchLane lane) {}

    private CompletableFuture<Void> send(Batch batch, List<Search> members, CallContext call) {
        List<TrackingNumber> numbers = members.stream().map(Search::number).toList();
        return inFlight.computeIfAbsent(Connections.id(batch.carrier()), id -> new InFlight(batchesInFlight))
                .run(() -> ask(batch, numbers, call))
                .thenAccept(outcomes -> {
                    for (int i = 0; i < members.size(); i++) {
                        members.get(i).add(outcomes.get(i));
                    }
                });
    }

    /** One outcome per number whatever the carrier module does. */
    private CompletableFuture<List<Outcome<TrackingResult>>> ask(
            Batch batch, List<TrackingNumber> numbers, CallContext call) {
        CompletableFuture<List<Outcome<TrackingResult>>> asked;
        try {
            asked = batch.tracking().track(numbers, call);
        } catch (RuntimeException e) {
            asked = CompletableFuture.failedFuture(e);
        }
        return asked.handle((outcomes, failure) -> {
            if (failure != null) {
                CarrierException error = Outcomes.carrierException(failure);
                return numbers.stream().map(number -> failed(error, number)).toList();
            }
            if (outcomes.size() != numbers.size()) {
                CarrierException error = miscounted(batch.carrier(), numbers.size(), outcomes.size());
                return numbers.stream().map(number -> failed(error, number)).toList();
            }
            return outcomes;
        });
    }

    private static Outcome<TrackingResult> failed(CarrierException error, TrackingNumber number) {
        ErrorDetails details = error.details().toBuilder().subject(number.value()).build();
        return Outcome.failure(CarrierException.of(details, error.getCause() == null ? error : error.getCause()));
    }

    private static CarrierException miscounted(Carrier carrier, int asked, int answered) {
        return ErrorDetails.builder(ErrorCode.UNEXPECTED)
                .carrier(carrier.profile().carrier())
                .connection(Connections.id(carrier))
                .operation("track")
                .argument("reason", "asked for " + asked + " numbers, the carrier module answered " + answered)
                .toException();
    }

    /** The search for one number: whom to ask yet, and what was found. Used by one thread at a time. */
    private static final class Search {
        private final TrackingNumber number;
        private final List<List<Carrier>> stages;
        private final List<TrackingResult> hits = new ArrayList<>();
        private final List<CarrierException> failures = new ArrayList<>();
        private int stage;

        Search(TrackingNumber number, List<List<Carrier>> stages) {
            this.number = number;
            this.stages = stages;
        }

        Search(TrackingNumber number, CarrierException refused) {
            this(number, List.of());
            failures.add(refused);
        }

        TrackingNumber number() {
            return number;
        }

        /** Goes on while there is somebody left to ask and all who were asked said that they do not know it. */
        synchronized boolean goesOn() {
            return stage < stages.size()
                    && hits.isEmpty()
                    && failures.stream().allMatch(TrackingNumberNotFoundException.class::isInstance);
        }

        synchronized List<Carrier> takeStage() {
            return stages.get(stage++);
        }

        synchronized void add(Outcome<TrackingResult> outcome) {
            outcome.value().ifPresent(hits::add);
            outcome.failure().ifPresent(failures::add);
        }

        synchronized Outcome<TrackingResult> outcome() {
            if (!hits.isEmpty()) {
                return Outcome.success(Hits.best(hits));
            }
            // Who could not answer might have known it: then "not found" would be a guess.
            return Outcome.failure(failures.stream()
                    .filter(error -> !(error instanceof TrackingNumberNotFoundException))
                    .findFirst()
                    .or(() -> failures.stream().findFirst())
                    .orElseGet(() -> ErrorDetails.builder(ErrorCode.UNEXPECTED)
                            .subject(number.value())
                            .argument("reason", "nobody was asked")
                            .toException()));
        }
    }
}
