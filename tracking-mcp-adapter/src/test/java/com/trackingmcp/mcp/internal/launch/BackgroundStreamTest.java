package com.trackingmcp.mcp.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What becomes of lines that are handed on in the background. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackgroundStreamTest {
    private final ByteArrayOutputStream to = new ByteArrayOutputStream();

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void every_line_arrives_whole_and_in_the_order_of_its_writer() throws Exception {
        BackgroundStream stream = new BackgroundStream(to);
        List<Thread> writers = Stream.of("a", "b")
                .map(name -> new Thread(() -> IntStream.range(0, 1_000).forEach(i -> {
                    byte[] line = line(name + i);
                    stream.write(line, 0, line.length);
                })))
                .toList();
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        stream.close();
        List<String> lines = to.toString(StandardCharsets.UTF_8).lines().toList();
        for (String name : List.of("a", "b")) {
            assertThat(lines.stream().filter(line -> line.startsWith(name)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 1_000).mapToObj(i -> name + i).toList());
        }
    }

    @Test
    void who_writes_does_not_wait_for_the_other_side() {
        CountDownLatch stuck = new CountDownLatch(1);
        BackgroundStream stream = new BackgroundStream(new OutputStream() {
            @Override
            public void write(int one) {
                to.write(one);
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                to.write(bytes);
            }
        });
        for (int i = 0; i < 100; i++) {
            stream.write(line("x"), 0, 2);
        }
        assertThat(to.size()).isZero();
        stuck.countDown();
        stream.close();
        assertThat(to.size()).isEqualTo(200);
    }

    @Test
    void what_comes_after_the_end_is_still_written() {
        BackgroundStream stream = new BackgroundStream(to);
        stream.close();
        stream.write(line("late"), 0, 5);
        assertThat(to.toString(StandardCharsets.UTF_8)).isEqualTo("late\n");
    }
}
