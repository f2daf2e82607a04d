package com.trackingmcp.internal.engine;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.LandedCostCapability;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks carriers for duties and taxes: one after the other, until one can tell. Safe for use by many threads. */
public final class LandedCostDesk {
    private static final Verb<LandedCostCapability> QUOTE =
            Verb.of(LandedCostCapability.class, "landed_cost", "landed cost");

    private final Connections connections;
    private final HttpTransport transport;

    public LandedCostDesk(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
    }

    /** What the carrier named, or the first that can tell, estimates. */
    public CompletableFuture<LandedCost> quote(LandedCostRequest request, CallContext call) {
        return next(QUOTE.able(connections, request.carrier()).iterator(), request, call);
    }

    /** The next one is asked where this one fails, while somebody waits; where all fail, the first says why. */
    private CompletableFuture<LandedCost> next(Iterator<Carrier> rest, LandedCostRequest request, CallContext call) {
        CompletableFuture<LandedCost> answer = ask(rest.next(), request, call);
        return Outcomes.settle(answer).thenCompose(outcome -> {
            if (outcome.isSuccess() || !rest.hasNext() || isOver(call)) {
                return answer;
            }
            return Outcomes.settle(next(rest, request, call))
                    .thenCompose(later ->
                            later.isSuccess() ? CompletableFuture.completedFuture(later.orElseThrow()) : answer);
        });
    }

    private boolean isOver(CallContext call) {
        return call.isCancelled() || !transport.clock().instant().isBefore(call.deadline());
    }

    private CompletableFuture<LandedCost> ask(Carrier carrier, LandedCostRequest request, CallContext call) {
        Clerk<LandedCostCapability> clerk = new Clerk<>(QUOTE, carrier, transport, call);
        return clerk.ask(costs -> {
            RequestCheck check = new RequestCheck();
            general(request, check);
            costs.check(request, check);
            clerk.refuse(check);
            return costs.quote(request, call);
        });
    }

    private static void general(LandedCostRequest request, RequestCheck check) {
        check.required("sender", request.sender()).ifPresent(sender -> PlaceChecks.country("sender", sender, check));
        check.required("recipient", request.recipient())
                .ifPresent(recipient -> PlaceChecks.country("recipient", recipient, check));
        GoodsChecks.forLandedCost("commodities", request.commodities(), check);
        request.freight()
                .filter(cost -> cost.amount().signum() < 0)
                .ifPresent(cost -> check.wrong("freight", "is less than nothing"));
        request.insurance()
                .filter(cost -> cost.amount().signum() < 0)
                .ifPresent(cost -> check.wrong("insurance", "is less than nothing"));
        Optional<String> currency = request.currency();
        currency.filter(code -> !code.matches("[A-Z]{3}"))
                .ifPresent(code -> check.wrong("currency", "is no ISO 4217 code such as USD"));
    }
}
