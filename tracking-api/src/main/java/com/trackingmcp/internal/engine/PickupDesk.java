package com.trackingmcp.internal.engine;

import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupSuggestion;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Has parcels fetched: checks everything before anything is sent, and sends what books once. Safe for use by many threads. */
public final class PickupDesk {
    private static final Verb<PickupCapability> QUOTE =
            new Verb<>(PickupCapability.class, "quote_pickup", "quoting pickups", PickupCapability::quotes);
    private static final Verb<PickupCapability> SCHEDULE =
            Verb.of(PickupCapability.class, "schedule_pickup", "booking pickups");
    private static final Verb<PickupCapability> UPDATE =
            new Verb<>(PickupCapability.class, "update_pickup", "changing pickups", PickupCapability::updates);
    private static final Verb<PickupCapability> CANCEL =
            new Verb<>(PickupCapability.class, "cancel_pickup", "cancelling pickups", PickupCapability::cancels);
    private static final Verb<PickupCapability> CANCEL_ALL = new Verb<>(
            PickupCapability.class,
            "cancel_all_pickups",
            "cancelling all pickups of an account",
            PickupCapability::cancelsAll);
    private static final Verb<PickupCapability> PENDING =
            new Verb<>(PickupCapability.class, "pending_pickups", "telling of pickups", PickupCapability::tellsPending);

    private final Connections connections;
    private final HttpTransport transport;

    public PickupDesk(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
    }

    /** The windows in which the carrier would come. */
    public CompletableFuture<List<PickupQuote>> quote(PickupRequest request, CallContext call) {
        return question(request, call)
                .accepted()
                .ask(pickups -> pickups.quote(request, call).thenApply(List::copyOf));
    }

    /** Everything that keeps {@link #quote} from being asked. */
    public List<FieldProblem> quoteProblems(PickupRequest request, CallContext call) {
        return question(request, call).problems();
    }

    private Errand<PickupCapability> question(PickupRequest request, CallContext call) {
        List<Carrier> able = QUOTE.able(connections, request.carrier());
        return QUOTE.errand(
                connections,
                transport,
                request.carrier(),
                call,
                check -> PickupChecks.forQuotes(request, transport.clock().instant(), check),
                (pickups, check) -> {
                    pickups.checkQuote(request, check);
                    OptionChecks.checkPickup(request, able.get(0), connections.carrierIds(), check);
                });
    }

    /** Books a pickup. */
    public Pending<PickupConfirmation> schedule(PickupRequest request, CallContext call) {
        Clerk<PickupCapability> clerk = booking(request, call).accepted();
        return clerk.once(reference(request), pickups -> pickups.schedule(request, call));
    }

    /** Everything that keeps {@link #schedule} from being sent. */
    public List<FieldProblem> problems(PickupRequest request, CallContext call) {
        return booking(request, call).problems();
    }

    private Errand<PickupCapability> booking(PickupRequest request, CallContext call) {
        return booker(SCHEDULE, request, request.carrier(), call, check -> {});
    }

    /** Changes one. */
    public Pending<PickupConfirmation> update(PickupQuery pickup, PickupRequest request, CallContext call) {
        Clerk<PickupCapability> clerk = change(pickup, request, call).accepted();
        return clerk.once(pickup.confirmationNumber().orElseThrow(), pickups -> pickups.update(pickup, request, call));
    }

    /** Everything that keeps {@link #update} from being sent. */
    public List<FieldProblem> problems(PickupQuery pickup, PickupRequest request, CallContext call) {
        return change(pickup, request, call).problems();
    }

    private Errand<PickupCapability> change(PickupQuery pickup, PickupRequest request, CallContext call) {
        Optional<String> carrier = pickup.carrier().or(request::carrier);
        return booker(UPDATE, request, carrier, call, check -> {
            PickupChecks.query(pickup, check);
            oneCarrier(pickup, request, check);
        });
    }

    /** A request that was made for another carrier would not be meant. */
    private void oneCarrier(PickupQuery pickup, PickupRequest request, RequestCheck check) {
        pickup.carrier()
                .filter(booked -> request.carrier()
                        .filter(wanted -> Collections.disjoint(connections.named(booked), connections.named(wanted)))
                        .isPresent())
                .ifPresent(booked -> check.wrong("carrier", "is not that of the pickup, which is " + booked));
    }

    private Errand<PickupCapability> booker(
            Verb<PickupCapability> verb,
            PickupRequest request,
            Optional<String> carrier,
            CallContext call,
            Consumer<RequestCheck> more) {
        List<Carrier> able = verb.able(connections, carrier);
        return verb.errand(
                connections,
                transport,
                carrier,
                call,
                check -> {
                    PickupChecks.forBooking(request, transport.clock().instant(), check);
                    more.accept(check);
                },
                (pickups, check) -> {
                    pickups.check(request, check);
                    OptionChecks.checkPickup(request, able.get(0), connections.carrierIds(), check);
                });
    }

    /** What a pickup is told apart by where its answer is lost; the day where it was given no reference. */
    private static String reference(PickupRequest request) {
        return request.reference().orElseGet(() -> "pickup on " + request.date().orElseThrow());
    }

    /**
     * The pickups that would fetch what was bought: one for each connection, driver, address and day, in the order of their
     * first rows.
     */
    public List<PickupSuggestion> suggest(List<ShipmentRequest> requests, List<Outcome<Shipment>> outcomes) {
        return PickupSuggestions.of(
                requests, outcomes, this::driver, transport.clock().instant());
    }

    private String driver(String connection, Optional<String> service) {
        return connections.every().stream()
                .filter(carrier -> Connections.id(carrier).equals(connection))
                .flatMap(carrier -> carrier.capability(PickupCapability.class).stream())
                .findFirst()
                .map(pickups -> pickups.fetchedBy(service))
                .orElse("");
    }

    /** Calls one off. */
    public Pending<Cancellation> cancel(PickupQuery pickup, CallContext call) {
        return found(CANCEL, pickup, call)
                .accepted()
                .once(pickup.confirmationNumber().orElseThrow(), pickups -> pickups.cancel(pickup, call));
    }

    /** Everything that keeps {@link #cancel} from being sent. */
    public List<FieldProblem> cancelProblems(PickupQuery pickup, CallContext call) {
        return found(CANCEL, pickup, call).problems();
    }

    /** Calls all of the account off. */
    public Pending<Cancellation> cancelAll(String carrier, CallContext call) {
        return CANCEL_ALL
                .only(connections, transport, Optional.of(carrier), call, check -> {}, (pickups, check) -> {})
                .once("all pickups of " + carrier, pickups -> pickups.cancelAll(call));
    }

    /** What became of one, of those the carrier tells of. */
    public CompletableFuture<Optional<PickupConfirmation>> status(PickupQuery pickup, CallContext call) {
        return found(PENDING, pickup, call)
                .accepted()
                .ask(pickups -> pickups.pending(call)
                        .thenApply(booked -> booked.stream()
                                .filter(one -> isMeant(pickup, one))
                                .findFirst()));
    }

    /** Numbers are used again: the day tells them apart, where both name it. They are typed in any case. */
    private static boolean isMeant(PickupQuery pickup, PickupConfirmation one) {
        return pickup.confirmationNumber()
                        .filter(number -> number.strip().equalsIgnoreCase(one.confirmationNumber()))
                        .isPresent()
                && (pickup.date().isEmpty()
                        || one.date().isEmpty()
                        || one.date().equals(pickup.date()));
    }

    private Errand<PickupCapability> found(Verb<PickupCapability> verb, PickupQuery pickup, CallContext call) {
        return verb.errand(
                connections,
                transport,
                pickup.carrier(),
                call,
                check -> PickupChecks.query(pickup, check),
                (pickups, check) -> pickups.checkQuery(pickup, check));
    }

    /** The account's pickups that are booked. */
    public CompletableFuture<List<PickupConfirmation>> pending(String carrier, CallContext call) {
        return PENDING.only(connections, transport, Optional.of(carrier), call, check -> {}, (pickups, check) -> {})
                .ask(pickups -> pickups.pending(call).thenApply(List::copyOf));
    }
}
