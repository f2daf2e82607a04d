package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.TrackingCapability;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The verbs around tracking that ask one connection after the other, or all of them. Safe for use by many threads. */
public final class Searches {
    private final Connections connections;
    private final Detection detection;
    private final HttpTransport transport;
    private final int atOnce;
    private final Map<String, InFlight> inFlight = new ConcurrentHashMap<>();

    /**
     * The verbs over these connections.
     *
     * @param atOnce how many of these questions may be on their way to one connection at once
     */
    public Searches(Connections connections, Detection detection, HttpTransport transport, int atOnce) {
        this.connections = connections;
        this.detection = detection;
        this.transport = transport;
        this.atOnce = atOnce;
    }

    private <T> CompletableFuture<T> ask(
            Carrier carrier, String operation, CallContext call, Supplier<CompletableFuture<T>> verb) {
        InFlight places = inFlight.computeIfAbsent(Connections.id(carrier), id -> new InFlight(atOnce));
        return places.isFull()
                ? CompletableFuture.failedFuture(refusal(carrier, operation, call))
                : places.run(() -> Modules.call(transport, carrier, operation, call, verb));
    }

    private static CarrierException refusal(Carrier carrier, String operation, CallContext call) {
        return ErrorDetails.builder(ErrorCode.RATE_LIMITED)
                .carrier(carrier.profile().carrier())
                .connection(Connections.id(carrier))
                .operation(operation)
                .correlationId(call.correlationId())
                .argument("reason", InFlight.MOST_WAITING + " questions wait for it already")
                .retryable(true)
                .toException();
    }

    /** The parcels found at all connections that can be asked, then one failure for each that could not answer. */
    public CompletableFuture<List<Outcome<TrackingResult>>> byReference(TrackingReference reference, CallContext call) {
        List<Carrier> asked = reference.carrier().map(connections::named).orElse(connections.all());
        List<CompletableFuture<List<TrackingResult>>> answers = connections
                .offering(
                        asked, TrackingCapability.class, TrackingCapability::tracksByReference, "tracking by reference")
                .stream()
                .map(carrier -> ask(
                        carrier,
                        "track_by_reference",
                        call,
                        () -> tracking(carrier).trackByReference(reference, call)))
                .toList();
        return Outcomes.gather(answers).thenApply(outcomes -> {
            List<Outcome<TrackingResult>> found = new ArrayList<>();
            outcomes.forEach(outcome ->
                    outcome.value().ifPresent(hits -> hits.forEach(hit -> found.add(Outcome.success(hit)))));
            outcomes.forEach(outcome -> outcome.failure()
                    .filter(error -> !(error instanceof TrackingNumberNotFoundException))
                    .ifPresent(error -> found.add(Outcome.failure(error))));
            return List.copyOf(found);
        });
    }

    /** The first proof that a connection has, asked in the order of detection. */
    public CompletableFuture<ProofOfDelivery> proofOfDelivery(TrackingNumber number, CallContext call) {
        List<Carrier> candidates =
                detection.stages(number).stream().flatMap(List::stream).toList();
        List<Carrier> able = connections.offering(
                candidates, TrackingCapability.class, TrackingCapability::provesDelivery, "proof of delivery");
        return firstProof(able.iterator(), number, call, List.of());
    }

    private CompletableFuture<ProofOfDelivery> firstProof(
            Iterator<Carrier> rest, TrackingNumber number, CallContext call, List<CarrierException> soFar) {
        if (!rest.hasNext()) {
            return CompletableFuture.failedFuture(Misses.told(soFar));
        }
        Carrier carrier = rest.next();
        CompletableFuture<ProofOfDelivery> proof =
                ask(carrier, "proof_of_delivery", call, () -> tracking(carrier).proofOfDelivery(number, call));
        return Outcomes.settle(proof).thenCompose(outcome -> {
            List<CarrierException> failures = new ArrayList<>(soFar);
            outcome.failure().ifPresent(failures::add);
            return outcome.isSuccess()
                    ? CompletableFuture.completedFuture(outcome.orElseThrow())
                    : firstProof(rest, number, call, failures);
        });
    }

    /**
     * Has those erase what they store of a parcel that may know it and can; whether one had anything. A lost answer is told
     * as that, also to who stops waiting once something may be on its way.
     */
    public Pending<Boolean> erase(TrackingNumber number, CallContext call) {
        List<Carrier> candidates =
                detection.stages(number).stream().flatMap(List::stream).toList();
        List<CompletableFuture<Boolean>> answers = connections
                .offering(candidates, TrackingCapability.class, TrackingCapability::erases, "erasing what is stored")
                .stream()
                .map(carrier -> Modules.callToBuy(
                                transport,
                                carrier,
                                "erase",
                                call,
                                () -> tracking(carrier).erase(number, call))
                        .exceptionally(failure -> {
                            throw Clerk.unlessUnclear(failure, number.value(), call);
                        }))
                .toList();
        CompletableFuture<Boolean> erased = Outcomes.gather(answers).thenApply(outcomes -> {
            outcomes.forEach(outcome -> outcome.failure().ifPresent(error -> {
                throw error;
            }));
            return outcomes.stream().anyMatch(outcome -> outcome.orElseThrow());
        });
        return new Pending<>(erased, call::cancel, () -> {
            if (erased.isDone()) {
                return Outcomes.settle(erased).join().orElseThrow();
            }
            throw ErrorDetails.builder(call.isWithdrawn() ? ErrorCode.CALL_CANCELLED : ErrorCode.OUTCOME_UNKNOWN)
                    .operation("erase")
                    .correlationId(call.correlationId())
                    .subject(number.value())
                    .toException();
        });
    }

    private static TrackingCapability tracking(Carrier carrier) {
        return carrier.capability(TrackingCapability.class).orElseThrow();
    }
}
