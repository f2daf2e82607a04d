package com.trackingmcp.reliability.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxOrders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Carriers that cannot be reached at all: nothing was bought, and that is what callers are told. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClosedDoorsTest {
    private static final List<Lane> LANES = Boolean.getBoolean("reliability.all")
            ? List.of(Lane.FEDEX, Lane.UPS, Lane.DHL_EXPRESS, Lane.KARRIO)
            : List.of(Lane.UPS);

    private final CarrierSandbox sandbox = CarrierSandbox.start();

    /** Why nobody gets in. */
    enum Door {
        REFUSED,
        NO_SUCH_HOST,
        UNTRUSTED,
        NO_TLS,
        RESET_IN_HANDSHAKE,
        SILENT_IN_HANDSHAKE
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void who_is_never_reached_has_sold_nothing(Door door) throws Exception {
        try (Behind behind = new Behind(door, sandbox)) {
            for (Lane lane : LANES) {
                try (TrackingClient client = client(lane, behind.uri(), Duration.ofMillis(300))) {
                    TrackingNumber number =
                            TrackingNumber.of(lane.parcel(sandbox).number(), lane.carrier());
                    assertThat(catchThrowable(() -> client.track(number)))
                            .as("%s, a question", lane)
                            .isInstanceOf(CarrierUnavailableException.class);
                    assertThat(catchThrowable(() -> client.ship(
                                    SandboxOrders.domestic(lane.carrier()).build())))
                            .as("%s, a purchase", lane)
                            .isInstanceOf(CarrierUnavailableException.class);
                }
            }
        }
        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void a_carrier_that_goes_away_between_two_purchases_has_sold_one() throws Exception {
        for (Lane lane : LANES) {
            FaultProxy proxy = new FaultProxy(sandbox.uri());
            try (TrackingClient client = client(lane, proxy.uri(), Duration.ofSeconds(10))) {
                client.ship(SandboxOrders.domestic(lane.carrier()).build());
                proxy.close();
                Throwable first = catchThrowable(
                        () -> client.ship(SandboxOrders.domestic(lane.carrier()).build()));
                assertThat(first)
                        .as("%s, perhaps over a connection that is dead already", lane)
                        .isInstanceOfAny(CarrierUnavailableException.class, OutcomeUnknownException.class);
                Throwable second = catchThrowable(
                        () -> client.ship(SandboxOrders.domestic(lane.carrier()).build()));
                assertThat(second)
                        .as("%s, refused before the first byte", lane)
                        .isInstanceOf(CarrierUnavailableException.class)
                        .isInstanceOf(CarrierException.class);
            }
            assertThat(sandbox.shipments(lane.shop().orElseThrow())).hasSize(1);
        }
    }

    private TrackingClient client(Lane lane, URI uri, Duration patience) {
        return TrackingClient.builder()
                .config(ConfigSource.of(lane.settings(sandbox, uri)))
                .clock(sandbox.clock())
                .cache(CachePolicy.off())
                .requestTimeout(patience)
                .deadline(Duration.ofSeconds(30))
                .retries(1, Duration.ofMillis(1))
                .build();
    }

    /** What is behind a door. */
    private static final class Behind implements AutoCloseable {
        private final Door door;
        private final CarrierSandbox sandbox;
        private final ServerSocket socket;
        private final FaultProxy stranger;

        Behind(Door door, CarrierSandbox sandbox) throws Exception {
            this.door = door;
            this.sandbox = sandbox;
            this.stranger = new FaultProxy(sandbox.uri(), OwnCertificate.context());
            this.socket = new ServerSocket(0, 64, InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}));
            switch (door) {
                case REFUSED -> socket.close();
                case RESET_IN_HANDSHAKE -> new Thread(this::resetAll, "resets").start();
                default -> {}
            }
        }

        private void resetAll() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    client.getInputStream().read();
                    client.setSoLinger(true, 0);
                } catch (IOException closing) {
                    return;
                }
            }
        }

        URI uri() {
            return switch (door) {
                case REFUSED -> URI.create("http://127.0.0.1:" + socket.getLocalPort());
                case NO_SUCH_HOST -> URI.create("https://carrier.invalid");
                case UNTRUSTED -> stranger.uri();
                case NO_TLS -> URI.create("https://127.0.0.1:" + sandbox.uri().getPort());
                case RESET_IN_HANDSHAKE, SILENT_IN_HANDSHAKE ->
                    URI.create("https://127.0.0.1:" + socket.getLocalPort());
            };
        }

        @Override
        public void close() throws IOException {
            socket.close();
            stranger.close();
        }
    }
}
