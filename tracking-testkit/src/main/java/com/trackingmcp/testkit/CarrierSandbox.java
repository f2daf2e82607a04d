package com.trackingmcp.testkit;

import com.trackingmcp.spi.ConfigSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * FedEx, UPS, DHL and a Karrio gateway on the loopback address: an HTTP server that speaks what tracks and ships of
 * them in their real wire formats, holds callers to their rules, and hosts parcels that live.
 *
 * <p>Safe for use by many threads. Lives from {@link #start} until {@link #close}, which ends its threads. Two
 * sandboxes with the same seed and the same clock make the same numbers, places and times.
 *
 * <pre>{@code
 * try (CarrierSandbox sandbox = CarrierSandbox.start()) {
 *     SandboxParcel parcel = sandbox.parcel("fedex").journey();
 *     sandbox.advance(Duration.ofDays(2));
 *     // ask http://127.0.0.1:.../fedex/track/v1/trackingnumbers about parcel.number()
 * }
 * }</pre>
 */
public final class CarrierSandbox implements AutoCloseable {

    /** Where a sandbox stands in time unless given a clock: a Tuesday in winter, in no month when clocks change. */
    static final Instant BEGINNING = Instant.parse("2026-02-10T15:00:00Z");

    private final TestClock clock;
    private final ParcelBook book;
    private final ShipmentBook sold;
    private final DeskBook desk;
    private final SandboxWires wires;
    private final FaultPlan faults = new FaultPlan();
    private final List<SandboxHold> holds = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<SandboxCall> calls = new ConcurrentLinkedQueue<>();
    private final SandboxServer server;

    private CarrierSandbox(Builder builder) {
        clock = builder.clock;
        book = new ParcelBook(clock, builder.seed);
        Situations.install(book);
        sold = new ShipmentBook(book);
        desk = new DeskBook(clock);
        wires = new SandboxWires(book, sold, desk, clock);
        server = new SandboxServer(builder.port, this::answer);
    }

    /** A running sandbox on a free port, with seed 1 and a clock that stands until it is advanced. */
    public static CarrierSandbox start() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The address of the sandbox, without a slash at the end. */
    public URI uri() {
        return server.uri();
    }

    /**
     * Everything a client needs to find the sandbox and be let in, under the names the carriers' modules read. Quotas are
     * off.
     */
    public Map<String, String> settings() {
        return settings(uri());
    }

    /** The same for a sandbox that is reached at another address, for example through WireMock. */
    public Map<String, String> settings(URI root) {
        return SandboxSettings.at(root.toString().replaceAll("/+$", ""));
    }

    /** {@link #settings()} as the source of settings that {@code TrackingClient.builder().config(...)} takes. */
    public ConfigSource config() {
        return ConfigSource.of(settings());
    }

    /** The clock the sandbox lives by; give it to the client too, for tokens end by it. */
    public TestClock clock() {
        return clock;
    }

    /** Lets time pass: tokens grow old, and planned journeys go on. */
    public CarrierSandbox advance(Duration step) {
        clock.advance(step);
        return this;
    }

    /**
     * A fresh parcel, its label just made.
     *
     * @param carrier {@code fedex}, {@code ups}, {@code ups-mail-innovations}, {@code dhl} (an Express waybill),
     *     {@code dhl-ecommerce}, {@code dhl-parcel-de} or {@code dhl-parcel-nl}; behind the gateway
     *     {@code karrio:canadapost}, {@code karrio:purolator}, {@code karrio:dpd} or {@code karrio:usps}
     * @throws IllegalArgumentException for any other
     */
    public SandboxParcel parcel(String carrier) {
        return book.fresh(Family.of(carrier));
    }

    /**
     * A fresh parcel under a number of your own; its check digit is not looked at.
     *
     * @throws IllegalArgumentException if the number is taken
     */
    public SandboxParcel parcel(String carrier, String number) {
        return book.known(Family.of(carrier), number, Duration.ZERO);
    }

    /** Many fresh parcels at once; what they look like on the wire is made when somebody asks. */
    public List<SandboxParcel> parcels(String carrier, int count) {
        Family family = Family.of(carrier);
        List<SandboxParcel> parcels = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parcels.add(book.fresh(family));
        }
        return List.copyOf(parcels);
    }

    /** A shipment of several parcels with a number each, as FedEx and UPS have them; the first is the master. */
    public List<SandboxParcel> shipment(String carrier, int count) {
        Family family = Family.of(carrier);
        if (family != Family.FEDEX && family != Family.UPS) {
            throw new IllegalArgumentException(
                    carrier + " counts pieces under one number: parcel(\"" + carrier + "\").pieces(" + count + ")");
        }
        return book.together(family, count);
    }

    /** The pickups booked over a wire: {@code fedex}, {@code ups}, {@code mydhl} or {@code karrio}; the oldest first. */
    public List<SandboxPickup> pickups(String wire) {
        return desk.pickups(wire);
    }

    /** The papers that were uploaded over a wire, also those that were deleted or have expired; the oldest first. */
    public List<SandboxPaper> papers(String wire) {
        return desk.papers(wire);
    }

    /** Buys many shipments from Canada Post behind the gateway, one a minute, the last now, by reference {@code stock-1}... */
    public List<SandboxShipment> karrioShipments(int count) {
        return wires.karrio().stock(count);
    }

    /** Enters many orders of a shop on the gateway at once, {@code SHOP-1} and so on; their ids there, the oldest first. */
    public List<String> karrioOrders(int count) {
        return wires.karrio().fillOrders(count);
    }

    /**
     * What the gateway posts of an event, such as {@code tracker_updated}, about a thing with this id or tracking number,
     * whether or not a webhook hears of it: with the secret of the oldest that does, or with that of {@link #settings()}.
     *
     * @throws IllegalArgumentException if Karrio has no such event, or the gateway keeps no such thing
     */
    public SandboxPush karrioPush(String event, String id) {
        return wires.karrio().push(event, id);
    }

    /** The numbers that are told of as they move, each as often as it was asked for; UPS's for 14 days. */
    public List<String> subscriptions(String wire) {
        return desk.subscriptions(wire);
    }

    /** The shipments bought over a wire: {@code fedex}, {@code ups}, {@code mydhl} or {@code karrio}; the oldest first. */
    public List<SandboxShipment> shipments(String wire) {
        return sold.all(wire);
    }

    /** Makes the tokens a carrier issued so far worthless; {@code dhl} means all of DHL's systems. */
    public CarrierSandbox expireTokens(String carrier) {
        wires.named(carrier).forEach(CarrierBehaviour::expireTokens);
        return this;
    }

    /** Begins a fault at a carrier; see {@link SandboxFault}. */
    public SandboxFault fail(String carrier) {
        wires.named(carrier);
        return new SandboxFault(faults, carrier, clock);
    }

    /** Ends all faults. */
    public CarrierSandbox clearFaults() {
        faults.clear();
        return this;
    }

    /** Keeps every call to a carrier waiting from now on until the hold is released. */
    public SandboxHold hold(String carrier) {
        wires.named(carrier);
        SandboxHold hold = new SandboxHold(carrier);
        holds.add(hold);
        return hold;
    }

    /** Every call answered so far, oldest first. */
    public List<SandboxCall> calls() {
        return List.copyOf(calls);
    }

    /** The calls to one carrier; {@code dhl} means all of DHL's systems, {@code mydhl} one of them. */
    public List<SandboxCall> calls(String carrier) {
        wires.named(carrier);
        return calls.stream()
                .filter(call -> FaultPlan.names(carrier, call.wire()))
                .toList();
    }

    /** The calls to one carrier that asked for something other than a token. */
    public List<SandboxCall> callsWithoutTokens(String carrier) {
        return calls(carrier).stream().filter(call -> !call.isToken()).toList();
    }

    /** Forgets the calls so far. */
    public CarrierSandbox forgetCalls() {
        calls.clear();
        return this;
    }

    /** The sandbox's answer to a request that came in some other way than over its own port. */
    public SandboxResponse answer(SandboxRequest request) {
        Optional<Map.Entry<String, CarrierBehaviour>> entry = wires.of(request.path());
        if (entry.isEmpty()) {
            return SandboxResponse.of(404, "text/plain", "No carrier here; there are " + wires.roots());
        }
        CarrierBehaviour wire = entry.get().getValue();
        SandboxRequest below = request.below(entry.get().getKey());
        waitWhileHeld(wire, below);
        SandboxResponse response = faults.strike(wire, below).orElseGet(() -> wire.answer(below));
        calls.add(new SandboxCall(
                wire.wire(),
                wire.operation(below),
                request.method(),
                request.path(),
                response.status(),
                wire.numbers(below)));
        return response;
    }

    private void waitWhileHeld(CarrierBehaviour wire, SandboxRequest request) {
        for (SandboxHold hold : holds) {
            if (hold.concerns(wire, request)) {
                try {
                    hold.pass();
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Stops listening, breaks what is under way and ends all threads. */
    @Override
    public void close() {
        holds.forEach(SandboxHold::release);
        server.close();
    }

    /** What a sandbox is made of. Not safe for use by many threads; use once. */
    public static final class Builder {

        private long seed = 1;
        private TestClock clock = TestClock.fixed(BEGINNING);
        private int port;

        private Builder() {}

        /** From which numbers, places and times follow; 1 unless set. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** The time the sandbox lives in; stands still at a winter day of 2026 unless set. */
        public Builder clock(TestClock value) {
            clock = value;
            return this;
        }

        /** The port to listen on, on 127.0.0.1; 0, the default, takes a free one. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** The sandbox, listening. */
        public CarrierSandbox build() {
            return new CarrierSandbox(this);
        }
    }
}
