package com.trackingmcp.benchmarks;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Streams more numbers than would fit in memory and looks at the heap, after a collection, on the way: it must stay
 * flat. To be run with a small heap, such as {@code -Xmx64m}.
 *
 * <p>Properties: {@code stream.numbers} (1,000,000), {@code stream.sample} (100,000), {@code stream.window} (8, batches
 * in flight).
 */
public final class StreamLoad {
    private static final int SAMPLE = Integer.getInteger("stream.sample", 100_000);

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final long start = System.nanoTime();
    private long delivered;
    private long failed;
    private double least = Double.MAX_VALUE;
    private double most;

    private StreamLoad() {}

    /** Streams, and prints a table. */
    public static void main(String[] args) throws IOException {
        int numbers = Integer.getInteger("stream.numbers", 1_000_000);
        Mock.latency(0);
        StreamLoad load = new StreamLoad();
        System.out.println("| numbers | delivered | failed | heap after GC, MB | seconds |");
        System.out.println("|---|---|---|---|---|");
        try (TrackingClient client = Clients.usual(Clients.fedex(Mock.base()))) {
            client.stream(() -> numbers(numbers), (number, outcome) -> load.take(outcome));
        }
        System.out.printf(
                Locale.ROOT,
                "heap after GC between %.1f and %.1f MB, largest heap %d MB%n",
                load.least,
                load.most,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static Iterator<String> numbers(int count) {
        return LongStream.range(710_000_000_000L, 710_000_000_000L + count)
                .mapToObj(Long::toString)
                .iterator();
    }

    private void take(Outcome<TrackingResult> outcome) {
        if (outcome.isSuccess() && outcome.orElseThrow().events().size() == 12) {
            delivered++;
        } else {
            failed++;
        }
        if ((delivered + failed) % SAMPLE == 0) {
            sample();
        }
    }

    private void sample() {
        System.gc();
        double used = memory.getHeapMemoryUsage().getUsed() / 1048576.0;
        least = Math.min(least, used);
        most = Math.max(most, used);
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %d | %.1f | %.1f |%n",
                delivered + failed,
                delivered,
                failed,
                used,
                (System.nanoTime() - start) / 1e9);
    }
}
