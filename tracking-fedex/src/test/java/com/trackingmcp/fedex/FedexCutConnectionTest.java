package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.trackingmcp.BatchOptions;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxExtension;
import com.trackingmcp.testkit.SandboxOrders;
import com.trackingmcp.testkit.SandboxParcel;
import com.trackingmcp.testkit.SandboxShipment;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many requests share a connection of HTTP/2 that breaks at any byte: in the handshake, in a frame, between two. Here, for
 * the server that speaks HTTP/2 cannot be had beside that of tracking-mcp-adapter; what is tried is the same for all carriers.
 */
@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FedexCutConnectionTest {
    private static final long SEED = Long.getLong("storm.seed", 7);
    private static final int PURCHASES = Integer.getInteger("storm.purchases", 60);
    private static final int MOST_BYTES = 60_000;

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final WireMockServer server = new WireMockServer(wireMockConfig()
            .httpDisabled(true)
            .dynamicHttpsPort()
            .bindAddress("127.0.0.1")
            .extensions(new SandboxExtension(sandbox)));

    @AfterEach
    void close() {
        server.stop();
        sandbox.close();
    }

    @Test
    void no_label_is_bought_twice_and_none_is_lost() throws Exception {
        server.start();
        List<ShipmentRequest> orders = new ArrayList<>();
        for (int i = 0; i < PURCHASES; i++) {
            orders.add(SandboxOrders.domestic("fedex")
                    .addReferences(Reference.of("cut-" + i))
                    .build());
        }
        try (CuttingProxy proxy = new CuttingProxy(server.httpsPort(), MOST_BYTES, SEED);
                TrackingClient client = client(proxy.port())) {
            List<Outcome<Shipment>> outcomes =
                    client.shipAll(orders, BatchOptions.standard().concurrency(24));
            proxy.calm();
            int unknown = 0;
            for (int i = 0; i < PURCHASES; i++) {
                unknown += isLost(client, "cut-" + i, outcomes.get(i)) ? 1 : 0;
            }
            System.out.println("cut HTTP/2: seed " + SEED + ", " + PURCHASES + " purchases, " + proxy.cuts()
                    + " connections cut, " + unknown + " purchases unknown, "
                    + sandbox.shipments("fedex").size() + " bought");
            assertThat(proxy.cuts()).as("cut with seed %d", SEED).isPositive();
        }
        assertSpokeHttp2();
    }

    @Test
    void every_number_has_the_right_answer_once_a_connection_lasts_long_enough() throws Exception {
        server.start();
        List<String> numbers = sandbox.parcels("fedex", 600).stream()
                .map(SandboxParcel::inTransit)
                .map(SandboxParcel::number)
                .toList();
        try (CuttingProxy proxy = new CuttingProxy(server.httpsPort(), MOST_BYTES, SEED);
                TrackingClient client = client(proxy.port())) {
            List<Outcome<TrackingResult>> struck = client.track(numbers);
            assertThat(struck).hasSameSizeAs(numbers);
            assertThat(proxy.cuts()).as("cut with seed %d", SEED).isPositive();
            for (int i = 0; i < numbers.size(); i++) {
                String number = numbers.get(i);
                struck.get(i)
                        .value()
                        .ifPresent(parcel -> assertThat(parcel.number().value()).isEqualTo(number));
                struck.get(i)
                        .failure()
                        .ifPresent(error -> assertThat(error.code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE));
            }
            proxy.calm();
            assertThat(client.track(numbers))
                    .extracting(outcome -> outcome.orElseThrow().number().value())
                    .containsExactlyElementsOf(numbers);
        }
        assertSpokeHttp2();
    }

    /** Whether the caller does not know; what is bought is what callers know of, or find. */
    private boolean isLost(TrackingClient client, String reference, Outcome<Shipment> outcome) {
        List<String> booked = sandbox.shipments("fedex").stream()
                .filter(shipment -> shipment.references().contains(reference))
                .map(SandboxShipment::id)
                .toList();
        assertThat(booked).as(reference).hasSizeLessThan(2);
        if (outcome.isSuccess()) {
            assertThat(booked).containsExactly(outcome.orElseThrow().id());
            return false;
        }
        CarrierException error = outcome.failure().orElseThrow();
        if (!(error instanceof OutcomeUnknownException)) {
            assertThat(booked)
                    .as("%s, which says that nothing was bought", error)
                    .isEmpty();
            return false;
        }
        assertThat(client.shipments().recover(ShipmentQuery.byReference("fedex", reference)))
                .extracting(Shipment::id)
                .containsExactlyElementsOf(booked);
        return true;
    }

    private void assertSpokeHttp2() {
        assertThat(server.getAllServeEvents())
                .isNotEmpty()
                .allSatisfy(
                        event -> assertThat(event.getRequest().getProtocol()).isEqualTo("HTTP/2.0"));
    }

    private TrackingClient client(int port) {
        return TrackingClient.builder()
                .config(ConfigSource.of(sandbox.settings(URI.create("https://127.0.0.1:" + port))))
                .clock(sandbox.clock())
                .cache(CachePolicy.off())
                .sslContext(TrustsAll.context())
                .requestTimeout(Duration.ofSeconds(20))
                .retries(4, Duration.ofMillis(1))
                .build();
    }
}
