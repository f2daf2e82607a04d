package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.Outcomes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks gateways for prices: one question for all connections behind each. Safe for use by many threads. */
final class GatewayRates {
    private final Connections connections;
    private final HttpTransport transport;

    GatewayRates(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
    }

    /**
     * One outcome for each of these connections, in their order.
     *
     * @param refusal what keeps a connection from being asked
     */
    CompletableFuture<List<Outcome<List<Rate>>>> ask(
            List<Carrier> behind,
            ShipmentRequest shipment,
            String operation,
            CallContext call,
            Function<Carrier, Optional<? extends CarrierException>> refusal) {
        Map<Carrier, CompletableFuture<List<Rate>>> answers = new LinkedHashMap<>();
        behind.forEach(carrier -> refused(carrier, operation, refusal)
                .ifPresent(error -> answers.put(carrier, CompletableFuture.failedFuture(error))));
        Map<String, List<Carrier>> asked = behind.stream()
                .filter(carrier -> !answers.containsKey(carrier))
                .collect(Collectors.groupingBy(GatewayRates::gateway, LinkedHashMap::new, Collectors.toList()));
        asked.forEach((id, carriers) -> {
            Gateway gateway = connections.gateway(id);
            List<String> ids = carriers.stream().map(Connections::id).toList();
            CompletableFuture<Map<String, Outcome<List<Rate>>>> answer = Modules.call(
                    transport,
                    gateway.carrier(),
                    operation,
                    call,
                    () -> gateway.leading().rates(ids, shipment, call));
            carriers.forEach(carrier ->
                    answers.put(carrier, answer.thenApply(outcomes -> outcome(carrier, operation, outcomes))));
        });
        return Outcomes.gather(behind.stream().map(answers::get).toList());
    }

    /** A module that fails here has asked nothing. */
    private static Optional<? extends CarrierException> refused(
            Carrier carrier, String operation, Function<Carrier, Optional<? extends CarrierException>> refusal) {
        try {
            return refusal.apply(carrier);
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(Modules.named(carrier, operation, e));
        }
    }

    private static String gateway(Carrier carrier) {
        return carrier.profile().gateway().orElseThrow().gateway();
    }

    private static List<Rate> outcome(Carrier carrier, String operation, Map<String, Outcome<List<Rate>>> outcomes) {
        Outcome<List<Rate>> outcome = outcomes.get(Connections.id(carrier));
        if (outcome == null) {
            throw Modules.fault(carrier, operation, "the gateway's module told nothing of it");
        }
        return RateDesk.onePerService(outcome.orElseThrow());
    }
}
