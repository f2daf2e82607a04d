package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.GatewayCapability;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final String OPERATION = "discover_carriers";

    /** Connections are seldom added to a server: who needs a new one at once names it. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** A name that is not among what was told so recently is a slip. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** Questions that need none by name ask one that failed no more often. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Carrier carrier;
    private final GatewayCapability leading;
    private final Set<String> taken;
    private final HttpTransport transport;
    private final Runnable changed;
    private volatile List<Carrier> behind = List.of();
    private volatile @Nullable Instant told;
    private volatile @Nullable Failed failed;
    private volatile @Nullable CompletableFuture<Void> underWay;

    private record Failed(CarrierException error, Instant at) {}

    /**
     * A gateway.
     *
     * @param taken the ids of the connections that the client was made with
     * @param changed run whenever it has told of its carriers
     */
    Gateway(Carrier carrier, GatewayCapability leading, Set<String> taken, HttpTransport transport, Runnable changed) {
        this.carrier = carrier;
        this.leading = leading;
        this.taken = taken;
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

    /** Whether a name may be that of a carrier behind it. */
    boolean mayLeadTo(String name) {
        return name.indexOf(':') < 0
                || name.startsWith(id() + ":")
                || name.startsWith(carrier.profile().carrier() + ":");
    }

    /** Why it tells of none; empty where it does, or was not asked. */
    Optional<CarrierException> failure() {
        Failed last = failed;
        CompletableFuture<Void> running = underWay;
        boolean isAwaited = told == null && running != null && !running.isDone();
        if (last == null && !isAwaited) {
            return Optional.empty();
        }
        return Optional.of(last == null || transport.isClosed() ? untold() : last.error());
    }

    /** Whoever looks has waited as long as he can, or as the client lives. */
    private CarrierException untold() {
        boolean closed = transport.isClosed();
        return Modules.fault(carrier, OPERATION, closed ? ErrorCode.CLIENT_CLOSED : ErrorCode.CARRIER_UNAVAILABLE)
                .argument("reason", "it has not told of the carriers behind it in time")
                .retryable(!closed)
                .toException();
    }

    /** Has it asked where it never was; null where nothing is to be waited for. What is old is asked for again meanwhile. */
    @Nullable
    CompletableFuture<Void> first() {
        Instant last = told;
        Failed before = failed;
        if (last == null && before == null) {
            return ask();
        }
        boolean wanted = last == null || isOlder(last, KEPT);
        if (wanted && (before == null || isOlder(before.at(), PAUSE))) {
            ask();
        }
        return null;
    }

    /** Has it asked for one that it has not told of; null where it was asked just now. */
    @Nullable
    CompletableFuture<Void> again() {
        Instant last = told;
        return last == null || failed != null || isOlder(last, FRESH) ? ask() : null;
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
        CompletableFuture<Void> answer = Modules.call(transport, carrier, OPERATION, call, () -> leading.carriers(call))
                .thenAccept(this::hasTold)
                .exceptionally(failure -> {
                    hasFailed(Modules.named(carrier, OPERATION, failure));
                    return null;
                });
        underWay = answer;
        return answer;
    }

    private void hasTold(List<Carrier> carriers) {
        Map<String, Carrier> usable = new LinkedHashMap<>();
        for (Carrier one : carriers) {
            String id = Connections.id(one);
            boolean ours = one.profile()
                    .gateway()
                    .filter(way -> way.gateway().equals(id()))
                    .isPresent();
            if (!ours || taken.contains(id) || usable.putIfAbsent(id, one) != null) {
                LOG.warn("{} behind {} is left out: {}", id, id(), ours ? "the id is taken" : "it tells no way back");
            }
        }
        behind = List.copyOf(usable.values());
        told = transport.clock().instant();
        failed = null;
        changed.run();
    }

    /** What it told before may still be true. */
    private void hasFailed(CarrierException error) {
        if (!transport.isClosed()) {
            LOG.warn("The carriers behind {} cannot be told: {}", id(), error.getMessage());
        }
        failed = new Failed(error, transport.clock().instant());
    }
}
