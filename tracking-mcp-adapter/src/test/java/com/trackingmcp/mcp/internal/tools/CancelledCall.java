package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.observe.LaneStatus;
import com.trackingmcp.testkit.SandboxHold;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A call whose thread was interrupted while the carrier kept it waiting. */
record CancelledCall(ToolAnswer answer, Duration took, int callsLeftBeneath) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Calls, and cancels once the carrier has got the call. */
    static CancelledCall of(TestBench bench, String tool, String arguments, SandboxHold hold) throws Exception {
        CompletableFuture<ToolAnswer> answer = new CompletableFuture<>();
        Thread caller = new Thread(() -> answer.complete(bench.call(tool, arguments)));
        caller.start();
        assertThat(hold.awaitCalls(1, PATIENCE)).isTrue();
        assertThat(underWay(bench)).isPositive();
        long start = System.nanoTime();
        caller.interrupt();
        ToolAnswer told = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (underWay(bench) > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return new CancelledCall(told, took, underWay(bench));
    }

    private static int underWay(TestBench bench) {
        return bench.client().lanes().stream().mapToInt(LaneStatus::inFlight).sum();
    }
}
