package com.trackingmcp.examples.quickstart;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxNumbers;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tracks a dozen parcels of three carriers in one call and prints what came of each.
 *
 * <p>Without arguments it does so on the embedded sandbox: no credentials, no network. With tracking numbers as
 * arguments it asks the carriers whose credentials are in the environment.
 */
public final class Quickstart {
    private static final List<String> DOZEN = List.of(
            SandboxNumbers.FEDEX_DELIVERED,
            SandboxNumbers.FEDEX_OUT_FOR_DELIVERY,
            SandboxNumbers.FEDEX_RETURNED,
            SandboxNumbers.FEDEX_NOT_FOUND,
            SandboxNumbers.UPS_IN_TRANSIT,
            SandboxNumbers.UPS_OUT_FOR_DELIVERY,
            SandboxNumbers.UPS_AVAILABLE_FOR_PICKUP,
            SandboxNumbers.UPS_EXCEPTION,
            SandboxNumbers.DHL_EXPRESS_DELIVERED,
            SandboxNumbers.DHL_EXPRESS_CUSTOMS,
            SandboxNumbers.DHL_ECOMMERCE_LABEL_CREATED,
            "not a number!");

    private Quickstart() {}

    public static void main(String[] numbers) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (numbers.length == 0) {
            onTheSandbox(out);
        } else {
            atTheCarriers(ConfigSource.environment(), List.of(numbers), out);
        }
    }

    static void onTheSandbox(PrintStream out) {
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                TrackingClient client = TrackingClient.builder()
                        .config(sandbox.config())
                        .clock(sandbox.clock())
                        .build()) {
            List<Outcome<TrackingResult>> outcomes = client.track(DOZEN);
            ParcelTable.print(DOZEN, outcomes, out);
            out.println();
            out.println(describe(DOZEN, count(sandbox.calls())));
        }
    }

    static void atTheCarriers(ConfigSource credentials, List<String> numbers, PrintStream out) {
        CountingHttpClient http = new CountingHttpClient(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build());
        try (TrackingClient client =
                TrackingClient.builder().config(credentials).httpClient(http).build()) {
            ParcelTable.print(numbers, client.track(numbers), out);
            out.println();
            out.println(describe(numbers, http.calls()));
        }
    }

    private static Map<String, Long> count(List<SandboxCall> calls) {
        return calls.stream()
                .collect(Collectors.groupingBy(
                        call -> call.wire() + " " + call.operation(), TreeMap::new, Collectors.counting()));
    }

    private static String describe(List<String> numbers, Map<String, Long> calls) {
        long all = calls.values().stream().mapToLong(Long::longValue).sum();
        return numbers.size() + " numbers, " + all + " HTTP calls: "
                + calls.entrySet().stream()
                        .map(entry -> entry.getValue() + " x " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
