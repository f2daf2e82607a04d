package com.trackingmcp.spi;

import com.trackingmcp.model.TrackingStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's status codes and what each means in the common vocabulary, read once from a table in the carrier's jar.
 * Immutable.
 *
 * <p>The table is text: {@code key,status,meaning} a line, {@code #} starts a comment that names the source of the lines
 * below it. A key may be anything the carrier needs to tell codes apart, such as {@code X:OT}; keys are compared in
 * upper case. The status is a {@link TrackingStatus#word()}, or {@code info} for a message that never changes where a
 * parcel stands.
 */
public final class StatusTable {
    private static final String INFO = "info";

    private final Map<String, Row> rows;

    private StatusTable(Map<String, Row> rows) {
        this.rows = Map.copyOf(rows);
    }

    private record Row(@Nullable TrackingStatus status) {}

    /**
     * Reads a table beside a class.
     *
     * @throws IllegalStateException naming the line, when the table is missing, a line is malformed or a key stands twice
     */
    public static StatusTable load(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No table " + resource + " beside " + beside.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, Row> rows = new HashMap<>();
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && line.charAt(0) != '#') {
                    addRow(rows, line, resource + ":" + number);
                }
            }
            return new StatusTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addRow(Map<String, Row> rows, String line, String where) {
        String[] parts = line.split(",", 3);
        if (parts.length < 2) {
            throw new IllegalStateException(where + " has no status");
        }
        if (parts[0].isBlank()) {
            throw new IllegalStateException(where + " has no key");
        }
        String word = parts[1].strip();
        TrackingStatus status = INFO.equals(word) ? null : TrackingStatus.ofWord(word);
        if (status == TrackingStatus.UNKNOWN && !TrackingStatus.UNKNOWN.word().equals(word)) {
            throw new IllegalStateException(where + " names no status: " + word);
        }
        if (rows.put(key(parts[0]), new Row(status)) != null) {
            throw new IllegalStateException(where + " repeats the key " + parts[0]);
        }
    }

    private static String key(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** What a code means; empty where the table does not have it, and for messages that change nothing. */
    public Optional<TrackingStatus> status(String key) {
        Row row = rows.get(key(key));
        return row == null ? Optional.empty() : Optional.ofNullable(row.status());
    }

    /** Whether a code is a message that never changes where a parcel stands. */
    public boolean isInformational(String key) {
        Row row = rows.get(key(key));
        return row != null && row.status() == null;
    }

    /** Whether the table has the code. */
    public boolean knows(String key) {
        return rows.containsKey(key(key));
    }

    /** How many codes the table has. */
    public int size() {
        return rows.size();
    }
}
