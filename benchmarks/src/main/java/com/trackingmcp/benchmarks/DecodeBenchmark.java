package com.trackingmcp.benchmarks;

import com.trackingmcp.dhl.Dhl;
import com.trackingmcp.dhl.DhlConfig;
import com.trackingmcp.fedex.Fedex;
import com.trackingmcp.fedex.FedexConfig;
import com.trackingmcp.http.Backoff;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.TrackingCapability;
import com.trackingmcp.ups.Ups;
import com.trackingmcp.ups.UpsConfig;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What it costs to turn a carrier's answer into results: bytes and CPU time for each parcel, from the body's first buffer
 * to the outcome, without a network. Its main method prints a table.
 */
public final class DecodeBenchmark {
    private static final int WARM_UP = 30_000;
    private static final int MEASURED = 3_000;

    private final CannedHttpClient http;
    private final List<TrackingNumber> numbers;
    private final TrackingCapability tracking;
    private long bytes;
    private long nanos;

    private DecodeBenchmark(String answer, List<String> numbers, CarrierFactory carrier) {
        this.http = new CannedHttpClient(answer);
        this.numbers = numbers.stream().map(TrackingNumber::of).toList();
        HttpTransport.Limits limits = new HttpTransport.Limits(
                Duration.ofSeconds(30), 8 << 20, new Backoff(0, Duration.ZERO, () -> 0), Duration.ofSeconds(60));
        HttpTransport transport =
                new HttpTransport(http, Clock.systemUTC(), limits, QuotaStorage.inMemory(), event -> {});
        this.tracking = carrier.connect(new CarrierContext(transport, Clock.systemUTC(), (id, code) -> {}))
                .capability(TrackingCapability.class)
                .orElseThrow();
    }

    /** Prints what each carrier's parcels cost. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.printf("%-20s%14s%18s%16s%n", "", "body bytes", "bytes a parcel", "CPU us a parcel");
        ups().print("UPS", out);
        fedex(1).print("FedEx", out);
        fedex(30).print("FedEx, 30 a call", out);
        dhl().print("DHL unified", out);
    }

    private static DecodeBenchmark ups() {
        String number = "1Z999AA10123456784";
        UpsConfig config = UpsConfig.builder()
                .credentials("test-id", "test-secret")
                .quota(Quota.unlimited())
                .build();
        return new DecodeBenchmark(CannedBodies.ups(number), List.of(number), Ups.carrier(config));
    }

    private static DecodeBenchmark fedex(int parcels) {
        List<String> numbers = IntStream.range(0, parcels)
                .mapToObj(i -> Long.toString(449_044_304_100L + i))
                .toList();
        FedexConfig config = FedexConfig.builder()
                .credentials("test-id", "test-secret")
                .quota(Quota.unlimited())
                .build();
        return new DecodeBenchmark(CannedBodies.fedex(numbers), numbers, Fedex.carrier(config));
    }

    private static DecodeBenchmark dhl() {
        String number = "1234567890";
        DhlConfig config = DhlConfig.builder()
                .apiKey("test-key")
                .unifiedQuota(Quota.unlimited())
                .build();
        return new DecodeBenchmark(CannedBodies.dhl(number), List.of(number), Dhl.carrier(config));
    }

    private void print(String name, PrintStream out) {
        int calls = Math.max(1, WARM_UP / numbers.size());
        for (int i = 0; i < calls; i++) {
            track();
        }
        bytes = 0;
        nanos = 0;
        int measured = Math.max(1, MEASURED / numbers.size());
        for (int i = 0; i < measured; i++) {
            track();
        }
        double parcels = (double) measured * numbers.size();
        out.printf("%-20s%14d%18.0f%16.1f%n", name, http.size(), bytes / parcels, nanos / parcels / 1000);
    }

    private void track() {
        CallContext call = new CallContext(
                "0123456789abcdef0123456789abcdef", Instant.now().plusSeconds(60), false);
        List<Outcome<TrackingResult>> outcomes = tracking.track(numbers, call).join();
        bytes += http.bytesSince();
        nanos += http.nanosSince();
        for (Outcome<TrackingResult> outcome : outcomes) {
            TrackingResult result = outcome.orElseThrow();
            if (result.events().size() != 12 || !result.status().isFinal()) {
                throw new IllegalStateException("not what the answer says: " + result);
            }
        }
    }
}
