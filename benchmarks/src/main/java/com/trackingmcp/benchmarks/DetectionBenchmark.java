package com.trackingmcp.benchmarks;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.CarrierMatch;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxNumbers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What telling a number's carrier costs, its normalising included: it precedes every call. Besides one number of each
 * carrier there is one that several could have, one as a person writes it, and one that nobody has.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DetectionBenchmark {
    @Param({
        SandboxNumbers.FEDEX_DELIVERED,
        SandboxNumbers.UPS_DELIVERED,
        SandboxNumbers.DHL_EXPRESS_DELIVERED,
        SandboxNumbers.FEDEX_NOT_FOUND,
        "1z tk00 0103 1007 0084",
        "NOBODYHASTHIS"
    })
    private String number;

    private CarrierSandbox sandbox;
    private TrackingClient client;

    @Setup(Level.Trial)
    public void start() {
        sandbox = CarrierSandbox.start();
        client = TrackingClient.builder().config(sandbox.config()).build();
    }

    @TearDown(Level.Trial)
    public void stop() {
        client.close();
        sandbox.close();
    }

    @Benchmark
    public List<CarrierMatch> detect() {
        return client.detect(number);
    }
}
