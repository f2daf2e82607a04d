package com.trackingmcp;

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
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the client puts what its callers ask to the engine: checked, and with a deadline of its own. Safe for use by many
 * threads.
 */
final class Asking {
    private final TrackingEngine engine;
    private final Searches searches;
    private final TrackingClient.CallSettings settings;

    Asking(TrackingEngine engine, Searches searches, TrackingClient.CallSettings settings) {
        this.engine = engine;
        this.searches = searches;
        this.settings = settings;
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
        Question question = engine.track(number, settings.call(settings.deadline()), here);
        return new Pending<>(question.answer(), question::cancel);
    }

    /**
     * Asks for a list; what is no number is the failure of its own place.
     *
     * @param here whether it is this thread that waits
     */
    <T> Pending<List<Outcome<TrackingResult>>> many(
            Collection<T> numbers, Function<? super T, TrackingNumber> toNumber, boolean here) {
        return listed(Async.required("numbers", numbers), toNumber, here).pending();
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
        new NumberStream<T>(portion -> listed(portion, toNumber, false), consumer).run(numbers.iterator());
    }

    Pending<List<Outcome<TrackingResult>>> byReference(TrackingReference reference) {
        CallContext call = settings.call(settings.deadline());
        return new Pending<>(searches.byReference(Async.required("reference", reference), call), call::cancel);
    }

    Pending<ProofOfDelivery> proofOfDelivery(TrackingNumber number) {
        CallContext call = settings.call(settings.deadline());
        return new Pending<>(searches.proofOfDelivery(Async.required("number", number), call), call::cancel);
    }

    /** The number as it was given; where none was, the failure of its place says so. */
    static TrackingNumber given(@Nullable TrackingNumber number) {
        return number == null ? TrackingNumber.of(null) : number;
    }
}
