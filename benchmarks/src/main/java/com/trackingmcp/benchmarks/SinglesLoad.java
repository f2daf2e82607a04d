package com.trackingmcp.benchmarks;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.TrackingNumber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Many threads, each asking FedEx for one parcel after the other, never the same one twice: what a busy web shop does.
 *
 * <p>Properties: {@code load.threads} (200), {@code load.seconds} (60), {@code load.warm} (10, in seconds),
 * {@code load.latency} (250, the server's, in milliseconds), {@code load.window} (8, batches in flight).
 */
public final class SinglesLoad {
    private static final AtomicLong NEXT = new AtomicLong(710_000_000_000L);

    private final TrackingClient client;
    private final int threads;
    private final LongAdder failures = new LongAdder();

    private SinglesLoad(TrackingClient client, int threads) {
        this.client = client;
        this.threads = threads;
    }

    /** Warms up, measures and prints a table. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int threads = Integer.getInteger("load.threads", 200);
        int seconds = Integer.getInteger("load.seconds", 60);
        int latency = Integer.getInteger("load.latency", 250);
        Mock.latency(latency);
        try (TrackingClient client = Clients.usual(Clients.fedex(Mock.base()))) {
            SinglesLoad load = new SinglesLoad(client, threads);
            load.run(Integer.getInteger("load.warm", 10));
            load.failures.reset();
            Mock.Counts before = Mock.counts();
            long start = System.nanoTime();
            long[] nanos = load.run(seconds);
            double took = (System.nanoTime() - start) / 1e9;
            print(
                    threads,
                    latency,
                    took,
                    nanos,
                    load.failures.sum(),
                    Mock.counts().since(before));
        } finally {
            Mock.latency(0);
        }
    }

    private static void print(
            int threads, int latency, double seconds, long[] nanos, long failures, Mock.Counts counts) {
        double p50 = nanos[nanos.length / 2] / 1e6;
        double p99 = nanos[(int) (nanos.length * 0.99)] / 1e6;
        System.out.println("| threads | seconds | parcels | parcels/min | failed | p50 ms | p99 ms | p50 / server's "
                + latency + " ms | p99 / server's | calls/parcel | new connections |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %d | %.0f | %d | %.0f | %.0f | %.2f | %.2f | %.4f | %d |%n",
                threads,
                seconds,
                nanos.length,
                nanos.length / seconds * 60,
                failures,
                p50,
                p99,
                p50 / latency,
                p99 / latency,
                (double) counts.fedexCalls() / counts.parcels(),
                counts.connections());
    }

    /** How long each question took, in order of length. */
    private long[] run(int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Asker> askers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Asker asker = new Asker(end);
            askers.add(asker);
            asker.start();
        }
        for (Asker asker : askers) {
            asker.join();
        }
        return askers.stream()
                .flatMapToLong(asker -> Arrays.stream(asker.nanos, 0, asker.count))
                .sorted()
                .toArray();
    }

    private final class Asker extends Thread {
        private final long end;
        private long[] nanos = new long[1_024];
        private int count;

        Asker(long end) {
            this.end = end;
        }

        @Override
        public void run() {
            while (System.nanoTime() < end) {
                TrackingNumber number = TrackingNumber.of(Long.toString(NEXT.getAndIncrement()), "fedex");
                long start = System.nanoTime();
                try {
                    client.track(number);
                } catch (CarrierException e) {
                    failures.increment();
                }
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count);
                }
                nanos[count++] = System.nanoTime() - start;
            }
        }
    }
}
