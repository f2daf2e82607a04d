package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** One long conversation of a client with one carrier of the sandbox, all of it held to the carrier's own descriptions. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class Conversation {
    /** The last one makes a door pause. */
    private static final List<Integer> FAILURES = List.of(400, 401, 403, 404, 500, 503, 429);

    final CarrierSandbox sandbox = CarrierSandbox.start();
    final TrackingClient client;
    private final RecordingProxy proxy = RecordingProxy.before(sandbox.uri());
    private final List<TrackingClient> others = new ArrayList<>();
    private final CarrierProvider provider;
    private final List<KnownDeviation> deviations;

    /** A client of one carrier, and what is known of its descriptions. */
    Conversation(CarrierProvider provider, List<KnownDeviation> deviations) throws Exception {
        this.provider = provider;
        this.deviations = deviations;
        this.client = client(Map.of());
    }

    /** A client with other settings, of which blank ones are none; closed with the conversation. */
    final TrackingClient client(Map<String, String> other) {
        Map<String, String> settings = new HashMap<>(sandbox.settings(proxy.root()));
        settings.putAll(other);
        settings.values().removeIf(String::isEmpty);
        TrackingClient built = TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(provider))
                .config(ConfigSource.of(settings))
                .clock(sandbox.clock())
                .retries(0, Duration.ofMillis(1))
                .build();
        others.add(built);
        return built;
    }

    @Test
    void what_is_said_is_what_the_descriptions_allow() {
        SpecConformance conformance = new SpecConformance(CarrierSpecs.folder(), deviations);
        try (sandbox;
                proxy) {
            say();
            FAILURES.forEach(this::failures);
            assertThat(proxy.undescribed()).isEmpty();
            told(proxy.recorded()).forEach(conformance::check);
        } finally {
            others.forEach(TrackingClient::close);
        }
        System.out.println(conformance.conclude());
    }

    /** All that is asked of a carrier in good order. */
    abstract void say();

    /** What is asked once for every way to fail: {@link #failing}. */
    abstract void failures(int status);

    /** What is held to the descriptions: all that was said, unless another test holds some of it. */
    Stream<Exchange> told(List<Exchange> recorded) {
        return recorded.stream();
    }

    /**
     * Asks while the carrier fails in this way.
     *
     * @param wire which of the sandbox's systems fails
     * @param times how often it does: twice where a 401 is tried again with a new token, and may then be refused otherwise
     */
    final void failing(String wire, String operation, int times, int status, Runnable call) {
        SandboxFault fault = sandbox.fail(wire).on(operation).with(status);
        // else the door would pause for the next question
        (status == 429 ? fault.retryAfter(Duration.ZERO) : fault).times(times);
        try {
            call.run();
        } catch (CarrierException failed) {
            assertThat(failed.httpStatus()).hasValue(status);
        }
        sandbox.clearFaults();
    }

    /** Asks what the carrier must not agree to, and gives what it says. */
    static CarrierException refusal(Runnable call) {
        CarrierException refusal = catchThrowableOfType(CarrierException.class, call::run);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
