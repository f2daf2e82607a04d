package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Karrio answers where it says no.
 *
 * @param errors what the server says
 * @param messages what carriers say
 * @param error the form of a few places
 */
record KarrioErrorWire(
        @Nullable List<@Nullable Problem> errors,
        @Nullable List<@Nullable Problem> messages,
        @Nullable Object error) {
    static final KarrioErrorWire NOTHING = new KarrioErrorWire(null, null, null);

    /**
     * One thing that is said. Code and message are texts, or JSON where the server wraps one error in another.
     *
     * @param carrier_name Karrio's name of the carrier that says it
     * @param carrier_id the label of its connection
     */
    record Problem(
            @Nullable Object code,
            @Nullable Object message,
            @Nullable String level,
            @Nullable String carrier_name,
            @Nullable String carrier_id) {
        Optional<String> codeText() {
            return text(code);
        }

        /** Its words, else its code; with the code behind them where asked for. */
        Optional<String> words(boolean withCode) {
            return text(message)
                    .map(words -> words
                            + (withCode ? codeText().map(id -> " (" + id + ")").orElse("") : ""))
                    .or(this::codeText);
        }

        /** Whether it is more than a remark. */
        boolean isError() {
            return !"info".equalsIgnoreCase(level) && !"warning".equalsIgnoreCase(level);
        }
    }

    /** What carriers say. */
    List<Problem> carriers() {
        return list(messages);
    }

    /** All that is said, the server's own first. */
    List<Problem> problems() {
        List<Problem> plain = text(error)
                .map(words -> List.of(new Problem(null, words, null, null, null)))
                .orElse(List.of());
        return Stream.of(list(errors), carriers(), plain).flatMap(List::stream).toList();
    }

    /** A text, or JSON as one. */
    static Optional<String> text(@Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        return WireText.text(
                value instanceof List<?> || value instanceof Map<?, ?>
                        ? new String(WireJson.write(value), StandardCharsets.UTF_8)
                        : value.toString());
    }
}
