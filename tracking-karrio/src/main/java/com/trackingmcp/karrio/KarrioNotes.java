package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Note;
import com.trackingmcp.model.Alert;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what carriers said through Karrio. Stateless. */
final class KarrioNotes {
    private static final String INFO = "info";

    private KarrioNotes() {}

    /** Each of them as a note on what it came with. */
    static List<Alert> alerts(@Nullable List<@Nullable Note> notes) {
        return list(notes).stream()
                .flatMap(note -> alert(note).stream())
                .distinct()
                .toList();
    }

    private static Optional<Alert> alert(Note note) {
        return text(note)
                .or(() -> code(note))
                .map(words -> Alert.builder().code(code(note)).text(words).build());
    }

    /** Whether it says that something did not work. */
    static boolean isProblem(Note note) {
        return !WireText.text(note.level()).orElse("").toLowerCase(Locale.ROOT).equals(INFO);
    }

    /** The code of the first that has one. */
    static Optional<String> code(List<Note> notes) {
        return notes.stream().flatMap(note -> code(note).stream()).findFirst();
    }

    /** The words of all. */
    static Optional<String> text(List<Note> notes) {
        return WireText.text(notes.stream()
                .flatMap(note -> text(note).or(() -> code(note)).stream())
                .distinct()
                .collect(Collectors.joining("; ")));
    }

    private static Optional<String> code(Note note) {
        return words(note.code());
    }

    private static Optional<String> text(Note note) {
        return words(note.message());
    }

    private static Optional<String> words(@Nullable Object value) {
        return value instanceof Map || value instanceof List
                ? Optional.of(new String(WireJson.write(value), StandardCharsets.UTF_8))
                : WireText.text(value == null ? null : value.toString());
    }
}
