package com.trackingmcp.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What all contracts stand on: the carrier, a fresh server for each test, and a client of that carrier alone. */
abstract class ContractBed {
    ContractSubject subject;

    protected abstract CarrierProvider provider();

    protected abstract ContractSubject newSubject();

    @BeforeEach
    void startServer() {
        subject = newSubject();
    }

    @AfterEach
    void stopServer() {
        subject.close();
    }

    /** A client of this carrier alone, with waits too short to notice. */
    TrackingClient client(ConfigSource config) {
        return TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(provider()))
                .config(config)
                .clock(subject.clock())
                .retries(2, Duration.ofMillis(1))
                .build();
    }

    TrackingClient client() {
        return client(subject.config());
    }

    /** Who is asked: the provider's own carrier, but for gateways. */
    String carrier() {
        return subject.carrier().orElseGet(() -> provider().carrierId());
    }

    /** The connection that is asked, as a client tells of it. */
    ConnectedCarrier connected(TrackingClient client) {
        return client.carriers().stream()
                .filter(known -> known.carrier().equals(carrier()))
                .findFirst()
                .orElseThrow();
    }

    TrackingNumber number(Situation situation) {
        String number = subject.numbers().get(situation);
        assumeTrue(number != null, () -> carrier() + " has no number for " + situation);
        return TrackingNumber.of(number, carrier());
    }

    TrackingResult track(Situation situation) {
        TrackingNumber number = number(situation);
        try (TrackingClient client = client()) {
            return client.track(number);
        }
    }

    List<String> givenSettings() {
        return provider().settings().stream()
                .filter(key -> subject.config().get(key).isPresent())
                .toList();
    }

    List<String> secretSettings() {
        return givenSettings().stream()
                .filter(key -> Stream.of("SECRET", "PASSWORD", "KEY", "CLIENT_ID", "USERNAME")
                        .anyMatch(key::contains))
                .toList();
    }
}
