package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxNumbers;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Every request of our carrier modules, and every response of our sandbox, against the carriers' own descriptions: what
 * both of us misread the same way, no other test would find.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SandboxConformanceTest {
    private static final List<String> CARRIERS = List.of("fedex", "ups", "dhl");
    private static final List<Integer> FAILURES = List.of(400, 401, 403, 404, 429, 500, 503);
    private static final String REFERENCE = "order-4711";
    private static final int MORE_THAN_A_PAGE = 60;

    @Test
    void what_the_carrier_modules_and_the_sandbox_say_is_what_the_descriptions_allow() throws Exception {
        Path specs = CarrierSpecs.folder();
        SpecConformance conformance = new SpecConformance(specs, KnownDeviations.ALL);
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                RecordingProxy proxy = RecordingProxy.before(sandbox.uri());
                TrackingClient client = client(sandbox, proxy)) {
            assertThat(client.carriers()).extracting(ConnectedCarrier::carrier).containsAll(CARRIERS);
            talk(client, sandbox);
            proxy.recorded().forEach(conformance::check);
        }
        System.out.println(conformance.conclude());
    }

    private static TrackingClient client(CarrierSandbox sandbox, RecordingProxy proxy) {
        return TrackingClient.builder()
                .cache(CachePolicy.off())
                .config(ConfigSource.of(Map.of("FEDEX_ASSOCIATED_SHIPMENTS", "true"))
                        .orElse(directCarriers(sandbox.settings(proxy.root()))))
                .clock(sandbox.clock())
                .retries(0, Duration.ofMillis(1))
                .build();
    }

    /** What goes through the gateway has a conversation of its own. */
    private static ConfigSource directCarriers(Map<String, String> settings) {
        return key -> key.startsWith("KARRIO_") ? null : settings.get(key);
    }

    private static void talk(TrackingClient client, CarrierSandbox sandbox) throws IllegalAccessException {
        List<Outcome<TrackingResult>> outcomes = client.track(numbers());
        outcomes.forEach(outcome -> outcome.value()
                .filter(parcel -> parcel.deliveredAt().isPresent())
                .ifPresent(parcel -> client.proofOfDeliveryAsync(parcel.number())
                        .handle((proof, failure) -> proof)
                        .join()));
        CARRIERS.forEach(carrier -> sandbox.parcel(carrier).reference(REFERENCE));
        sandbox.shipment("ups", MORE_THAN_A_PAGE).forEach(parcel -> parcel.reference(REFERENCE));
        client.track(sandbox.shipment("fedex", 2).get(0).number());
        client.trackByReference(TrackingReference.of(REFERENCE));
        client.trackByReference(TrackingReference.of("nobody-s"));
        for (String carrier : CARRIERS) {
            for (int status : FAILURES) {
                String number = sandbox.parcel(carrier).number();
                sandbox.fail(carrier).with(status).times(1);
                client.track(List.of(number));
                sandbox.clearFaults();
            }
        }
    }

    private static List<String> numbers() throws IllegalAccessException {
        List<String> numbers = new ArrayList<>();
        for (Field field : SandboxNumbers.class.getFields()) {
            numbers.add((String) field.get(null));
        }
        return numbers;
    }
}
