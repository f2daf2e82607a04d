package com.trackingmcp.reliability.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many callers with mixed work under random faults, and then the books: what was asked was answered, what was bought is known,
 * and nothing is left. A few seconds by default; {@code reliability/run soak MINUTES} for long.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SoakTest {
    private static final long SEED = Long.getLong("reliability.seed", 7);
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("reliability.seconds", 3));
    private static final int CALLERS = 32;
    private static final int STRUCK_PERCENT = 12;

    @Test
    @Timeout(3_600)
    void after_a_storm_the_books_are_right_and_nothing_is_left() throws Exception {
        System.out.println("soak: seed " + SEED + ", " + TIME.toSeconds() + " s, " + CALLERS + " callers, "
                + STRUCK_PERCENT + " % of requests struck, JDK " + Runtime.version());
        Remains empty = Remains.now();
        Remains end = weather();

        assertThat(Remains.soon(Duration.ofSeconds(20), () -> {
                    Remains now = Remains.now();
                    return empty.threads().containsAll(now.threads()) && now.files() <= empty.files() + 10;
                }))
                .as("%s, was %s", Remains.now(), empty)
                .isTrue();
        System.out.println("before: " + empty);
        System.out.println("with the client alone, still open: " + end);
        System.out.println("after: " + Remains.now());
        assertThat(end.direct() - empty.direct()).as("direct buffers").isLessThan(16 << 20);
    }

    /** Everything but the client is gone when it returns what there is; then the client goes too. */
    private static Remains weather() throws InterruptedException, IOException {
        SoakScene scene = new SoakScene();
        Remains calm = Remains.now();
        storm(scene);
        scene.calm();
        List<String> wrong = scene.books().compare(scene.sandbox(), scene.client());
        tell(scene);
        SoakTally tally = scene.tally();
        assertThat(tally.broken()).as("what no caller should see").isEmpty();
        assertThat(wrong).as("what is not as the books have it").isEmpty();
        assertThat(tally.of("told")).as("asked and answered").isEqualTo(tally.of("asked"));
        assertThat(tally.longestMillis()).as("the longest call, ms").isLessThan(70_000);
        var client = scene.client();
        scene.sandbox().close();
        scene.proxy().close();
        scene = null;
        assertThat(client.lanes())
                .allSatisfy(lane -> assertThat(lane.waiting() + lane.inFlight())
                        .as("%s", lane)
                        .isZero());
        assertThat(Remains.soon(Duration.ofSeconds(20), () -> Remains.now().httpClients() <= calm.httpClients()))
                .as("HTTP clients that were replaced have ended: %s", Remains.now())
                .isTrue();
        Remains left = Remains.now();
        assertThat(left.heap() - calm.heap())
                .as("heap kept, was %s, is %s", calm, left)
                .isLessThan(12L << 20);
        client.close();
        return left;
    }

    private static void storm(SoakScene scene) throws InterruptedException {
        scene.storm(SEED, STRUCK_PERCENT);
        SplittableRandom seeds = new SplittableRandom(SEED);
        long end = System.nanoTime() + TIME.toNanos();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            SoakWorker worker = new SoakWorker(scene, "soak-" + SEED + "-" + i, seeds.split());
            callers.add(new Thread(
                    () -> {
                        while (System.nanoTime() < end) {
                            worker.step();
                        }
                    },
                    "soak-caller-" + i));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            while (caller.isAlive()) {
                caller.join(1_000);
                scene.sandbox().forgetCalls();
                scene.proxy().forget();
                assertThat(System.nanoTime() - end)
                        .as("%s hangs: %s", caller, List.of(caller.getStackTrace()))
                        .isLessThan(Duration.ofSeconds(90).toNanos());
            }
        }
    }

    private static void tell(SoakScene scene) {
        scene.tally().counts().forEach((name, count) -> System.out.println("  " + name + ": " + count));
        scene.books().counts().forEach((name, count) -> System.out.println("  books, " + name + ": " + count));
        System.out.println("  requests struck: " + scene.struck() + ", connections opened: "
                + scene.proxy().accepted() + ", longest call " + scene.tally().longestMillis() + " ms");
    }
}
