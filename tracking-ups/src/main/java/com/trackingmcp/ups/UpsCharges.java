package com.trackingmcp.ups;

import com.trackingmcp.model.Charge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What UPS's codes of surcharges are, from the table {@code ups-charges.csv}: UPS often tells the code alone. Stateless. */
final class UpsCharges {
    private static final String TABLE = "ups-charges.csv";
    private static final int COLUMNS = 3;
    private static final Map<String, Known> KNOWN = load();

    private UpsCharges() {}

    private record Known(Charge.Type type, String name) {}

    static Charge.Type type(String code) {
        Known known = KNOWN.get(code);
        return known == null ? Charge.Type.SURCHARGE : known.type();
    }

    static Optional<String> name(String code) {
        return Optional.ofNullable(KNOWN.get(code)).map(Known::name);
    }

    private static Map<String, Known> load() {
        try (InputStream in = UpsCharges.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("No table " + TABLE + " beside " + UpsCharges.class.getName());
            }
            Map<String, Known> known = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(",", COLUMNS))
                    .forEach(row -> known.put(row[0], new Known(Charge.Type.ofWord(row[1]), row[2])));
            return Map.copyOf(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
