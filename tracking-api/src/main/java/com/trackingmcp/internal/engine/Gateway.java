package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.GatewayCapability;
import com.trackingmcp.spi.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the carriers behind a gateway: nothing before somebody needs them, and what it told last from then on.
 * Safe for use by many threads.
 */
final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    /** Connections are seldom added to a server: who needs a new one at once names it. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** A name that is not among what was told so recently is a slip. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Carrier carrier;
    private final GatewayCapability leading;
    private final HttpTransport transport;
    private final Runnable changed;
    private volatile List<Carrier> behind = List.of();
    private volatile @Nullable Instant told;
    private volatile @Nullable CarrierException failure;
    private @Nullable CompletableFuture<Void> underWay;

    /**
     * A gateway.
     *
     * @param changed run whenever it has told of its carriers
     */
    Gateway(Carrier carrier, GatewayCapability leading, HttpTransport transport, Runnable changed) {
        this.carrier = carrier;
        this.leading = leading;
        this.transport = transport;
        this.changed = changed;
    }

    String id() {
        return Connections.id(carrier);
    }

    Carrier carrier() {
        return carrier;
    }

    GatewayCapability leading() {
        return leading;
    }

    /** The carriers behind it, as far as it has told of them. */
    List<Carrier> behind() {
        return behind;
    }

    /** Why it tells of none; empty where it does, or was not asked. */
    Optional<CarrierException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Has it asked where it never was; null where nothing is to be waited for. What is old is asked for again meanwhile. */
    @Nullable
    CompletableFuture<Void> first() {
        Instant last = told;
        if (last == null && failure == null) {
            return ask();
        }
        if (last == null || isOlder(last, KEPT)) {
            ask();
        }
        return null;
    }

    /** Has it asked for one that it has not told of; null where it was asked just now. */
    @Nullable
    CompletableFuture<Void> again() {
        Instant last = told;
        return last == null || failure != null || isOlder(last, FRESH) ? ask() : null;
    }

    private boolean isOlder(Instant last, Duration age) {
        return !transport.clock().instant().isBefore(last.plus(age));
    }

    private synchronized CompletableFuture<Void> ask() {
        CompletableFuture<Void> running = underWay;
        if (running != null && !running.isDone()) {
            return running;
        }
        Instant deadline = transport.clock().instant().plus(PATIENCE);
        CallContext call = new CallContext(UUID.randomUUID().toString().replace("-", ""), deadline, false);
        underWay = Modules.call(transport, carrier, "discover_carriers", call, () -> leading.carriers(call))
                .handle((carriers, error) -> {
                    if (error == null) {
                        hasTold(carriers);
                    } else {
                        hasFailed(Outcomes.carrierException(error));
                    }
                    return null;
                });
        return underWay;
    }

    private void hasTold(List<Carrier> carriers) {
        behind = List.copyOf(carriers);
        told = transport.clock().instant();
        failure = null;
        changed.run();
    }

    /** What it told before may still be true. */
    private void hasFailed(CarrierException error) {
        LOG.warn("The carriers behind {} cannot be told: {}", id(), error.getMessage());
        failure = error;
    }
}
