package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.internal.engine.AddressDesk;
import com.trackingmcp.internal.engine.Connections;
import com.trackingmcp.internal.engine.CustomsAreas;
import com.trackingmcp.internal.engine.DocumentDesk;
import com.trackingmcp.internal.engine.InFlight;
import com.trackingmcp.internal.engine.LandedCostDesk;
import com.trackingmcp.internal.engine.LocationDesk;
import com.trackingmcp.internal.engine.ManifestDesk;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.PickupDesk;
import com.trackingmcp.internal.engine.Purchases;
import com.trackingmcp.internal.engine.RateDesk;
import com.trackingmcp.internal.engine.ShipmentBatch;
import com.trackingmcp.internal.engine.StoreDesk;
import com.trackingmcp.internal.engine.SubscriptionDesk;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.spi.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How the client sells: made when it is first asked to, for most clients only track. Safe for use by many threads. */
final class Shipping {
    private static final int PREVIEWS_AT_ONCE = 8;

    private final RateDesk rates;
    private final Purchases purchases;
    private final Calls calls;
    private final Desks desks;

    Shipping(Connections connections, HttpTransport transport, Calls calls) {
        this.rates = new RateDesk(connections, transport);
        this.purchases = new Purchases(connections, transport);
        this.calls = calls;
        this.desks = new Desks(connections, transport);
    }

    /**
     * Asks for prices.
     *
     * @param here whether it is this thread that waits
     */
    Pending<Rates> rates(RateRequest request, boolean here) {
        Async.required("request", request);
        Thread caller = Thread.currentThread();
        return calls.ask(
                RateDesk.named(request), call -> rates.rates(request, call, here && caller == Thread.currentThread()));
    }

    Pending<List<Outcome<TransitTime>>> transitTimes(ShipmentRequest shipment, boolean here) {
        Async.required("shipment", shipment);
        Thread caller = Thread.currentThread();
        return calls.ask(
                shipment.carrier(),
                call -> rates.transitTimes(shipment, call, here && caller == Thread.currentThread()));
    }

    Pending<Shipment> ship(ShipmentRequest request) {
        Async.required("request", request);
        return calls.have(Purchases.seller(request), call -> purchases.ship(request, call));
    }

    Pending<List<FieldProblem>> check(ShipmentRequest request) {
        Async.required("request", request);
        return calls.check(Purchases.seller(request), call -> purchases.problems(request));
    }

    Pending<ShippedBatch> shipAll(List<ShipmentRequest> rows, BatchOptions options) {
        List<ShipmentRequest> requests = copied(rows);
        return ShipmentBatch.ship(requests, Async.required("options", options), this::ship)
                .map(outcomes -> new ShippedBatch(outcomes, desks.pickups().suggest(requests, outcomes)));
    }

    /** With rows that are null, which are told in their place. */
    private static List<ShipmentRequest> copied(List<ShipmentRequest> rows) {
        return new ArrayList<>(Async.required("requests", rows));
    }

    Pending<List<ShipmentPreview>> previewAll(List<ShipmentRequest> rows, PreviewOptions options) {
        Async.required("options", options);
        List<ShipmentRequest> requests = copied(rows);
        return calls.ask(sellers(requests), all -> {
            InFlight inFlight = new InFlight(PREVIEWS_AT_ONCE);
            List<CompletableFuture<ShipmentPreview>> previews = requests.stream()
                    .map(row -> inFlight.run(() -> preview(row, options, all)))
                    .toList();
            return Outcomes.gather(previews)
                    .thenApply(told -> told.stream().map(Outcome::orElseThrow).toList());
        });
    }

    /** The carriers that rows name; none where one row names none, for it is about all. */
    private static List<String> sellers(List<ShipmentRequest> rows) {
        List<Optional<String>> named = rows.stream()
                .filter(Objects::nonNull)
                .map(Purchases::seller)
                .distinct()
                .toList();
        return named.contains(Optional.<String>empty())
                ? List.of()
                : named.stream().flatMap(Optional::stream).toList();
    }

    /** Each row has as much time as if it were the only one. */
    private CompletableFuture<ShipmentPreview> preview(
            @Nullable ShipmentRequest row, PreviewOptions options, CallContext all) {
        if (row == null) {
            FieldProblem problem = new FieldProblem("request", "is null");
            return CompletableFuture.completedFuture(
                    new ShipmentPreview(List.of(problem), unpriced(Map.of()), Optional.empty()));
        }
        List<FieldProblem> problems = problems(row);
        CallContext call = calls.next();
        all.onCancel(call::cancel);
        return prices(row, call)
                .thenCombine(
                        landedCost(row, options, call), (found, cost) -> new ShipmentPreview(problems, found, cost));
    }

    private CompletableFuture<Rates> prices(ShipmentRequest row, CallContext call) {
        try {
            return rates.rates(RateRequest.of(row), call, false);
        } catch (InvalidRequestException | ConfigurationException told) {
            return CompletableFuture.completedFuture(unpriced(Map.of()));
        } catch (CarrierException e) {
            String asked = row.carrier().or(e.details()::carrier).orElse("");
            return CompletableFuture.completedFuture(unpriced(Map.of(asked, e)));
        }
    }

    private CompletableFuture<Optional<Outcome<LandedCost>>> landedCost(
            ShipmentRequest row, PreviewOptions options, CallContext call) {
        if (!options.landedCosts() || !CustomsAreas.isCrossedBy(row)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<LandedCost> cost;
        try {
            cost = desks.landedCosts().quote(LandedCostRequest.of(row), call);
        } catch (CarrierException e) {
            cost = CompletableFuture.failedFuture(e);
        }
        return Outcomes.settle(cost).thenApply(Optional::of);
    }

    /** Where nobody can sell it at all, that is what is wrong with its carrier. */
    private List<FieldProblem> problems(ShipmentRequest row) {
        try {
            return purchases.problems(row);
        } catch (CarrierException e) {
            return List.of(new FieldProblem("carrier", String.valueOf(e.getMessage())));
        }
    }

    private static Rates unpriced(Map<String, CarrierException> failures) {
        return new Rates(List.of(), failures);
    }

    static ShipmentRequest at(Rate rate, ShipmentRequest request) {
        return ShipmentRequest.builder()
                .from(Async.required("request", request))
                .service(Async.required("rate", rate).service())
                .carrier(rate.connection())
                .quoted(rate)
                .build();
    }

    Calls calls() {
        return calls;
    }

    Purchases purchases() {
        return purchases;
    }

    Desks desks() {
        return desks;
    }

    /** What is asked for less often than prices and labels. */
    record Desks(
            AddressDesk addresses,
            PickupDesk pickups,
            LandedCostDesk landedCosts,
            DocumentDesk documents,
            LocationDesk locations,
            ManifestDesk manifests,
            SubscriptionDesk subscriptions,
            StoreDesk store) {
        Desks(Connections connections, HttpTransport transport) {
            this(
                    new AddressDesk(connections, transport),
                    new PickupDesk(connections, transport),
                    new LandedCostDesk(connections, transport),
                    new DocumentDesk(connections, transport),
                    new LocationDesk(connections, transport),
                    new ManifestDesk(connections, transport),
                    new SubscriptionDesk(connections, transport),
                    new StoreDesk(connections, transport));
        }
    }
}
