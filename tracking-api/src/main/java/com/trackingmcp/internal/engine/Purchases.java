package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.ShippingCapability;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Buys labels: checks everything before anything is sent, sends once, and says of a lost answer what to look for. Safe for
 * use by many threads.
 */
public final class Purchases {
    private static final String SHIP = "ship";
    private static final String CANCEL = "cancel_shipment";

    /** FedEx Ground takes no longer references; the others do. */
    private static final int LONGEST_REFERENCE = 30;

    private static final int DIGITS_OF_OWN_REFERENCE = 24;

    private final Connections connections;
    private final HttpTransport transport;
    private final PurchaseKeys keys = new PurchaseKeys();

    public Purchases(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
    }

    /**
     * Buys the labels of one shipment. When nobody waits for it any more, what was not sent yet is withdrawn; what is on its
     * way is not called back, and who stops waiting is told what to look for.
     *
     * @throws CarrierException where the request is refused before anything is sent
     */
    public Pending<Shipment> ship(ShipmentRequest given, CallContext call) {
        Carrier carrier = checked(given, call);
        ShipmentRequest request = withReference(given, call);
        Optional<String> key = request.idempotencyKey();
        key.flatMap(keys::take).ifPresent(state -> {
            throw Modules.fault(carrier, SHIP, ErrorCode.ALREADY_REQUESTED)
                    .correlationId(call.correlationId())
                    .argument("reason", state)
                    .toException();
        });
        CompletableFuture<Shipment> answer = Modules.callToBuy(
                        transport, carrier, SHIP, call, () -> shipping(carrier).ship(request, call))
                .handle((shipment, failure) -> {
                    CarrierException error = failure == null ? null : told(failure, reference(request));
                    key.ifPresent(name -> settle(name, shipment, error));
                    if (error != null) {
                        throw error;
                    }
                    return shipment;
                });
        return underWay(answer, carrier, SHIP, call, reference(request));
    }

    /** Who stops waiting is told that it was withdrawn, where it was; else what to look for, for it goes on. */
    private static <T> Pending<T> underWay(
            CompletableFuture<T> answer, Carrier carrier, String operation, CallContext call, String reference) {
        return new Pending<>(answer, call::cancel, () -> {
            if (answer.isDone()) {
                return Outcomes.settle(answer).join().orElseThrow();
            }
            ErrorCode code = call.isWithdrawn() ? ErrorCode.CALL_CANCELLED : ErrorCode.OUTCOME_UNKNOWN;
            throw Modules.fault(carrier, operation, code)
                    .correlationId(call.correlationId())
                    .reference(reference)
                    .toException();
        });
    }

    private static String reference(ShipmentRequest request) {
        return request.references().get(0).value();
    }

    private void settle(String key, @Nullable Shipment shipment, @Nullable CarrierException error) {
        if (shipment != null) {
            keys.settle(key, "it is shipment " + shipment.id());
        } else if (error != null && error.code() == ErrorCode.OUTCOME_UNKNOWN) {
            keys.settle(
                    key, "its answer was lost; look for " + error.reference().orElse("it"));
        } else {
            keys.release(key);
        }
    }

    /** Whoever cannot read the answer to a purchase, or fails in some unforeseen way, may have bought something. */
    private static CarrierException told(Throwable failure, String reference) {
        CarrierException error = Outcomes.carrierException(failure);
        boolean unclear = error.code() == ErrorCode.OUTCOME_UNKNOWN
                || error.code() == ErrorCode.MALFORMED_RESPONSE
                || error.code() == ErrorCode.UNEXPECTED;
        if (!unclear) {
            return error;
        }
        ErrorDetails.Builder details = error.details().toBuilder(ErrorCode.OUTCOME_UNKNOWN)
                .retryable(false)
                .reference(error.reference().orElse(reference));
        return CarrierException.of(details.build(), error.getCause() == null ? error : error.getCause());
    }

    /** A shipment can be found again only by a reference: one of our own where the caller gave none. */
    private static ShipmentRequest withReference(ShipmentRequest request, CallContext call) {
        if (!request.references().isEmpty()) {
            return request;
        }
        String reference = request.idempotencyKey()
                .filter(key -> key.length() <= LONGEST_REFERENCE && !key.isBlank())
                .orElseGet(() -> call.correlationId().substring(0, DIGITS_OF_OWN_REFERENCE));
        return ShipmentRequest.builder()
                .from(request)
                .addReferences(Reference.of(reference))
                .build();
    }

    /**
     * Everything that keeps a shipment from being bought as it is.
     *
     * @throws CarrierException where it names no carrier and none can ship
     */
    public List<FieldProblem> problems(ShipmentRequest request) {
        List<Carrier> able;
        try {
            able = able(request);
        } catch (ConfigurationException | CapabilityNotSupportedException nobody) {
            String named = seller(request).orElseThrow(() -> nobody);
            RequestCheck check = new RequestCheck();
            ShipmentChecks.forShipping(request, transport.clock().instant(), check);
            check.wrong("carrier", "is " + named + ", which cannot ship; connections that can: " + whoShips());
            return check.problems();
        }
        return check(request, able).problems();
    }

    private Carrier checked(ShipmentRequest request, CallContext call) {
        List<Carrier> able = able(request);
        Function<ErrorCode, ErrorDetails.Builder> error =
                able.size() > 1 ? ErrorDetails::builder : code -> Modules.fault(able.get(0), SHIP, code);
        check(request, able)
                .refusal(code -> error.apply(code).operation(SHIP).correlationId(call.correlationId()))
                .ifPresent(refusal -> {
                    throw refusal;
                });
        return able.get(0);
    }

    private List<Carrier> able(ShipmentRequest request) {
        return able(seller(request), "shipping", any -> true);
    }

    private String whoShips() {
        return ids(connections.all().stream()
                .filter(carrier -> carrier.capability(ShippingCapability.class).isPresent())
                .toList());
    }

    private static Optional<String> seller(ShipmentRequest request) {
        return request.quoted().map(Rate::connection).or(request::carrier);
    }

    private RequestCheck check(ShipmentRequest request, List<Carrier> able) {
        RequestCheck check = new RequestCheck();
        ShipmentChecks.forShipping(request, transport.clock().instant(), check);
        if (able.size() > 1) {
            check.missing("carrier", "where several can ship: " + ids(able));
        } else {
            check(request, able.get(0), check);
        }
        return check;
    }

    /** A module that fails here has sent nothing. */
    private void check(ShipmentRequest request, Carrier carrier, RequestCheck check) {
        try {
            shipping(carrier).check(request, check);
            OptionChecks.check(request, carrier, connections.carrierIds(), check);
        } catch (RuntimeException | LinkageError e) {
            throw Modules.named(carrier, SHIP, e);
        }
    }

    private static String ids(List<Carrier> carriers) {
        return carriers.stream().map(Connections::id).sorted().collect(Collectors.joining(", "));
    }

    /** Cancels a shipment, or some of its parcels; sent once. */
    public Pending<Cancellation> cancel(ShipmentQuery query, CallContext call) {
        Carrier carrier = holder(query, CANCEL, ShippingCapability::cancels, "cancelling a shipment");
        CompletableFuture<Cancellation> answer = Modules.callToBuy(
                        transport,
                        carrier,
                        CANCEL,
                        call,
                        () -> shipping(carrier).cancel(query, call))
                .exceptionally(failure -> {
                    throw told(failure, named(query));
                });
        return underWay(answer, carrier, CANCEL, call, named(query));
    }

    private static String named(ShipmentQuery query) {
        return query.id().or(query::trackingNumber).or(query::reference).orElseThrow();
    }

    /** Finds shipments that were bought. */
    public CompletableFuture<List<Shipment>> recover(ShipmentQuery query, CallContext call) {
        Carrier carrier = holder(query, "recover_shipment", ShippingCapability::recovers, "recovering a shipment");
        return Modules.call(
                transport,
                carrier,
                "recover_shipment",
                call,
                () -> shipping(carrier).recover(query, call));
    }

    private Carrier holder(
            ShipmentQuery query, String operation, Predicate<ShippingCapability> verb, String capability) {
        List<Carrier> able = able(query.carrier(), capability, verb);
        RequestCheck check = new RequestCheck();
        if (able.size() > 1) {
            check.missing("carrier", "where several can: " + ids(able));
        }
        if (query.id().isEmpty()
                && query.trackingNumber().isEmpty()
                && query.reference().isEmpty()) {
            check.missing("id", "unless a tracking number or a reference is given");
        }
        check.refusal(code -> ErrorDetails.builder(code).operation(operation)).ifPresent(refusal -> {
            throw refusal;
        });
        return able.get(0);
    }

    /** One is bought from or cancelled with: a connection that has the very name comes before others to its carrier. */
    private List<Carrier> able(Optional<String> name, String capability, Predicate<ShippingCapability> verb) {
        List<Carrier> asked = name.map(connections::exactly).orElse(connections.all());
        return connections.offering(asked, ShippingCapability.class, verb, capability);
    }

    private static ShippingCapability shipping(Carrier carrier) {
        return carrier.capability(ShippingCapability.class).orElseThrow();
    }
}
