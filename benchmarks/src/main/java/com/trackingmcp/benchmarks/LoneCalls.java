package com.trackingmcp.benchmarks;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.http.Backoff;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.internal.engine.HttpClients;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.TrackingCapability;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What batching costs who asks alone: a lone FedEx number through the client, which joins what is asked at the same time,
 * beside the same number asked of the carrier module itself, which knows no batching; turn by turn, in one run.
 */
public final class LoneCalls {
    private LoneCalls() {}

    /** Warms up, measures and prints a table. */
    public static void main(String[] args) throws IOException {
        int latency = Integer.getInteger("lone.latency", 5);
        int calls = Integer.getInteger("lone.calls", 4_000);
        CarrierFactory fedex = Clients.fedex(Mock.base());
        HttpTransport.Limits limits = new HttpTransport.Limits(
                Duration.ofSeconds(30),
                8 << 20,
                new Backoff(2, Duration.ofMillis(200), () -> 0),
                Duration.ofSeconds(60));
        Mock.latency(latency);
        try (TrackingClient client = Clients.askingAnew(fedex, 8);
                HttpTransport transport = HttpClients.own(
                        Duration.ofSeconds(10),
                        null,
                        null,
                        Clock.systemUTC(),
                        limits,
                        QuotaStorage.inMemory(),
                        event -> {})) {
            TrackingCapability module = fedex.connect(
                            new CarrierContext(transport, Clock.systemUTC(), (id, code) -> {}))
                    .capability(TrackingCapability.class)
                    .orElseThrow();
            run(client, module, calls / 2);
            print(latency, calls, run(client, module, calls));
        } finally {
            Mock.latency(0);
        }
    }

    private static double[][] run(TrackingClient client, TrackingCapability module, int calls) {
        double[][] micros = new double[2][calls];
        for (int i = 0; i < calls; i++) {
            TrackingNumber number = TrackingNumber.of(Long.toString(720_000_000_000L + i), "fedex");
            for (int turn = 0; turn < 2; turn++) {
                int which = (i + turn) % 2;
                long start = System.nanoTime();
                if (which == 0) {
                    client.track(number);
                } else {
                    CallContext call = new CallContext(
                            "0123456789abcdef0123456789abcdef",
                            Clock.systemUTC().instant().plusSeconds(60),
                            false);
                    call.lendThread();
                    module.track(List.of(number), call).join().get(0).orElseThrow();
                }
                micros[which][i] = (System.nanoTime() - start) / 1e3;
            }
        }
        return micros;
    }

    private static void print(int latency, int calls, double[][] micros) {
        Arrays.sort(micros[0]);
        Arrays.sort(micros[1]);
        System.out.println("| latency ms | calls each | p50 us through the client | p50 us without batching | ratio |");
        System.out.println("|---|---|---|---|---|");
        double with = micros[0][calls / 2];
        double without = micros[1][calls / 2];
        System.out.printf(
                Locale.ROOT, "| %d | %d | %.0f | %.0f | %.3f |%n", latency, calls, with, without, with / without);
    }
}
