package com.trackingmcp.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes meters, and removes exactly those in the end. Safe for use by many threads. */
final class OwnMeters implements AutoCloseable {
    private final MeterRegistry registry;
    private final Tags common;
    private final Set<Meter> meters = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    OwnMeters(MeterRegistry registry, Tags common) {
        this.registry = registry;
        this.common = common;
    }

    boolean isClosed() {
        return closed;
    }

    Timer timer(Timer.Builder timer, Tags tags) {
        return own(timer.tags(common.and(tags)).register(registry));
    }

    Counter counter(Counter.Builder counter, Tags tags) {
        return own(counter.tags(common.and(tags)).register(registry));
    }

    DistributionSummary summary(DistributionSummary.Builder summary, Tags tags) {
        return own(summary.tags(common.and(tags)).register(registry));
    }

    void counter(FunctionCounter.Builder<?> counter, Tags tags) {
        own(counter.tags(common.and(tags)).register(registry));
    }

    void gauge(Gauge.Builder<?> gauge, Tags tags) {
        own(gauge.tags(common.and(tags)).register(registry));
    }

    /** One that comes after {@link #close()} went through them is removed here. */
    private <M extends Meter> M own(M meter) {
        if (meters.add(meter) && closed) {
            registry.remove(meter);
        }
        return meter;
    }

    @Override
    public void close() {
        closed = true;
        meters.forEach(registry::remove);
        meters.clear();
    }
}
