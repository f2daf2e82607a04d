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

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final String carrier;
    private final Set<String> settings;
    private final Map<Situation, String> numbers;

    /**
     * A fresh sandbox of which only some settings are given to the carrier.
     *
     * @param carrier whose calls count and fail: {@code fedex}, {@code ups}, {@code dhl}, or one of DHL's systems
     * @param settings the names of the settings the carrier gets
     * @param numbers a number for each situation
     */
    public SandboxSubject(String carrier, Set<String> settings, Map<Situation, String> numbers) {
        this.carrier = carrier;
        this.settings = Set.copyOf(settings);
        this.numbers = Map.copyOf(numbers);
        Set<String> unknown = new HashSet<>(settings);
        unknown.removeAll(sandbox.settings().keySet());
        if (!unknown.isEmpty()) {
            sandbox.close();
            throw new IllegalArgumentException("The sandbox has no settings " + unknown);
        }
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
        sandbox.fail(carrier).on("track").with(status).retryAfter(Duration.ZERO).times(times);
    }

    @Override
    public void answerHtml() {
        sandbox.fail(carrier).on("track").withHtml(200).untilCleared();
    }

    @Override
    public void expireTokens() {
        sandbox.expireTokens(carrier);
    }

    @Override
    public int tokenRequests() {
        return sandbox.calls(carrier).size() - otherRequests();
    }

    @Override
    public int otherRequests() {
        return sandbox.callsWithoutTokens(carrier).size();
    }

    /** What the client calls the carrier: DHL's systems are one to it. */
    private String client() {
        return carrier.equals("mydhl") ? "dhl" : carrier;
    }

    @Override
    public Optional<SellingSubject> selling() {
        return SELLING.contains(carrier) ? Optional.of(new Shop(client())) : Optional.empty();
    }

    @Override
    public Optional<DeskSubject> desk() {
        return SELLING.contains(carrier)
                ? Optional.of(new Desk(SandboxErrands.of(client(), sandbox.clock())))
                : Optional.empty();
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
            return Optional.of(SandboxOrders.international(name).build());
        }

        @Override
        public void loseAnswers() {
            sandbox.fail(carrier).on("ship").withLostAnswer().untilCleared();
        }

        @Override
        public void answerAgain() {
            sandbox.clearFaults();
        }

        @Override
        public int sold() {
            return sandbox.shipments(carrier).size();
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
            sandbox.fail(carrier).on("pickup").withLostAnswer().untilCleared();
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
            return (int) sandbox.pickups(carrier).stream()
                    .filter(pickup -> !pickup.isCancelled())
                    .count();
        }

        @Override
        public int papers() {
            return sandbox.papers(carrier).size();
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
