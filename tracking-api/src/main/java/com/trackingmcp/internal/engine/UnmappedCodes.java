package com.trackingmcp.internal.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the status codes that no table explains; keeps a bounded number of different ones. Safe for many threads. */
public final class UnmappedCodes {
    private static final int MOST_CODES = 1_000;
    private static final int LONGEST_CODE = 100;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public void count(String carrier, String code) {
        String key = carrier + ":" + (code.length() <= LONGEST_CODE ? code : code.substring(0, LONGEST_CODE));
        LongAdder counter = counts.get(key);
        if (counter == null && counts.size() < MOST_CODES) {
            counter = counts.computeIfAbsent(key, code1 -> new LongAdder());
        }
        if (counter != null) {
            counter.increment();
        }
    }

    /** How often each {@code carrier:code} came. */
    public Map<String, Long> counts() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((key, count) -> copy.put(key, count.sum()));
        return copy;
    }
}
