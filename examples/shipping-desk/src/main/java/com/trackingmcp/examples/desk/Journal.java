package com.trackingmcp.examples.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.model.ModelJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the desk has begun and what it has done, a line each, on the disk before anything goes on: whoever is killed finds
 * here what to ask for and what not to do again. One desk at a time has it. Safe for use by many threads.
 */
final class Journal implements AutoCloseable {
    private static final ObjectMapper JSON = ModelJson.newMapper();

    private final FileChannel file;
    private final Map<String, Instant> begun = new LinkedHashMap<>();
    private final Map<String, String> done = new LinkedHashMap<>();

    private Journal(FileChannel file) {
        this.file = file;
    }

    /**
     * Reads it, where there is one. A last line that is not whole was never told to anybody: it is dropped.
     *
     * @throws IllegalStateException where another desk has it
     */
    static Journal open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            throw new IllegalStateException("Another shipping desk has " + path);
        }
        Journal journal = new Journal(file);
        byte[] bytes = Files.readAllBytes(path);
        int end = wholeLines(bytes);
        for (String line :
                new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList()) {
            journal.remember(JSON.readValue(line, new TypeReference<Map<String, String>>() {}));
        }
        file.truncate(end);
        file.position(end);
        return journal;
    }

    /** How many bytes the whole lines have: a last one may be cut anywhere, in the middle of a letter too. */
    private static int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void remember(Map<String, String> line) {
        String key = line.get("key");
        if (line.containsKey("done")) {
            done.put(key, line.get("done"));
        } else if (line.containsKey("nothing")) {
            begun.remove(key);
        } else {
            begun.put(key, Instant.parse(line.get("begun")));
        }
    }

    /** Something that must not happen twice is about to happen. */
    void begins(String key, Instant now) {
        append(Map.of("key", key, "begun", now.toString()));
    }

    /** It has happened, and this is what came of it: the JSON of a model. */
    void ended(String key, Object model) {
        append(Map.of("key", key, "done", ModelJson.write(model)));
    }

    /** It surely has not happened. */
    void cameToNothing(String key, String why) {
        append(Map.of("key", key, "nothing", why));
    }

    private synchronized void append(Map<String, String> line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remember(line);
    }

    /** When it was begun last, where it was begun and it is not known what came of it. */
    synchronized Optional<Instant> unclearSince(String key) {
        return done.containsKey(key) ? Optional.empty() : Optional.ofNullable(begun.get(key));
    }

    /** What came of it. */
    synchronized <T> Optional<T> result(String key, Class<T> type) {
        return Optional.ofNullable(done.get(key)).map(json -> ModelJson.read(json, type));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
