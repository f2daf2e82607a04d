package com.trackingmcp.internal.engine;

import com.trackingmcp.reliability.race.Races;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whoever asks for work, whenever: it is done after that, and nobody works twice at a time. */
@EnabledIfSystemProperty(named = "reliability.all", matches = "true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class TrampolineRaceTest {
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger workers = new AtomicInteger();
    private volatile boolean twoAtOnce;
    private final Trampoline trampoline = new Trampoline(this::work);

    private void work() {
        twoAtOnce |= workers.incrementAndGet() > 1;
        open.set(0);
        workers.decrementAndGet();
    }

    @Operation
    public void bounce() {
        open.incrementAndGet();
        trampoline.bounce();
    }

    @Validate
    public void allIsDoneByOneAtATime() {
        if (open.get() != 0 || twoAtOnce) {
            throw new IllegalStateException(open.get() + " were never done; two at once: " + twoAtOnce);
        }
    }

    @Test
    void all_work_is_done_under_stress() {
        Races.stress().check(TrampolineRaceTest.class);
    }

    @Test
    void all_work_is_done_in_every_order() {
        Races.modelChecking().check(TrampolineRaceTest.class);
    }
}
