package com.trackingmcp.karrio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the modules that Karrio speaks to carriers with, and its API does not tell. Read once from
 * {@code connectors.csv}, which names its sources. Immutable.
 */
final class KarrioConnectors {
    private static final String TABLE = "connectors.csv";
    private static final Map<String, Boolean> CANCELS = load();

    private KarrioConnectors() {}

    /**
     * Whether Karrio asks a carrier to cancel a shipment, or calls it cancelled by itself; empty where that is not known.
     * It cancels pickups by the same rule.
     *
     * @param carrierName Karrio's name of the carrier
     */
    static Optional<Boolean> cancels(String carrierName) {
        return Optional.ofNullable(CANCELS.get(carrierName));
    }

    private static Map<String, Boolean> load() {
        try (InputStream in = KarrioConnectors.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("No table " + TABLE + " beside " + KarrioConnectors.class.getName());
            }
            Map<String, Boolean> cancels = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] columns = line.split(",", 3);
                        cancels.put(columns[0].strip(), Boolean.valueOf(columns[1].strip()));
                    });
            return Map.copyOf(cancels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
