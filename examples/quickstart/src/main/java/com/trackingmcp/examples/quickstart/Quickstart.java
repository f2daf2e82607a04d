package com.trackingmcp.examples.quickstart;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxNumbers;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
            atTheCarriers(List.of(numbers), out);
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
            out.println(describe(sandbox.calls()));
        }
    }

    private static void atTheCarriers(List<String> numbers, PrintStream out) {
        try (TrackingClient client = TrackingClient.create()) {
            ParcelTable.print(numbers, client.track(numbers), out);
        }
    }

    private static String describe(List<SandboxCall> calls) {
        Map<String, Long> counts = calls.stream()
                .collect(Collectors.groupingBy(
                        call -> call.wire() + " " + call.operation(), TreeMap::new, Collectors.counting()));
        return DOZEN.size() + " numbers, " + calls.size() + " HTTP calls: "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " x " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
