package com.trackingmcp.testcarrier;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.GatewayCapability;
import com.trackingmcp.spi.NumberMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A gateway without a network: it leads to the carriers a test gives it, and counts how often it is asked for them. */
public final class Gate implements Carrier, GatewayCapability {
    private final String connection;
    private final AtomicInteger asked = new AtomicInteger();
    private final List<List<String>> priced = new CopyOnWriteArrayList<>();
    private volatile Supplier<CompletableFuture<List<Carrier>>> carriers =
            () -> CompletableFuture.completedFuture(List.of());

    public Gate() {
        this("gate");
    }

    public Gate(String connection) {
        this.connection = connection;
    }

    public Gate leadingTo(Carrier... behind) {
        return leadingTo(() -> CompletableFuture.completedFuture(List.of(behind)));
    }

    public Gate leadingTo(Supplier<CompletableFuture<List<Carrier>>> behind) {
        this.carriers = behind;
        return this;
    }

    public CarrierFactory factory() {
        return context -> this;
    }

    /** How often it was asked for its carriers. */
    public int asked() {
        return asked.get();
    }

    /** The connections of each question for prices. */
    public List<List<String>> priced() {
        return priced;
    }

    @Override
    public CarrierProfile profile() {
        return new CarrierProfile("gate", connection, "Gate");
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return NumberMatch.none();
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public CompletableFuture<List<Carrier>> carriers(CallContext call) {
        asked.incrementAndGet();
        return carriers.get();
    }

    @Override
    public CompletableFuture<Map<String, Outcome<List<Rate>>>> rates(
            List<String> connections, ShipmentRequest request, CallContext call) {
        priced.add(connections);
        return CompletableFuture.completedFuture(connections.stream().collect(Collectors.toMap(id -> id, Gate::price)));
    }

    private static Outcome<List<Rate>> price(String connection) {
        return Outcome.success(List.of(Rate.builder()
                .carrier(connection)
                .connection(connection)
                .service("BEHIND")
                .total(Money.of("5.00", "USD"))
                .build()));
    }
}
