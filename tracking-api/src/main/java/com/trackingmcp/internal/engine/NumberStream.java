package com.trackingmcp.internal.engine;

import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Asks for more numbers than fit in memory, a few hundred at a time, and hands the outcomes over in their order. For one
 * thread.
 *
 * @param <T> the form in which the numbers are given
 */
public final class NumberStream<T> {
    /** Full batches for carriers that take 10, 30 or 50 numbers at once. */
    private static final int PORTION = 300;

    private static final int PORTIONS_AHEAD = 4;

    private final Function<List<T>, ListQuestion> asking;
    private final BiConsumer<? super T, Outcome<TrackingResult>> consumer;
    private final Deque<Portion<T>> underWay = new ArrayDeque<>();

    private record Portion<T>(List<T> numbers, ListQuestion question) {}

    public NumberStream(
            Function<List<T>, ListQuestion> asking, BiConsumer<? super T, Outcome<TrackingResult>> consumer) {
        this.asking = asking;
        this.consumer = consumer;
    }

    /** Reads all, and ends with the last outcome; where the consumer or the source throws, what is under way is given up. */
    public void run(Iterator<T> numbers) {
        try {
            while (numbers.hasNext() || !underWay.isEmpty()) {
                while (underWay.size() < PORTIONS_AHEAD && numbers.hasNext()) {
                    List<T> portion = take(numbers);
                    underWay.add(new Portion<>(portion, asking.apply(portion)));
                }
                handOver(underWay.remove());
            }
        } finally {
            underWay.forEach(portion -> portion.question().cancel());
        }
    }

    private List<T> take(Iterator<T> numbers) {
        List<T> portion = new ArrayList<>(PORTION);
        while (portion.size() < PORTION && numbers.hasNext()) {
            portion.add(numbers.next());
        }
        return portion;
    }

    private void handOver(Portion<T> portion) {
        Iterator<T> numbers = portion.numbers().iterator();
        portion.question().handOver(outcome -> consumer.accept(numbers.next(), outcome));
    }
}
