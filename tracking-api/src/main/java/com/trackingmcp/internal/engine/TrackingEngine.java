package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.TrackingCapability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tracks many numbers: decides whom to ask, joins numbers into the carriers' batches, runs the batches in parallel and
 * puts the outcomes back into the caller's order. Safe for use by many threads.
 */
public final class TrackingEngine {
    private static final String TRACK = "track";

    private final Connections connections;
    private final Detection detection;
    private final HttpTransport transport;
    private final int batchesInFlight;
    private final Map<String, InFlight> inFlight = new ConcurrentHashMap<>();

    /**
     * An engine over these connections.
     *
     * @param batchesInFlight how many batches of one connection may be on their way at once
     */
    public TrackingEngine(Connections connections, Detection detection, HttpTransport transport, int batchesInFlight) {
        this.connections = connections;
        this.detection = detection;
        this.transport = transport;
        this.batchesInFlight = batchesInFlight;
    }

    /** One outcome per number, in their order; never fails. */
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call) {
        Map<TrackingNumber, Search> searches = new LinkedHashMap<>();
        List<Search> inOrder = new ArrayList<>(numbers.size());
        for (TrackingNumber number : numbers) {
            inOrder.add(searches.computeIfAbsent(number, this::search));
        }
        return nextStage(List.copyOf(searches.values()), call)
                .thenApply(done -> inOrder.stream().map(Search::outcome).toList());
    }

    private Search search(TrackingNumber number) {
        try {
            List<List<Carrier>> stages = detection.stages(number);
            List<Carrier> candidates = stages.stream().flatMap(List::stream).toList();
            connections.offering(candidates, TrackingCapability.class, tracking -> true, "tracking");
            return new Search(number, stages);
        } catch (RuntimeException e) {
            return new Search(number, failed(Outcomes.carrierException(e), number));
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
                try {
                    carrier.capability(TrackingCapability.class)
                            .ifPresent(tracking -> joined.computeIfAbsent(
                                            new Batch(carrier, tracking, tracking.lane(search.number())),
                                            batch -> new ArrayList<>())
                                    .add(search));
                } catch (RuntimeException | LinkageError e) {
                    search.add(Outcome.failure(failed(Modules.named(carrier, TRACK, e), search.number())));
                }
            }
        }
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        joined.forEach((batch, members) -> {
            split(members, batch.lane().maxNumbers()).forEach(part -> sent.add(send(batch, part, call)));
        });
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .thenCompose(done -> nextStage(open, call));
    }

    /** As few parts as the lane allows; two questions about one number (by what else they say) never share a part. */
    private static List<List<Search>> split(List<Search> members, int most) {
        List<List<Search>> parts = new ArrayList<>();
        for (List<Search> rest = members; !rest.isEmpty(); ) {
            Set<String> values = new HashSet<>();
            List<Search> part = new ArrayList<>();
            List<Search> again = new ArrayList<>();
            for (Search search : rest) {
                (values.add(search.number().value()) ? part : again).add(search);
            }
            for (int from = 0; from < part.size(); from += most) {
                parts.add(part.subList(from, Math.min(part.size(), from + most)));
            }
            rest = again;
        }
        return parts;
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
        Carrier carrier = batch.carrier();
        return Modules.call(
                        transport, carrier, TRACK, call, () -> batch.tracking().track(numbers, call))
                .thenApply(outcomes -> counted(outcomes, carrier, numbers))
                .exceptionally(failure -> {
                    CarrierException error = Modules.named(carrier, TRACK, failure);
                    return numbers.stream()
                            .map(number -> Outcome.<TrackingResult>failure(failed(error, number)))
                            .toList();
                });
    }

    private static List<Outcome<TrackingResult>> counted(
            List<Outcome<TrackingResult>> outcomes, Carrier carrier, List<TrackingNumber> numbers) {
        if (outcomes.size() != numbers.size()) {
            throw Modules.fault(
                    carrier,
                    TRACK,
                    "asked for " + numbers.size() + " numbers, the carrier module answered " + outcomes.size());
        }
        List<Outcome<TrackingResult>> complete = new ArrayList<>(outcomes);
        for (int i = 0; i < complete.size(); i++) {
            if (complete.get(i) == null) {
                CarrierException error = Modules.fault(carrier, TRACK, "the carrier module answered null");
                complete.set(i, Outcome.failure(failed(error, numbers.get(i))));
            }
        }
        return complete;
    }

    private static CarrierException failed(CarrierException error, TrackingNumber number) {
        if (error.details().subject().isPresent()) {
            return error;
        }
        ErrorDetails details =
                error.details().toBuilder().subject(number.value()).build();
        return CarrierException.of(details, error.getCause() == null ? error : error.getCause());
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
            return stage < stages.size() && hits.isEmpty() && failures.stream().allMatch(Search::saysThatItIsUnknown);
        }

        /** A connection may have no API for a number that another connection to the same carrier has one for. */
        private static boolean saysThatItIsUnknown(CarrierException error) {
            return error instanceof TrackingNumberNotFoundException || error.code() == ErrorCode.CARRIER_NOT_DETECTED;
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
                    .filter(error -> !saysThatItIsUnknown(error))
                    .findFirst()
                    .or(() -> failures.stream().findFirst())
                    .orElseGet(() -> ErrorDetails.builder(ErrorCode.UNEXPECTED)
                            .subject(number.value())
                            .argument("reason", "nobody was asked")
                            .toException()));
        }
    }
}
