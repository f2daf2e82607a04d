package com.trackingmcp.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The peers' mock server: where it is, and its control channel. Stateless. */
final class Mock {
    private Mock() {}

    /** Where the carriers are. */
    static URI base() {
        return URI.create(System.getProperty("peerbench.base", "https://localhost:18443"));
    }

    /** How long the mock waits before each answer. */
    static void latency(int milliseconds) throws IOException {
        control("/__config?latency=" + milliseconds);
    }

    /** What the mock has counted so far. */
    static Counts counts() throws IOException {
        String stats = control("/__stats");
        return new Counts(number(stats, "fedex"), number(stats, "packages"), number(stats, "connections"));
    }

    /**
     * What the mock has counted.
     *
     * @param fedexCalls requests for FedEx tracking
     * @param parcels parcels told about, of all carriers
     * @param connections connections opened by clients
     */
    record Counts(long fedexCalls, long parcels, long connections) {
        Counts since(Counts earlier) {
            return new Counts(
                    fedexCalls - earlier.fedexCalls, parcels - earlier.parcels, connections - earlier.connections);
        }
    }

    private static long number(String json, String key) {
        Matcher found = Pattern.compile("\"" + key + "\":(\\d+)").matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static String control(String path) throws IOException {
        URI control = URI.create(System.getProperty("peerbench.control", "http://localhost:18080"));
        try (InputStream answer = control.resolve(path).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
