package com.trackingmcp.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.support.CapturedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TrampolineTest {
    private int turns;
    private Trampoline trampoline;

    @Test
    void workThatAsksForMoreOfItselfNeedsNoDeepStack() {
        trampoline = new Trampoline(() -> {
            if (++turns < 1_000_000) {
                trampoline.bounce();
            }
        });
        trampoline.bounce();
        assertThat(turns).isEqualTo(1_000_000);
    }

    @Test
    void whoeverAsksWhileAnotherIsAboutItIsServedByThatOne() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        List<Thread> workers = new ArrayList<>();
        trampoline = new Trampoline(() -> {
            workers.add(Thread.currentThread());
            begun.countDown();
            await(asked);
        });
        Thread first = new Thread(trampoline::bounce);
        first.start();
        await(begun);
        trampoline.bounce();
        asked.countDown();
        first.join(10_000);
        assertThat(workers).containsExactly(first, first);
    }

    @Test
    void whatGoesWrongOnceEndsItForNobody() {
        trampoline = new Trampoline(() -> {
            turns++;
            throw new StackOverflowError("a defect");
        });
        try (CapturedLog log = CapturedLog.open()) {
            trampoline.bounce();
            trampoline.bounce();
            assertThat(log.text()).contains("StackOverflowError: a defect");
        }
        assertThat(turns).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
