package com.trackingmcp.reliability.storm;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was asked and what came of it. Safe for use by many threads. */
final class SoakTally {
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final AtomicLong longest = new AtomicLong();

    void asked(SoakVerb verb) {
        count("asked " + verb);
        count("asked");
    }

    void answered(SoakVerb verb, long start) {
        count("answered " + verb);
        over(start);
    }

    void failed(SoakVerb verb, long start, CarrierException error) {
        count("failed " + verb + " " + error.code());
        over(start);
        if (SoakBooks.isDefect(error)) {
            broke(verb, error);
        }
    }

    /** What no caller should ever see. */
    void broke(SoakVerb verb, Throwable failure) {
        broken.add(verb + ": " + failure + (failure.getCause() == null ? "" : " because of " + failure.getCause()));
    }

    void number(Outcome<?> outcome) {
        count(outcome.isSuccess() ? "numbers of lists found" : "numbers of lists failed");
    }

    private void over(long start) {
        count("told");
        longest.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), Math::max);
    }

    private void count(String name) {
        counts.computeIfAbsent(name, none -> new LongAdder()).increment();
    }

    long of(String name) {
        LongAdder count = counts.get(name);
        return count == null ? 0 : count.sum();
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    long longestMillis() {
        return longest.get();
    }

    Map<String, LongAdder> counts() {
        return counts;
    }
}
