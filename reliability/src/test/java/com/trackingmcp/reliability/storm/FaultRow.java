package com.trackingmcp.reliability.storm;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.TrackingClientBuilder;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxOrders;
import com.trackingmcp.testkit.SandboxShipment;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One client of one carrier behind a proxy: what questions and purchases come to under faults, by the sandbox's own books.
 * Used by one thread at a time.
 *
 * @param <B> the kind of faults
 */
final class FaultRow<B extends Blow> implements AutoCloseable {
    private static final AtomicInteger ORDERS = new AtomicInteger();
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Set<Fault.Bought> CONFIRMED_OR_UNKNOWN = Set.of(Fault.Bought.CONFIRMED, Fault.Bought.UNKNOWN);

    private final CarrierSandbox sandbox;
    private final Lane lane;
    private final Proxy<B> proxy;
    private final TrackingClient client;

    /**
     * A row.
     *
     * @param proxy before the sandbox; closed with this
     * @param client one that trusts the proxy
     * @param impatient whether one attempt has little time, for faults that keep callers waiting
     */
    FaultRow(CarrierSandbox sandbox, Lane lane, Proxy<B> proxy, TrackingClientBuilder client, boolean impatient) {
        this.sandbox = sandbox;
        this.lane = lane;
        this.proxy = proxy;
        this.client = client.config(ConfigSource.of(lane.settings(sandbox, proxy.uri())))
                .clock(sandbox.clock())
                .cache(CachePolicy.off())
                .maxResponseBytes(1024 * 1024)
                .requestTimeout(impatient ? Duration.ofSeconds(1) : Duration.ofSeconds(10))
                .deadline(impatient ? Duration.ofSeconds(8) : LONGEST)
                .retries(1, Duration.ofMillis(1))
                .build();
    }

    @Override
    public void close() throws IOException {
        client.close();
        proxy.close();
    }

    /** Nothing is wrong yet: tokens are there, and what a gateway is asked once. */
    FaultRow<B> warm() {
        assertIsTracked(() -> client.track(number()));
        return this;
    }

    /** A question whose first attempt is struck. */
    void once(B fault) {
        AtomicInteger left = new AtomicInteger(1);
        proxy.plan(called -> lane.asks(called) && left.getAndDecrement() > 0 ? fault : null);
        switch (fault.told()) {
            case RIGHT, RETRIED, LATE -> assertIsTracked(() -> client.track(number()));
            case UNREADABLE -> assertFailsUnlessOthersKnow(ErrorCode.MALFORMED_RESPONSE);
            case REFUSED -> assertFailsUnlessOthersKnow(ErrorCode.REQUEST_REFUSED);
        }
        proxy.plan(called -> null);
        assertIsTracked(() -> client.track(number()));
    }

    /** A question of which every attempt is struck. */
    void always(B fault) {
        proxy.plan(called -> lane.asks(called) ? fault : null);
        Callable<TrackingResult> asking = () -> joined(client.trackAsync(number()));
        switch (fault.told()) {
            case RIGHT -> {
                assertIsTracked(asking);
                assertIsTracked(asking);
            }
            case RETRIED -> assertFails(ErrorCode.CARRIER_UNAVAILABLE, asking);
            case LATE -> assertFails(ErrorCode.DEADLINE_EXCEEDED, asking);
            case UNREADABLE -> assertFails(ErrorCode.MALFORMED_RESPONSE, asking);
            case REFUSED -> assertFails(ErrorCode.REQUEST_REFUSED, asking);
        }
        proxy.plan(called -> null);
        assertIsTracked(() -> client.track(number()));
    }

    void purchase(B fault) {
        buy(fault, request -> client.ship(request));
    }

    void purchaseAsync(B fault) {
        buy(fault, request -> joined(client.shipAsync(request)));
    }

    /** Nothing is bought where a token cannot be had, and nobody is told that it might have been. */
    void purchaseWithoutToken(B fault) {
        proxy.plan(called -> Lane.isToken(called) ? fault : null);
        Set<Fault.Bought> expected = fault.strikesNext()
                ? CONFIRMED_OR_UNKNOWN
                : Set.of(fault.told() == Fault.Told.RIGHT ? Fault.Bought.CONFIRMED : Fault.Bought.NOTHING);
        bought(client::ship, reached -> expected);
    }

    private void assertFailsUnlessOthersKnow(ErrorCode code) {
        if (lane.hasOthers()) {
            assertIsTracked(() -> client.track(number()));
        } else {
            assertFails(code, () -> client.track(number()));
        }
    }

    private interface Buying {
        Shipment of(ShipmentRequest request) throws Exception;
    }

    private void buy(B fault, Buying buying) {
        proxy.plan(called -> lane.buys(called) ? fault : null);
        proxy.forget();
        bought(buying, reached -> lane.expected(fault, reached));
        assertThat(proxy.received().stream().filter(lane::buys)).as("sent once").hasSizeBetween(1, lane.mostTries());
        bought(buying, reached -> fault.strikesNext() ? CONFIRMED_OR_UNKNOWN : Set.of(Fault.Bought.CONFIRMED));
    }

    private void bought(Buying buying, Function<Boolean, Set<Fault.Bought>> expected) {
        String reference = "storm-" + ORDERS.incrementAndGet();
        ShipmentRequest request = SandboxOrders.domestic(lane.carrier())
                .addReferences(Reference.of(reference))
                .build();
        Shipment shipment = null;
        Throwable failure = null;
        try {
            shipment = buying.of(request);
        } catch (Throwable e) {
            failure = e;
        }
        proxy.plan(called -> null);
        List<String> booked = sandbox.shipments(lane.shop().orElseThrow()).stream()
                .filter(sold -> sold.references().contains(reference))
                .map(SandboxShipment::id)
                .toList();
        assertThat(booked).as("bought with %s: %s", reference, failure).hasSizeLessThan(2);
        if (shipment != null) {
            assertThat(booked).as("confirmed").containsExactly(Lane.idAtCarrier(shipment));
        } else if (failure instanceof OutcomeUnknownException) {
            List<Shipment> found = client.shipments().recover(ShipmentQuery.byReference(lane.carrier(), reference));
            assertThat(found).as("recovered").extracting(Lane::idAtCarrier).containsExactlyElementsOf(booked);
        } else {
            assertThat(booked).as("bought in spite of %s", failure).isEmpty();
        }
        assertThat(outcome(shipment, failure))
                .as("%s", failure)
                .isIn(expected.apply(proxy.passedOn().stream().anyMatch(lane::buys)));
    }

    private static Fault.Bought outcome(@Nullable Shipment shipment, @Nullable Throwable failure) {
        if (shipment != null) {
            return Fault.Bought.CONFIRMED;
        }
        assertThat(failure).isInstanceOf(CarrierException.class);
        return failure instanceof OutcomeUnknownException ? Fault.Bought.UNKNOWN : Fault.Bought.NOTHING;
    }

    private TrackingNumber number() {
        return TrackingNumber.of(lane.parcel(sandbox).number(), lane.carrier());
    }

    private static <T> T joined(CompletableFuture<T> answer) throws Exception {
        try {
            return answer.get(LONGEST.toSeconds() + 10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("It hangs", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof CarrierException told ? told : new CompletionException(e.getCause());
        }
    }

    private static void assertIsTracked(Callable<TrackingResult> asking) {
        try {
            assertThat(asking.call().status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        } catch (Exception e) {
            throw new AssertionError("Not tracked: " + e, e);
        }
    }

    private static void assertFails(ErrorCode code, Callable<TrackingResult> asking) {
        Throwable failure = null;
        TrackingResult answer = null;
        try {
            answer = asking.call();
        } catch (Throwable e) {
            failure = e;
        }
        assertThat(failure).as("%s", answer).isInstanceOf(CarrierException.class);
        if (failure instanceof CarrierException told) {
            assertThat(told.code()).as("%s", told).isEqualTo(code);
        }
    }
}
