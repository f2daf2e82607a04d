package com.trackingmcp.spi;

import com.trackingmcp.model.TrackingStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

    /** A row's status; the rows of messages that change nothing have none. */
    private final Map<String, Optional<TrackingStatus>> rows;

    private StatusTable(Map<String, Optional<TrackingStatus>> rows) {
        this.rows = rows;
    }

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
            return new StatusTable(rows(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Optional<TrackingStatus>> rows(String text, String resource) {
        Map<String, Optional<TrackingStatus>> rows = new HashMap<>(text.length() / 24);
        Map<String, Optional<TrackingStatus>> meanings = meanings();
        int number = 0;
        for (int start = 0; start < text.length(); ) {
            int lineEnd = text.indexOf('\n', start);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            number++;
            if (text.charAt(start) != '#') {
                addRow(rows, meanings, text.substring(start, end), resource, number);
            }
            start = end + 1;
        }
        return rows;
    }

    private static Map<String, Optional<TrackingStatus>> meanings() {
        Map<String, Optional<TrackingStatus>> meanings = new HashMap<>();
        meanings.put(INFO, Optional.empty());
        for (TrackingStatus status : TrackingStatus.values()) {
            meanings.put(status.word(), Optional.of(status));
        }
        return meanings;
    }

    private static void addRow(
            Map<String, Optional<TrackingStatus>> rows,
            Map<String, Optional<TrackingStatus>> meanings,
            String line,
            String resource,
            int number) {
        if (line.isBlank()) {
            return;
        }
        int keyEnd = line.indexOf(',');
        if (keyEnd < 0) {
            throw wrong(resource, number, " has no status");
        }
        String told = line.substring(0, keyEnd);
        String key = key(told);
        if (key.isEmpty()) {
            throw wrong(resource, number, " has no key");
        }
        int wordEnd = line.indexOf(',', keyEnd + 1);
        String word = line.substring(keyEnd + 1, wordEnd < 0 ? line.length() : wordEnd)
                .strip();
        Optional<TrackingStatus> status = meanings.get(word);
        if (status == null) {
            throw wrong(resource, number, " names no status: " + word);
        }
        if (rows.put(key, status) != null) {
            throw wrong(resource, number, " repeats the key " + told);
        }
    }

    private static IllegalStateException wrong(String resource, int line, String problem) {
        return new IllegalStateException(resource + ":" + line + problem);
    }

    /** Makes no new text where it is upper case and without blanks already. */
    private static String key(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** What a code means; empty where the table does not have it, and for messages that change nothing. */
    public Optional<TrackingStatus> status(String key) {
        return rows.getOrDefault(key(key), Optional.empty());
    }

    /** Whether a code is a message that never changes where a parcel stands. */
    public boolean isInformational(String key) {
        Optional<TrackingStatus> status = rows.get(key(key));
        return status != null && status.isEmpty();
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
