package com.trackingmcp.testkit;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.ConfigSource;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One carrier of a {@link CarrierSandbox} as the subject of its contract. Used by one test at a time. */
public final class SandboxSubject implements ContractSubject {
    private static final Set<String> SELLING = Set.of("fedex", "ups", "mydhl");
    private static final Set<String> FINDING_CARRIERS = Set.of("root", "connections", "carriers", "references");

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final String carrier;
    private final String wire;
    private final Set<String> settings;
    private final Map<Situation, String> numbers;

    /**
     * A fresh sandbox of which only some settings are given to the carrier.
     *
     * @param carrier whose calls count and fail: {@code fedex}, {@code ups}, {@code dhl}, one of DHL's systems, or a carrier
     *     behind the gateway, {@code karrio:canadapost}, for which all calls of the gateway count but those that find it
     * @param settings the names of the settings the carrier gets
     * @param numbers a number for each situation
     */
    public SandboxSubject(String carrier, Set<String> settings, Map<Situation, String> numbers) {
        this.carrier = carrier;
        this.wire = carrier.startsWith(GatewayOrders.PREFIX) ? "karrio" : carrier;
        this.settings = Set.copyOf(settings);
        this.numbers = Map.copyOf(numbers);
        Set<String> unknown = new HashSet<>(settings);
        unknown.removeAll(sandbox.settings().keySet());
        if (!unknown.isEmpty()) {
            sandbox.close();
            throw new IllegalArgumentException("The sandbox has no settings " + unknown);
        }
    }

    @Override
    public Optional<String> carrier() {
        return isBehindGateway() ? Optional.of(carrier) : Optional.empty();
    }

    /** The sandbox itself, for tests beyond the contract. */
    public CarrierSandbox sandbox() {
        return sandbox;
    }

    @Override
    public ConfigSource config() {
        Map<String, String> all = sandbox.settings();
        return key -> settings.contains(key) ? all.get(key) : null;
    }

    @Override
    public Clock clock() {
        return sandbox.clock();
    }

    @Override
    public Map<Situation, String> numbers() {
        return numbers;
    }

    @Override
    public void fail(int status, int times) {
        // No waiting: a carrier that knows its limits would wait for a window of them to end.
        sandbox.fail(wire).on("track").with(status).retryAfter(Duration.ZERO).times(times);
    }

    @Override
    public void answerHtml() {
        sandbox.fail(wire).on("track").withHtml(200).untilCleared();
    }

    @Override
    public void expireTokens() {
        sandbox.expireTokens(wire);
    }

    @Override
    public int tokenRequests() {
        return sandbox.calls(wire).size() - sandbox.callsWithoutTokens(wire).size();
    }

    @Override
    public int otherRequests() {
        return (int) sandbox.callsWithoutTokens(wire).stream()
                .filter(call -> !isBehindGateway() || !FINDING_CARRIERS.contains(call.operation()))
                .count();
    }

    private boolean isBehindGateway() {
        return carrier.startsWith(GatewayOrders.PREFIX);
    }

    /** What the client calls the carrier: DHL's systems are one to it. */
    private String client() {
        return carrier.equals("mydhl") ? "dhl" : carrier;
    }

    /** The gateway itself sells nothing: the carriers behind it do. */
    private boolean sells() {
        return SELLING.contains(carrier) || isBehindGateway();
    }

    @Override
    public Optional<SellingSubject> selling() {
        return sells() ? Optional.of(new Shop(client())) : Optional.empty();
    }

    @Override
    public Optional<DeskSubject> desk() {
        return sells() ? Optional.of(new Desk(SandboxErrands.of(client(), sandbox.clock()))) : Optional.empty();
    }

    /** The counter of one carrier of the sandbox. */
    private final class Shop implements SellingSubject {
        private final String name;

        Shop(String name) {
            this.name = name;
        }

        @Override
        public ShipmentRequest order() {
            return SandboxOrders.domestic(name).build();
        }

        @Override
        public Optional<ShipmentRequest> orderAbroad() {
            return name.equals("karrio:usps")
                    ? Optional.empty()
                    : Optional.of(SandboxOrders.international(name).build());
        }

        @Override
        public void loseAnswers() {
            sandbox.fail(wire).on("ship").withLostAnswer().untilCleared();
        }

        @Override
        public boolean redirectAfterwards(int httpStatus) {
            sandbox.fail(wire).on("ship").withRedirectAfterwards(httpStatus).untilCleared();
            return true;
        }

        @Override
        public void answerAgain() {
            sandbox.clearFaults();
        }

        @Override
        public int sold() {
            return sandbox.shipments(wire).size();
        }
    }

    /** The desk of one carrier of the sandbox. */
    private final class Desk implements DeskSubject {
        private final SandboxErrands errands;

        Desk(SandboxErrands errands) {
            this.errands = errands;
        }

        @Override
        public SandboxErrands errands() {
            return errands;
        }

        @Override
        public Optional<LocationQuery> nowhere() {
            return errands.locations()
                    .map(known -> LocationQuery.builder()
                            .from(known)
                            .address(known.address().map(SandboxSubject::nowhere))
                            .coordinates(Optional.empty())
                            .build());
        }

        @Override
        public void loseAnswers() {
            sandbox.fail(wire).on("pickup").withLostAnswer().untilCleared();
        }

        @Override
        public void answerAgain() {
            sandbox.clearFaults();
        }

        @Override
        public void rest() {
            sandbox.advance(Duration.ofMinutes(10));
        }

        @Override
        public int booked() {
            return (int) sandbox.pickups(wire).stream()
                    .filter(pickup -> !pickup.isCancelled())
                    .count();
        }

        @Override
        public int papers() {
            return sandbox.papers(wire).size();
        }
    }

    /** Another town of the country, in which the sandbox has no places. */
    private static Address nowhere(Address known) {
        return Address.builder()
                .from(known)
                .city("Nowhere")
                .postalCode(known.country().filter("US"::equals).isPresent() ? "99501" : "01067")
                .build();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
