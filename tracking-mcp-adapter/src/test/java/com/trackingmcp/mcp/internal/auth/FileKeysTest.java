package com.trackingmcp.mcp.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of keys that changes while the server runs. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FileKeysTest {
    private static final Keys.NewKey OLD = Keys.create("shop", Role.SHIP);
    private static final Keys.NewKey NEW = Keys.create("desk", Role.TRACK);

    @TempDir
    Path folder;

    private final AtomicLong time = new AtomicLong();
    private Path file;
    private FileKeys keys;

    @BeforeEach
    void open() throws IOException {
        file = Files.writeString(folder.resolve("keys"), OLD.line() + "\n");
        keys = new FileKeys(file, time::get);
    }

    /** Also where the disk tells no less than seconds. */
    private void write(String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    }

    private void later(Duration more) {
        time.addAndGet(more.toNanos());
    }

    @Test
    void a_new_key_is_taken_and_an_old_one_is_not_any_more() throws IOException {
        assertThat(keys.verify(OLD.key())).contains(new Caller("key:shop", Role.SHIP));
        write(NEW.line() + "\n");
        later(Duration.ofSeconds(1));
        assertThat(keys.verify(NEW.key())).contains(new Caller("key:desk", Role.TRACK));
        assertThat(keys.verify(OLD.key())).isEmpty();
    }

    @Test
    void the_file_is_looked_at_once_a_second_at_most() throws IOException {
        write(NEW.line() + "\n");
        later(Duration.ofMillis(999));
        assertThat(keys.verify(OLD.key())).isPresent();
        later(Duration.ofMillis(1));
        assertThat(keys.verify(OLD.key())).isEmpty();
    }

    @Test
    void a_file_that_is_wrong_or_gone_leaves_the_keys_as_they_were() throws IOException {
        for (String wrong : List.of("", "shop admin", NEW.line() + "\n" + "nonsense\n")) {
            write(wrong);
            later(Duration.ofSeconds(2));
            assertThat(keys.verify(OLD.key())).isPresent();
            assertThat(keys.verify(NEW.key())).isEmpty();
        }
        Files.delete(file);
        later(Duration.ofSeconds(2));
        assertThat(keys.verify(OLD.key())).isPresent();
        write(NEW.line() + "\n");
        later(Duration.ofSeconds(2));
        assertThat(keys.verify(NEW.key())).isPresent();
    }

    @Test
    void a_file_that_takes_the_place_of_another_is_seen_though_it_is_as_old_and_as_long() throws IOException {
        FileTime then = Files.getLastModifiedTime(file);
        Keys.NewKey other = Keys.create("shop", Role.SHIP);
        Path next = Files.writeString(folder.resolve("next"), other.line() + "\n");
        Files.setLastModifiedTime(next, then);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        later(Duration.ofSeconds(1));
        assertThat(keys.verify(other.key())).isPresent();
    }
}
