package com.trackingmcp.karrio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Who moves what a connection ships: a table of Karrio's names of carriers and ours, with sources. Stateless. */
final class KarrioMovers {
    private static final String RESOURCE = "karrio-movers.csv";
    private static final Map<String, String> MOVERS = load();

    private KarrioMovers() {}

    /** Our id of the carrier; Karrio's own name where the table does not have it. */
    static String of(String carrierName) {
        return MOVERS.getOrDefault(carrierName, carrierName);
    }

    private static Map<String, String> load() {
        try (InputStream in = KarrioMovers.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("No table " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(",", 3))
                    .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
