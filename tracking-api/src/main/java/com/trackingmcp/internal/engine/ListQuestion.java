package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The question about a list as a caller gave it: what is no number in it is the failure of its own place, and not asked.
 * As safe for use by many threads as the {@link Question}.
 */
public final class ListQuestion {
    private final List<@Nullable CarrierException> refused;
    private final Question question;

    private ListQuestion(List<@Nullable CarrierException> refused, Question question) {
        this.refused = refused;
        this.question = question;
    }

    /** Asks for what are numbers in a list. */
    public static <T> ListQuestion ask(
            Collection<T> listed,
            Function<? super T, TrackingNumber> toNumber,
            Function<List<TrackingNumber>, Question> asking) {
        List<@Nullable CarrierException> refused = new ArrayList<>(listed.size());
        List<TrackingNumber> numbers = new ArrayList<>(listed.size());
        for (T each : listed) {
            try {
                numbers.add(toNumber.apply(each));
                refused.add(null);
            } catch (CarrierException e) {
                refused.add(e);
            }
        }
        return new ListQuestion(refused, asking.apply(numbers));
    }

    /** One outcome per place, in their order. */
    public Pending<List<Outcome<TrackingResult>>> pending() {
        return answer().map(outcomes -> outcomes.size() == refused.size() ? outcomes : inOrder(outcomes::get));
    }

    private Pending<List<Outcome<TrackingResult>>> answer() {
        return new Pending<>(question.answer(), question::cancel);
    }

    private List<Outcome<TrackingResult>> inOrder(Function<Integer, Outcome<TrackingResult>> answered) {
        List<Outcome<TrackingResult>> all = new ArrayList<>(refused.size());
        forEach(answered, all::add);
        return Collections.unmodifiableList(all);
    }

    private void forEach(
            Function<Integer, Outcome<TrackingResult>> answered, Consumer<Outcome<TrackingResult>> consumer) {
        int slot = 0;
        for (CarrierException error : refused) {
            consumer.accept(error == null ? answered.apply(slot++) : Outcome.failure(error));
        }
    }

    /** Waits for the outcomes and hands them over one by one, in the order of their places, keeping none of them. */
    void handOver(Consumer<Outcome<TrackingResult>> consumer) {
        answer().await();
        forEach(question::take, consumer);
    }

    /** Nobody waits for it any more. */
    void cancel() {
        question.cancel();
    }
}
