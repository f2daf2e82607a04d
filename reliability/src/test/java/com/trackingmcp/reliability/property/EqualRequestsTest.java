package com.trackingmcp.reliability.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.reliability.race.ClientVerb;
import com.trackingmcp.reliability.race.ClientVerbs;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Equal requests, put together in another order, are the same bytes to a carrier. System properties: {@code
 * reliability.seed} and {@code reliability.tries}.
 */
@Timeout(300)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EqualRequestsTest {
    private static final long SEED = Long.getLong("reliability.seed", 20261122);
    private static final int TRIES = Integer.getInteger("reliability.tries", 10) / 2;
    private static final long PATIENCE_SECONDS = 30;

    private final Side one = new Side();
    private final Side other = new Side();

    /** A sandbox and a client of it, the same on both sides. */
    private static final class Side implements AutoCloseable {
        private final CarrierSandbox sandbox = CarrierSandbox.start();
        private final RecordingHttpClient http = new RecordingHttpClient();
        private final TrackingClient client = TrackingClient.builder()
                .httpClient(http)
                .config(sandbox.config())
                .clock(sandbox.clock())
                .cache(CachePolicy.off())
                .retries(0, Duration.ZERO)
                .build();

        List<String> bodies(ClientVerb verb) throws InterruptedException, TimeoutException {
            try {
                verb.ask(client, false, PATIENCE_SECONDS);
            } catch (CarrierException refused) {
                // what was sent before is compared all the same
            }
            // whether a token is there already is not the request's
            return http.takeBodies().stream()
                    .filter(body -> !body.contains("token"))
                    .map(Side::withoutIds)
                    .sorted()
                    .toList();
        }

        /**
         * What is new in each call, and meant to be: the id of the call, by which UPS and Karrio name it again, and the ids
         * that the sandbox gives to what it stores.
         */
        private static String withoutIds(String body) {
            return body.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "(purchase)")
                    .replaceAll("[0-9a-f]{32}", "(id)");
        }

        @Override
        public void close() {
            client.close();
            sandbox.close();
        }
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "dhl", "karrio:canadapost"})
    void encode_equally_whatever_the_verb(String carrier) throws Exception {
        List<ClientVerb> asked = ClientVerbs.of(one.sandbox, carrier, "test-order");
        List<ClientVerb> again = ClientVerbs.of(other.sandbox, carrier, "test-order");
        int bodies = 0;
        for (int i = 0; i < asked.size(); i++) {
            List<Object> twins = new ArrayList<>();
            again.get(i).arguments().forEach(argument -> twins.add(Twins.of(argument)));
            List<String> sent = one.bodies(asked.get(i));
            bodies += sent.size();
            assertThat(other.bodies(new ClientVerb(again.get(i).name(), twins)))
                    .as("%s at %s", asked.get(i).signature(), carrier)
                    .isEqualTo(sent);
        }
        System.out.println("equal requests: " + carrier + ", " + bodies + " bodies of " + asked.size() + " verbs");
        assertThat(bodies).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "dhl", "karrio:canadapost"})
    void encode_equally_whatever_the_options(String carrier) throws Exception {
        List<CatalogOption> options = optionsThatWork(carrier);
        one.http.takeBodies();
        other.client.carriers();
        Random random = new Random(SEED);
        int bodies = 0;
        for (int i = 0; i < TRIES; i++) {
            ShipmentRequest order = order(carrier, options, random, "test-" + i);
            for (String verb : List.of("rates", "ship", "transitTimes")) {
                List<String> sent = one.bodies(ClientVerb.of(verb, order));
                bodies += sent.size();
                assertThat(other.bodies(ClientVerb.of(verb, Twins.of(order))))
                        .as("%s at %s, seed %d, try %d: %s", verb, carrier, SEED, i, order.options())
                        .isEqualTo(sent);
            }
        }
        System.out.println("equal requests: " + carrier + ", " + bodies + " bodies with options of " + options.size()
                + ", seed " + SEED);
        assertThat(options).as("options of %s", carrier).hasSizeGreaterThan(1);
        assertThat(bodies).isGreaterThan(TRIES);
    }

    /** Those that may be said to be true, each alone, of an order. */
    private List<CatalogOption> optionsThatWork(String carrier) {
        return one.client.carriers().stream()
                .filter(connected -> connected.carrier().equals(carrier))
                .flatMap(connected -> connected.catalog().options().stream())
                .filter(option -> one.client
                        .previewAll(List.of(of(carrier, "test-0")
                                .putOptions(option.name(), "true")
                                .build()))
                        .get(0)
                        .isComplete())
                .collect(Collectors.toList());
    }

    private static ShipmentRequest.Builder of(String carrier, String reference) {
        return SandboxOrders.domestic(carrier).addReferences(Reference.of(reference));
    }

    private static ShipmentRequest order(String carrier, List<CatalogOption> options, Random random, String reference) {
        List<CatalogOption> chosen = new ArrayList<>(options);
        Collections.shuffle(chosen, random);
        ShipmentRequest.Builder order = of(carrier, reference);
        chosen.stream().limit(2 + random.nextInt(4)).forEach(option -> order.putOptions(option.name(), "true"));
        return order.build();
    }
}
