package com.trackingmcp.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JournalTest {
    private static final Instant MORNING = Instant.parse("2026-02-10T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void a_last_line_that_was_cut_anywhere_is_dropped_and_the_others_are_kept() throws IOException {
        Path path = folder.resolve("journal.jsonl");
        try (Journal journal = Journal.open(path)) {
            journal.begins("order-1", MORNING);
        }
        byte[] whole = Files.readAllBytes(path);
        byte[] cut = "{\"key\":\"M\u00fcnchen\"}".getBytes(StandardCharsets.UTF_8);
        for (int kept = 0; kept <= cut.length; kept++) {
            Files.write(path, Arrays.copyOf(whole, whole.length + kept));
            byte[] killed = Files.readAllBytes(path);
            System.arraycopy(cut, 0, killed, whole.length, kept);
            Files.write(path, killed);
            try (Journal journal = Journal.open(path)) {
                assertThat(journal.unclearSince("order-1")).contains(MORNING);
            }
            assertThat(path).hasBinaryContent(whole);
        }
    }
}
