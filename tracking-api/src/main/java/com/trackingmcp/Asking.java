package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.internal.engine.ListQuestion;
import com.trackingmcp.internal.engine.NumberStream;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.Question;
import com.trackingmcp.internal.engine.Searches;
import com.trackingmcp.internal.engine.TrackingEngine;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the client puts what its callers ask to the engine: checked, and with a deadline of its own. Safe for use by many
 * threads.
 */
final class Asking {
    private final TrackingEngine engine;
    private final Searches searches;
    private final TrackingClient.CallSettings settings;
    private final Calls calls;
    private final Predicate<TrackingNumber> leftToGateways;

    /**
     * How questions are put.
     *
     * @param leftToGateways whether only somebody behind a gateway may know a number
     */
    Asking(
            TrackingEngine engine,
            Searches searches,
            TrackingClient.CallSettings settings,
            Calls calls,
            Predicate<TrackingNumber> leftToGateways) {
        this.engine = engine;
        this.searches = searches;
        this.settings = settings;
        this.calls = calls;
        this.leftToGateways = leftToGateways;
    }

    /** The answer that is known already; null where a carrier must be asked. */
    @Nullable
    Outcome<TrackingResult> known(TrackingNumber number) {
        return engine.known(Async.required("number", number), () -> settings.call(settings.deadline()));
    }

    /**
     * Asks for one number that is not {@link #known}.
     *
     * @param here whether it is this thread that waits
     */
    Pending<List<Outcome<TrackingResult>>> one(TrackingNumber number, boolean here) {
        CallContext call = settings.call(settings.deadline());
        CompletableFuture<Void> known = reached(List.of(number), call);
        return known == null ? one(number, call, here) : Pending.after(known, call, () -> one(number, call, false));
    }

    private Pending<List<Outcome<TrackingResult>>> one(TrackingNumber number, CallContext call, boolean here) {
        Question question = engine.track(number, call, here);
        return new Pending<>(question.answer(), question::cancel);
    }

    /** Completed once gateways have told of the carriers these numbers may belong to; null where none needs to. */
    private @Nullable CompletableFuture<Void> reached(List<TrackingNumber> numbers, CallContext call) {
        if (!calls.haveGateways()) {
            return null;
        }
        CompletableFuture<Void> all = numbers.stream().anyMatch(leftToGateways) ? calls.reached(List.of(), call) : null;
        List<String> named = numbers.stream()
                .flatMap(number -> number.carrier().stream())
                .distinct()
                .toList();
        return all != null || named.isEmpty() ? all : calls.reached(named, call);
    }

    /**
     * Asks for a list; what is no number is the failure of its own place.
     *
     * @param here whether it is this thread that waits
     */
    <T> Pending<List<Outcome<TrackingResult>>> many(
            Collection<T> numbers, Function<? super T, TrackingNumber> toNumber, boolean here) {
        Async.required("numbers", numbers);
        if (!calls.haveGateways()) {
            return listed(numbers, toNumber, here).pending();
        }
        List<T> copy = new ArrayList<>(numbers);
        CallContext call = settings.call(settings.bulkDeadline());
        CompletableFuture<Void> known = reached(readable(copy, toNumber), call);
        return known == null
                ? listed(copy, toNumber, here).pending()
                : Pending.after(known, call, () -> listed(copy, toNumber, false).pending());
    }

    /** Those that are numbers. */
    private static <T> List<TrackingNumber> readable(List<T> listed, Function<? super T, TrackingNumber> toNumber) {
        List<TrackingNumber> numbers = new ArrayList<>(listed.size());
        for (T each : listed) {
            try {
                numbers.add(toNumber.apply(each));
            } catch (CarrierException notOne) {
                // told in its own place
            }
        }
        return numbers;
    }

    private <T> ListQuestion listed(Collection<T> numbers, Function<? super T, TrackingNumber> toNumber, boolean here) {
        return ListQuestion.ask(
                numbers, toNumber, asked -> engine.track(asked, settings.call(settings.bulkDeadline()), here));
    }

    /** Asks for more numbers than fit in memory, and ends with the last outcome. */
    <T> void stream(
            Iterable<T> numbers,
            Function<? super T, TrackingNumber> toNumber,
            BiConsumer<? super T, Outcome<TrackingResult>> consumer) {
        Async.required("numbers", numbers);
        Async.required("consumer", consumer);
        new NumberStream<T>(portion -> portion(portion, toNumber), consumer).run(numbers.iterator());
    }

    /** A part of a stream, whose reader waits for it. */
    private <T> ListQuestion portion(List<T> portion, Function<? super T, TrackingNumber> toNumber) {
        if (calls.haveGateways()) {
            CallContext call = settings.call(settings.bulkDeadline());
            CompletableFuture<Void> known = reached(readable(portion, toNumber), call);
            if (known != null) {
                new Pending<>(known, call::cancel).await();
            }
        }
        return listed(portion, toNumber, false);
    }

    Pending<List<Outcome<TrackingResult>>> byReference(TrackingReference reference) {
        Async.required("reference", reference);
        return calls.ask(reference.carrier(), call -> searches.byReference(reference, call));
    }

    Pending<ProofOfDelivery> proofOfDelivery(TrackingNumber number) {
        return about(number, call -> new Pending<>(searches.proofOfDelivery(number, call), call::cancel));
    }

    /** What the client keeps is erased whatever becomes of what the server keeps. */
    Pending<Boolean> erase(TrackingNumber number) {
        engine.forget(Async.required("number", number));
        return about(number, call -> searches.erase(number, call)).map(erased -> {
            engine.forget(number);
            return erased;
        });
    }

    private <T> Pending<T> about(TrackingNumber number, Function<CallContext, Pending<T>> question) {
        CallContext call = settings.call(settings.deadline());
        CompletableFuture<Void> known = reached(List.of(Async.required("number", number)), call);
        return known == null ? question.apply(call) : Pending.after(known, call, () -> question.apply(call));
    }

    /** The number as it was given; where none was, the failure of its place says so. */
    static TrackingNumber given(@Nullable TrackingNumber number) {
        return number == null ? TrackingNumber.of(null) : number;
    }
}
