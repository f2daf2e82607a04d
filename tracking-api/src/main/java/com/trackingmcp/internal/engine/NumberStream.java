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
 */
public final class NumberStream {
    /** Full batches for carriers that take 10, 30 or 50 numbers at once. */
    private static final int PORTION = 300;

    private static final int PORTIONS_AHEAD = 4;

    private final Function<List<String>, Pending<List<Outcome<TrackingResult>>>> asking;
    private final BiConsumer<String, Outcome<TrackingResult>> consumer;
    private final Deque<Portion> underWay = new ArrayDeque<>();

    private record Portion(List<String> numbers, Pending<List<Outcome<TrackingResult>>> outcomes) {}

    public NumberStream(
            Function<List<String>, Pending<List<Outcome<TrackingResult>>>> asking,
            BiConsumer<String, Outcome<TrackingResult>> consumer) {
        this.asking = asking;
        this.consumer = consumer;
    }

    /** Reads all, and ends with the last outcome; where the consumer or the source throws, what is under way is given up. */
    public void run(Iterator<String> numbers) {
        try {
            while (numbers.hasNext() || !underWay.isEmpty()) {
                while (numbers.hasNext() && underWay.size() < PORTIONS_AHEAD) {
                    List<String> portion = take(numbers);
                    underWay.add(new Portion(portion, asking.apply(portion)));
                }
                handOver(underWay.remove());
            }
        } finally {
            underWay.forEach(portion -> portion.outcomes().cancel().run());
        }
    }

    private static List<String> take(Iterator<String> numbers) {
        List<String> portion = new ArrayList<>(PORTION);
        while (numbers.hasNext() && portion.size() < PORTION) {
            portion.add(numbers.next());
        }
        return portion;
    }

    private void handOver(Portion portion) {
        List<Outcome<TrackingResult>> outcomes = portion.outcomes().await();
        for (int i = 0; i < outcomes.size(); i++) {
            consumer.accept(portion.numbers().get(i), outcomes.get(i));
        }
    }
}
