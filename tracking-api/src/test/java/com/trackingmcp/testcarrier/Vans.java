package com.trackingmcp.testcarrier;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupStatus;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Fetches parcels without a network, as a test tells it to. Keeps what it was asked to do. */
public final class Vans implements PickupCapability {
    private final String connection;
    private final List<Object> asked = new CopyOnWriteArrayList<>();
    private BiFunction<PickupRequest, CallContext, CompletableFuture<PickupConfirmation>> booking =
            (request, call) -> CompletableFuture.completedFuture(booked("1", request));
    private Supplier<CompletableFuture<List<PickupConfirmation>>> pending =
            () -> CompletableFuture.completedFuture(List.of());
    private Set<String> apart = Set.of();
    private boolean broken;

    public Vans(String connection) {
        this.connection = connection;
    }

    public Vans booking(BiFunction<PickupRequest, CallContext, CompletableFuture<PickupConfirmation>> answer) {
        this.booking = answer;
        return this;
    }

    public Vans pending(Supplier<CompletableFuture<List<PickupConfirmation>>> answer) {
        this.pending = answer;
        return this;
    }

    /** Has a driver of its own for each of these services. */
    public Vans fetchingApart(String... services) {
        this.apart = Set.of(services);
        return this;
    }

    /** Has a defect wherever it looks at a request. */
    public Vans broken() {
        this.broken = true;
        return this;
    }

    /** Every request that reached this carrier: pickups, queries and the word {@code all}. */
    public List<Object> asked() {
        return asked;
    }

    public PickupConfirmation booked(String number, PickupRequest request) {
        return PickupConfirmation.builder()
                .carrier(connection)
                .connection(connection)
                .confirmationNumber(number)
                .date(request.date())
                .status(PickupStatus.SCHEDULED)
                .build();
    }

    @Override
    public void check(PickupRequest request, RequestCheck check) {
        if (broken) {
            throw new IllegalStateException("defect");
        }
        check.atMost(5, "instructions", request.instructions());
    }

    @Override
    public String fetchedBy(Optional<String> service) {
        return service.filter(apart::contains).orElse("");
    }

    @Override
    public CompletableFuture<PickupConfirmation> schedule(PickupRequest request, CallContext call) {
        asked.add(request);
        return booking.apply(request, call);
    }

    @Override
    public boolean quotes() {
        return true;
    }

    @Override
    public void checkQuote(PickupRequest request, RequestCheck check) {
        check.required("ready_time", request.readyTime());
    }

    @Override
    public CompletableFuture<List<PickupQuote>> quote(PickupRequest request, CallContext call) {
        asked.add(request);
        PickupQuote quote = PickupQuote.builder()
                .carrier(connection)
                .connection(connection)
                .available(true)
                .date(request.date())
                .build();
        return CompletableFuture.completedFuture(List.of(quote));
    }

    @Override
    public boolean updates() {
        return true;
    }

    @Override
    public CompletableFuture<PickupConfirmation> update(PickupQuery pickup, PickupRequest request, CallContext call) {
        asked.add(pickup);
        return booking.apply(request, call);
    }

    @Override
    public void checkQuery(PickupQuery pickup, RequestCheck check) {
        check.atMost(9, "confirmation_number", pickup.confirmationNumber());
    }

    @Override
    public boolean cancels() {
        return true;
    }

    @Override
    public CompletableFuture<Cancellation> cancel(PickupQuery pickup, CallContext call) {
        asked.add(pickup);
        return CompletableFuture.completedFuture(
                cancelled(pickup.confirmationNumber().orElseThrow()));
    }

    @Override
    public boolean cancelsAll() {
        return true;
    }

    @Override
    public CompletableFuture<Cancellation> cancelAll(CallContext call) {
        asked.add("all");
        return CompletableFuture.completedFuture(cancelled("all"));
    }

    private Cancellation cancelled(String number) {
        return Cancellation.builder()
                .carrier(connection)
                .connection(connection)
                .id(number)
                .cancelled(true)
                .build();
    }

    @Override
    public boolean tellsPending() {
        return true;
    }

    @Override
    public CompletableFuture<List<PickupConfirmation>> pending(CallContext call) {
        return pending.get();
    }
}
