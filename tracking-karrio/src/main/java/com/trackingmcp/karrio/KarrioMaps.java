package com.trackingmcp.karrio;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what Karrio keeps under names of anybody's: {@code meta}, {@code metadata}, {@code options}. Stateless; never throws. */
final class KarrioMaps {
    private KarrioMaps() {}

    /** The text, number or flag under a name. */
    static Optional<String> text(@Nullable Object map, String name) {
        Object value = map instanceof Map<?, ?> members ? members.get(name) : null;
        return value == null || value instanceof Map || value instanceof List
                ? Optional.empty()
                : WireText.text(value.toString());
    }

    /** The texts of a list under a name; a single text is a list of one. */
    static List<String> list(@Nullable Object map, String name) {
        Object value = map instanceof Map<?, ?> members ? members.get(name) : null;
        List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return values.stream()
                .flatMap(element -> WireText.text(String.valueOf(element)).stream())
                .toList();
    }

    /** All of it as texts; lists and maps in it as JSON. */
    static Map<String, String> texts(@Nullable Object map) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if (value != null) {
                    texts.put(String.valueOf(name), text(value));
                }
            });
        }
        return texts;
    }

    private static String text(Object value) {
        return value instanceof Map || value instanceof List
                ? new String(WireJson.write(value), StandardCharsets.UTF_8)
                : value.toString();
    }
}
