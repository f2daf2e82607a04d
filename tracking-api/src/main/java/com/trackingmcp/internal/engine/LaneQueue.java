package com.trackingmcp.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that wait in one lane, and which of them travel next. Not safe by itself: its lane locks. Callers leave
 * without a word at any time, so what stands in it may be wanted by nobody.
 */
final class LaneQueue {
    /**
     * How many may wait; any more are refused at once. Each has a deadline, but a loop that asks for one number after the
     * other is faster than any deadline: a number that waits takes about 1.6 kB where it was asked alone, and 0.6 kB in a
     * list.
     */
    static final int MOST_WAITING = 500_000;

    private static final int BULK_TURN = 4;

    private final int batchSize;
    private final Deque<Ask> urgent = new ArrayDeque<>();
    private final Deque<Ask> bulk = new ArrayDeque<>();
    private int turn;

    /**
     * A queue.
     *
     * @param batchSize how many numbers travel together at most
     */
    LaneQueue(int batchSize) {
        this.batchSize = batchSize;
    }

    void add(Ask ask) {
        (ask.search().isUrgent() ? urgent : bulk).add(ask);
    }

    /** Somebody waits for a number that a list had asked for. */
    void hurry(Ask ask) {
        if (!ask.isTaken()) {
            urgent.add(ask);
        }
    }

    int size() {
        return urgent.size() + bulk.size();
    }

    boolean isFull() {
        dropTaken();
        return size() >= MOST_WAITING;
    }

    boolean fillsBatch() {
        return size() >= batchSize;
    }

    /** In the how-manieth batch one more would travel. */
    int batchesUntil(Ask ask) {
        int ahead = urgent.size() + (ask.search().isUrgent() ? 0 : bulk.size());
        return ahead / batchSize + 1;
    }

    /** The first that travels next; null where nobody waits. */
    @Nullable
    Ask head() {
        dropTaken();
        return first().peek();
    }

    private void dropTaken() {
        dropTaken(urgent);
        dropTaken(bulk);
    }

    private static void dropTaken(Deque<Ask> queue) {
        for (Ask head = queue.peek(); head != null && head.isTaken(); head = queue.peek()) {
            queue.remove();
        }
    }

    /**
     * Takes as many out as travel together; two questions about one number (by what else they say) never do.
     *
     * @return empty where nobody wants them any more, even if there was a {@link #head} a moment ago
     */
    List<Ask> take() {
        List<Ask> batch = batchSize == 1 ? lone(first()) : filled(first());
        if (!batch.isEmpty()) {
            turn = (turn + 1) % BULK_TURN;
            batch.forEach(Ask::take);
        }
        return batch;
    }

    private static List<Ask> lone(Deque<Ask> queue) {
        Ask only = queue.poll();
        return only == null || only.isTaken() ? List.of() : List.of(only);
    }

    private List<Ask> filled(Deque<Ask> first) {
        List<Ask> batch = new ArrayList<>(Math.min(batchSize, size()));
        Set<String> values = new HashSet<>();
        fill(batch, values, first);
        fill(batch, values, first == urgent ? bulk : urgent);
        return batch;
    }

    private Deque<Ask> first() {
        boolean bulkFirst = urgent.isEmpty() || !bulk.isEmpty() && turn == BULK_TURN - 1;
        return bulkFirst ? bulk : urgent;
    }

    private void fill(List<Ask> batch, Set<String> values, Deque<Ask> queue) {
        List<Ask> again = new ArrayList<>(0);
        while (batch.size() < batchSize && !queue.isEmpty()) {
            Ask ask = queue.remove();
            if (!ask.isTaken()) {
                if (values.add(ask.number().value())) {
                    batch.add(ask);
                } else if (!batch.contains(ask)) {
                    again.add(ask);
                }
            }
        }
        for (int i = again.size() - 1; i >= 0; i--) {
            queue.addFirst(again.get(i));
        }
    }
}
