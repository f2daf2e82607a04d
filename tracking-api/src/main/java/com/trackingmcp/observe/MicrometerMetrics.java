package com.trackingmcp.observe;

import com.trackingmcp.error.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows a client in a Micrometer registry: as a listener what it asks of the carriers, and after {@link #bind} what it
 * holds. Safe for use by many threads; lives as long as its client, and {@link #close()} removes its meters.
 *
 * <p>It needs {@code io.micrometer:micrometer-core} on the class path, which this library does not bring along; nothing
 * else here does.
 *
 * <pre>{@code
 * MicrometerMetrics metrics = new MicrometerMetrics(registry);
 * TrackingClient client = TrackingClient.builder().listener(metrics).build();
 * metrics.bind(client);
 * }</pre>
 *
 * <table>
 *   <caption>The meters</caption>
 *   <tr><th>name</th><th>what</th><th>tags</th></tr>
 *   <tr><td>{@code trackingmcp.call}</td>
 *     <td>timer: an attempt that was sent, from sending to the last byte of the answer or to its failure</td>
 *     <td>carrier, connection, api, operation, status, error</td></tr>
 *   <tr><td>{@code trackingmcp.call.queue}</td>
 *     <td>timer: how long an attempt waited for its turn, whether it was sent then or given up</td>
 *     <td>carrier, connection, api, operation</td></tr>
 *   <tr><td>{@code trackingmcp.call.unsent}</td>
 *     <td>counter: requests given up before they were sent</td>
 *     <td>carrier, connection, api, operation, error</td></tr>
 *   <tr><td>{@code trackingmcp.call.throttled}</td>
 *     <td>counter: answers in which the carrier asked to slow down</td>
 *     <td>carrier, connection, api, operation</td></tr>
 *   <tr><td>{@code trackingmcp.call.sent}, {@code trackingmcp.call.received}</td>
 *     <td>distribution summaries in bytes: the bodies of the attempts that were sent, and of their answers</td>
 *     <td>carrier, connection, api, operation</td></tr>
 *   <tr><td>{@code trackingmcp.cache.gets}</td>
 *     <td>counter: questions to the cache; {@code result} is {@code hit}, {@code stale} or {@code miss}</td>
 *     <td>result</td></tr>
 *   <tr><td>{@code trackingmcp.cache.evictions}</td>
 *     <td>counter: answers dropped for want of room</td><td></td></tr>
 *   <tr><td>{@code trackingmcp.cache.entries}, {@code trackingmcp.cache.size}</td>
 *     <td>gauges: answers held, and the bytes they take, by estimate</td><td></td></tr>
 *   <tr><td>{@code trackingmcp.quota.remaining}, {@code trackingmcp.quota.limit}</td>
 *     <td>gauges: requests that could be sent at once, and that are allowed in the period {@code window}, such as
 *       {@code PT1S}</td>
 *     <td>carrier, connection, api, window</td></tr>
 *   <tr><td>{@code trackingmcp.quota.paused}</td>
 *     <td>gauge: 1 while nothing is sent because the carrier asked for it, else 0</td>
 *     <td>carrier, connection, api</td></tr>
 *   <tr><td>{@code trackingmcp.lane.waiting}, {@code trackingmcp.lane.active}, {@code trackingmcp.lane.limit}</td>
 *     <td>gauges: numbers that wait in a queue, batches of them that are under way, and that may be at once</td>
 *     <td>connection, lane</td></tr>
 * </table>
 *
 * <p>{@code status} is the class of the HTTP status, {@code 2xx} to {@code 5xx}, {@code other}, or {@code none} where
 * no answer came. {@code error} is the id of the {@link ErrorCode}, {@code none} for a 2xx status. No tag holds a
 * tracking number, an address, or anything else that a caller passes: their number is bounded by connections and
 * operations. Percentiles and histograms are the registry's to configure, by a {@code MeterFilter}.
 *
 * <p>Gauges of quotas and queues are at most a second old: one look at the client serves all that are read together.
 *
 * <p>Two clients at one registry need one of these each, with a tag that tells them apart.
 */
public final class MicrometerMetrics implements CallListener, AutoCloseable {
    private final OwnMeters meters;
    private final LongSupplier ticker;
    private final AtomicReference<@Nullable ClientGauges> gauges = new AtomicReference<>();

    /** Makes meters in a registry, with no tags but those named above. */
    public MicrometerMetrics(MeterRegistry registry) {
        this(registry, Tags.empty());
    }

    /** Makes meters in a registry, with more tags on each, such as {@code client=returns}. */
    public MicrometerMetrics(MeterRegistry registry, Iterable<Tag> tags) {
        this(registry, tags, System::nanoTime);
    }

    /** Makes meters in a registry, with a clock of nanoseconds from anywhere. */
    MicrometerMetrics(MeterRegistry registry, Iterable<Tag> tags, LongSupplier ticker) {
        this.meters = new OwnMeters(registry, Tags.of(tags));
        this.ticker = ticker;
    }

    /**
     * Shows what a client holds: cache, quotas and queues. Quotas and queues that are new later on are shown, at the
     * latest ten seconds later, with the next attempt this is told of.
     *
     * @throws IllegalStateException where it shows a client already
     */
    public void bind(ClientStats client) {
        ClientGauges added = new ClientGauges(meters, client, ticker);
        if (!gauges.compareAndSet(null, added)) {
            throw new IllegalStateException("These metrics show a client already; make others for the next one");
        }
        added.show();
    }

    @Override
    public void onCall(CallEvent event) {
        if (meters.isClosed()) {
            return;
        }
        Tags tags = Tags.of(
                "carrier", event.carrier(),
                "connection", event.connection(),
                "api", event.api(),
                "operation", event.operation());
        meters.timer(
                        Timer.builder("trackingmcp.call.queue").description("How long an attempt waited for its turn"),
                        tags)
                .record(event.queueTime());
        String error = event.error().map(ErrorCode::id).orElse("none");
        if (event.attempt() > 0) {
            sent(event, tags, error);
        } else {
            meters.counter(
                            Counter.builder("trackingmcp.call.unsent")
                                    .description("Requests given up before they were sent"),
                            tags.and("error", error))
                    .increment();
        }
        if (event.throttled()) {
            meters.counter(
                            Counter.builder("trackingmcp.call.throttled")
                                    .description("Answers in which the carrier asked to slow down"),
                            tags)
                    .increment();
        }
        ClientGauges bound = gauges.get();
        if (bound != null) {
            bound.showNew(event.at());
        }
    }

    private void sent(CallEvent event, Tags tags, String error) {
        meters.timer(
                        Timer.builder("trackingmcp.call").description("Attempts at requests to carriers"),
                        tags.and("status", statusClass(event.status()), "error", error))
                .record(event.wireTime());
        meters.summary(
                        DistributionSummary.builder("trackingmcp.call.sent")
                                .description("The bodies of requests")
                                .baseUnit("bytes"),
                        tags)
                .record((double) event.bytesSent());
        meters.summary(
                        DistributionSummary.builder("trackingmcp.call.received")
                                .description("The bodies of answers")
                                .baseUnit("bytes"),
                        tags)
                .record((double) event.bytesReceived());
    }

    private static String statusClass(OptionalInt status) {
        if (status.isEmpty()) {
            return "none";
        }
        return switch (status.getAsInt() / 100) {
            case 2 -> "2xx";
            case 3 -> "3xx";
            case 4 -> "4xx";
            case 5 -> "5xx";
            default -> "other";
        };
    }

    /** Removes every meter it made from the registry; what it is told afterwards is not counted. */
    @Override
    public void close() {
        meters.close();
    }
}
