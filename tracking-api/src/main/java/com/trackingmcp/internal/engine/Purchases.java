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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Buys labels: checks everything before anything is sent, sends once, and says of a lost answer what to look for. Safe for
 * use by many threads.
 */
public final class Purchases {
    private static final String SHIP = "ship";
    private static final Verb<ShippingCapability> SHIPPING = Verb.of(ShippingCapability.class, SHIP, "shipping");
    private static final Verb<ShippingCapability> CANCEL = new Verb<>(
            ShippingCapability.class, "cancel_shipment", "cancelling a shipment", ShippingCapability::cancels);
    private static final Verb<ShippingCapability> RECOVER = new Verb<>(
            ShippingCapability.class, "recover_shipment", "recovering a shipment", ShippingCapability::recovers);

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
        return new Papers(transport, carrier, request, call)
                .around(
                        new Clerk<>(SHIPPING, carrier, transport, call),
                        reference(request),
                        (shipment, failure) -> key.ifPresent(name -> settle(name, shipment, failure)));
    }

    private static String reference(ShipmentRequest request) {
        return request.references().get(0).value();
    }

    private void settle(String key, @Nullable Shipment shipment, @Nullable Throwable failure) {
        if (shipment != null) {
            keys.settle(key, "it is shipment " + shipment.id());
            return;
        }
        CarrierException error = Outcomes.carrierException(Objects.requireNonNull(failure));
        if (error.code() == ErrorCode.OUTCOME_UNKNOWN) {
            keys.settle(
                    key, "its answer was lost; look for " + error.reference().orElse("it"));
        } else {
            keys.release(key);
        }
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
        return SHIPPING.able(connections, seller(request));
    }

    /** Nobody sells because those who might as well cannot be told just now. */
    private Optional<String> whoElseMay(ShipmentRequest request) {
        Set<String> untold = connections.unreached().keySet();
        return seller(request).isPresent() || untold.isEmpty()
                ? Optional.empty()
                : Optional.of("while nobody knows who else can ship: " + String.join(", ", untold)
                        + " does not tell of the carriers behind it");
    }

    private String whoShips() {
        return Verb.ids(connections.every().stream()
                .filter(carrier -> carrier.capability(ShippingCapability.class).isPresent())
                .toList());
    }

    /** The connection or carrier that a request names. */
    public static Optional<String> seller(ShipmentRequest request) {
        return request.quoted().map(Rate::connection).or(request::carrier);
    }

    private RequestCheck check(ShipmentRequest request, List<Carrier> able) {
        RequestCheck check = new RequestCheck();
        ShipmentChecks.forShipping(request, transport.clock().instant(), check);
        if (able.size() > 1) {
            check.missing("carrier", "where several can ship: " + Verb.ids(able));
        } else {
            whoElseMay(request).ifPresent(untold -> check.missing("carrier", untold));
            check(request, able.get(0), check);
        }
        return check;
    }

    /** A module that fails here has sent nothing. */
    private void check(ShipmentRequest request, Carrier carrier, RequestCheck check) {
        try {
            SHIPPING.of(carrier).check(request, check);
            Papers.check(request, carrier, check);
            OptionChecks.check(request, carrier, connections.carrierIds(), check);
        } catch (RuntimeException | LinkageError e) {
            throw Modules.named(carrier, SHIP, e);
        }
    }

    /** Cancels a shipment, or some of its parcels; sent once. */
    public Pending<Cancellation> cancel(ShipmentQuery query, CallContext call) {
        return holder(CANCEL, query, call).once(named(query), shipping -> shipping.cancel(query, call));
    }

    private static String named(ShipmentQuery query) {
        return query.id().or(query::trackingNumber).or(query::reference).orElseThrow();
    }

    /** Finds shipments that were bought. */
    public CompletableFuture<List<Shipment>> recover(ShipmentQuery query, CallContext call) {
        return holder(RECOVER, query, call).ask(shipping -> shipping.recover(query, call));
    }

    private Clerk<ShippingCapability> holder(Verb<ShippingCapability> verb, ShipmentQuery query, CallContext call) {
        return verb.only(
                connections,
                transport,
                query.carrier(),
                call,
                check -> {
                    if (query.id().isEmpty()
                            && query.trackingNumber().isEmpty()
                            && query.reference().isEmpty()) {
                        check.missing("id", "unless a tracking number or a reference is given");
                    }
                },
                (shipping, check) -> {});
    }
}
