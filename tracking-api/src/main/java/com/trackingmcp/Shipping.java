package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.internal.engine.AddressDesk;
import com.trackingmcp.internal.engine.Connections;
import com.trackingmcp.internal.engine.InFlight;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.Purchases;
import com.trackingmcp.internal.engine.RateDesk;
import com.trackingmcp.internal.engine.ShipmentBatch;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.spi.Outcomes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** How the client sells: made when it is first asked to, for most clients only track. Safe for use by many threads. */
final class Shipping {
    private static final int PREVIEWS_AT_ONCE = 8;

    private final RateDesk rates;
    private final Purchases purchases;
    private final Supplier<CallContext> calls;
    private final Shipments shipments;
    private final Addresses addresses;

    Shipping(Connections connections, HttpTransport transport, Supplier<CallContext> calls) {
        this.rates = new RateDesk(connections, transport);
        this.purchases = new Purchases(connections, transport);
        this.calls = calls;
        this.shipments = new Shipments(purchases, calls);
        this.addresses = new Addresses(new AddressDesk(connections, transport), calls);
    }

    /**
     * Asks for prices.
     *
     * @param here whether it is this thread that waits
     */
    Pending<Rates> rates(RateRequest request, boolean here) {
        CallContext call = calls.get();
        return new Pending<>(rates.rates(Async.required("request", request), call, here), call::cancel);
    }

    Pending<List<Outcome<TransitTime>>> transitTimes(ShipmentRequest shipment, boolean here) {
        CallContext call = calls.get();
        return new Pending<>(rates.transitTimes(Async.required("shipment", shipment), call, here), call::cancel);
    }

    Pending<Shipment> ship(ShipmentRequest request) {
        return purchases.ship(Async.required("request", request), calls.get());
    }

    Pending<List<Outcome<Shipment>>> shipAll(List<ShipmentRequest> rows, BatchOptions options) {
        List<ShipmentRequest> given = List.copyOf(Async.required("requests", rows));
        return new Pending<>(
                ShipmentBatch.ship(
                        given,
                        Async.required("options", options),
                        request -> purchases.ship(request, calls.get()).answer()),
                () -> {});
    }

    Pending<List<ShipmentPreview>> previewAll(List<ShipmentRequest> rows) {
        List<ShipmentRequest> given = List.copyOf(Async.required("requests", rows));
        CallContext whole = calls.get();
        InFlight inFlight = new InFlight(PREVIEWS_AT_ONCE);
        List<CompletableFuture<ShipmentPreview>> previews = given.stream()
                .map(row -> inFlight.run(() -> preview(row, partOf(whole))))
                .toList();
        return new Pending<>(
                Outcomes.gather(previews)
                        .thenApply(all -> all.stream().map(Outcome::orElseThrow).toList()),
                whole::cancel);
    }

    /** A row's own call, with the deadline of one: however many rows wait before it. */
    private CallContext partOf(CallContext whole) {
        CallContext call = calls.get();
        whole.onCancel(call::cancel);
        return call;
    }

    /** A row that names nobody who could tell has no prices; why it cannot be bought its problems tell. */
    private CompletableFuture<ShipmentPreview> preview(ShipmentRequest row, CallContext call) {
        List<FieldProblem> problems = purchases.problems(row);
        try {
            return rates.rates(RateRequest.of(row), call, false)
                    .thenApply(found -> new ShipmentPreview(problems, found));
        } catch (CarrierException nobodyToAsk) {
            return CompletableFuture.completedFuture(new ShipmentPreview(problems, new Rates(List.of(), Map.of())));
        }
    }

    static ShipmentRequest at(Rate rate, ShipmentRequest request) {
        return ShipmentRequest.builder()
                .from(Async.required("request", request))
                .service(Async.required("rate", rate).service())
                .carrier(rate.connection())
                .quoted(rate)
                .build();
    }

    Shipments shipments() {
        return shipments;
    }

    Addresses addresses() {
        return addresses;
    }
}
