package com.trackingmcp.mcp.internal.http;

import com.trackingmcp.mcp.internal.tool.ToolEvent;
import com.trackingmcp.observe.CallEvent;
import com.trackingmcp.observe.CallListener;
import com.trackingmcp.observe.ClientStats;
import com.trackingmcp.observe.MicrometerMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is counted, for Prometheus: calls of tools, attempts at requests to carriers, what the client holds, sessions, and
 * memory. Safe for use by many threads.
 */
public final class Metrics implements Consumer<ToolEvent>, CallListener, AutoCloseable {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MicrometerMetrics client = new MicrometerMetrics(registry);

    /** Nothing counted yet. */
    @SuppressWarnings("resource") // has nothing to close but listeners for garbage collection, which it does not add
    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** A tool was called. */
    @Override
    public void accept(ToolEvent event) {
        Timer.builder("trackingmcp.tool")
                .description("Calls of tools, the person's time to think included")
                .tag("tool", event.tool())
                .tag("outcome", event.outcome())
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(event.took());
    }

    /** A carrier was asked; to be told as a listener of the client. */
    @Override
    public void onCall(CallEvent event) {
        client.onCall(event);
    }

    /** Shows what a client holds: quotas, queues and its cache. Once only. */
    public void show(ClientStats stats) {
        client.bind(stats);
    }

    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /** Everything, in the text format 0.0.4. */
    String text() {
        return registry.scrape(CONTENT_TYPE);
    }

    @Override
    public void close() {
        client.close();
        registry.close();
    }
}
