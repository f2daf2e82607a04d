package com.trackingmcp.reliability.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What all threads allocate from a moment on, kept or not: answers are read by workers, too. What a thread allocates that
 * ends meanwhile is not counted. For one thread.
 *
 * <p>What was measured: recorded answers and changes of them cost up to 21 MB, most of them below 1 MB; large ones up to 493 bytes
 * for each of theirs, lists of empty objects, each of which is read as an event or a parcel, and written as JSON and as text.
 * The bound is half as much again.
 */
final class Allocation {
    /** Jazzer's hooks allocate, too: up to 125 MB for an input. What it found is fed again without them. */
    static final long FOR_ANY_INPUT = (Boolean.parseBoolean(System.getenv("JAZZER_HOOKS")) ? 256L : 32L) << 20;

    static final long FOR_EACH_BYTE = 768;

    /** Of a longer answer the rest is not read, see {@code TrackingClientBuilder.maxResponseBytes}. */
    private static final long LONGEST_READ = 16L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<Long, Long> before = new HashMap<>();

    private Allocation() {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            before.put(ids[i], bytes[i]);
        }
    }

    /** Begins to count. */
    static Allocation begin() {
        return new Allocation();
    }

    /** How many bytes were allocated since. */
    long bytes() {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        long sum = 0;
        for (int i = 0; i < ids.length; i++) {
            // a thread that has just ended has -1
            sum += Math.max(0, bytes[i] - before.getOrDefault(ids[i], 0L));
        }
        return sum;
    }

    /** How many bytes an input of that length may cost. */
    static long most(long given) {
        return FOR_ANY_INPUT + FOR_EACH_BYTE * Math.min(given, LONGEST_READ);
    }
}
