package com.trackingmcp.reliability.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JDK's client leaves the connection open where it cannot read the head of an answer: they must not add up. One fault for
 * each way in which it fails; all of them with {@code -Dreliability.all=true}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpenConnectionsTest {
    private static final int ASKED = 80;
    /** Those of two HTTP clients: the one in use, and one that was just replaced. */
    private static final int MOST = 2 * 16;

    static Stream<Fault> unreadableHeads() {
        return Boolean.getBoolean("reliability.all")
                ? Stream.of(Fault.values()).filter(Fault::isLeftOpen)
                : Stream.of(Fault.NO_HTTP, Fault.LENGTH_NO_NUMBER);
    }

    @ParameterizedTest
    @MethodSource("unreadableHeads")
    void answers_whose_head_cannot_be_read_leave_no_more_than_some_connections_open(Fault fault) throws IOException {
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                FaultProxy proxy = new FaultProxy(sandbox.uri());
                TrackingClient client = TrackingClient.builder()
                        .config(ConfigSource.of(Lane.UPS.settings(sandbox, proxy.uri())))
                        .clock(sandbox.clock())
                        .cache(CachePolicy.off())
                        .retries(0, Duration.ZERO)
                        .build()) {
            TrackingNumber number = TrackingNumber.of(Lane.UPS.parcel(sandbox).number(), "ups");
            client.track(number);
            proxy.plan(called -> fault);
            for (int i = 0; i < ASKED; i++) {
                // half of them on the caller's thread, half on the one that reads the network
                ThrowingCallable question = i % 2 == 0
                        ? () -> client.track(number)
                        : () -> client.trackAsync(number).join();
                assertThat(catchThrowable(question))
                        .satisfiesAnyOf(OpenConnectionsTest::isUnavailable, e -> isUnavailable(e.getCause()));
            }
            assertThat(proxy.accepted()).isGreaterThanOrEqualTo(ASKED);
            assertThat(Remains.soon(Duration.ofSeconds(20), () -> proxy.open() <= MOST))
                    .as("open connections: %d", proxy.open())
                    .isTrue();
        }
    }

    private static void isUnavailable(Throwable error) {
        assertThat(error)
                .isInstanceOfSatisfying(
                        CarrierException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE));
    }
}
