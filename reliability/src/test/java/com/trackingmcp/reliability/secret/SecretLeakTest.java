package com.trackingmcp.reliability.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.dhl.DhlConfig;
import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.fedex.FedexConfig;
import com.trackingmcp.karrio.KarrioConfig;
import com.trackingmcp.model.ModelJson;
import com.trackingmcp.observe.AuditLog;
import com.trackingmcp.observe.MicrometerMetrics;
import com.trackingmcp.reliability.input.Bench;
import com.trackingmcp.reliability.input.Verb;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxPush;
import com.trackingmcp.ups.UpsConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every verb of every carrier, whatever the carrier answers: nothing that is told holds a credential or tells of a person.
 *
 * <p>Each verb meets one of the situations, drawn by the seed; {@code -Dreliability.secret.all=true} gives it all.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecretLeakTest {
    private static final long SEED = Long.getLong("reliability.seed", 20261122L);
    private static final boolean ALL = Boolean.getBoolean("reliability.secret.all");
    /** Credentials that were refused are not sent again for half a minute. */
    private static final Duration REFUSAL_IS_KEPT = Duration.ofSeconds(31);

    private static final ObjectMapper MAPPER = ModelJson.newMapper();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private int asked;

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "dhl", "karrio:canadapost"})
    void no_verb_tells_a_secret_or_a_person(String carrier) throws IOException {
        Random random = new Random(SEED);
        MicrometerMetrics metrics = new MicrometerMetrics(meters);
        try (Bench bench = Bench.of(
                        carrier, builder -> builder.listener(AuditLog.create()).listener(metrics));
                Ear ear = new Ear(Markers.credentials(bench.sandbox().settings()))) {
            metrics.bind(bench.client());
            for (Verb verb : Verb.all()) {
                Object good;
                try {
                    ear.during(carrier + " " + verb.name() + " with preparations");
                    good = verb.good().apply(bench);
                } catch (NoSuchElementException | CapabilityNotSupportedException e) {
                    continue;
                }
                JsonNode request = Markers.people(verb, MAPPER.valueToTree(good));
                for (Situation situation : situations(random)) {
                    ear.during(carrier + " " + verb.name() + " with " + situation);
                    ask(bench, verb, MAPPER.treeToValue(request, verb.type()), situation, ear);
                }
                bench.relay().answerTruly();
                bench.sandbox().advance(REFUSAL_IS_KEPT);
            }
            ear.hear("client", bench.client() + " " + bench.client().carriers());
            meters.getMeters().forEach(meter -> ear.hear("metric", meter.getId().toString()));
            ear.hearThreads();
            System.out.println("secrets: seed " + SEED + ", " + carrier + " asked " + asked + ", read " + ear.read());
            assertThat(ear.found()).isEmpty();
            assertThat(asked).isGreaterThan(ALL ? 300 : 25);
            assertThat(ear.read()).containsKeys("log line", "audit line", "exception", "metric", "answer");
        }
    }

    private static List<Situation> situations(Random random) {
        List<Situation> all = new ArrayList<>(List.of(Situation.values()));
        Collections.shuffle(all, random);
        return ALL ? all : all.subList(0, 1);
    }

    private void ask(Bench bench, Verb verb, Object request, Situation situation, Ear ear) {
        ear.hear("request", request.toString());
        bench.sandbox().expireTokens(bench.carrier().replaceFirst(":.*", ""));
        bench.relay().answer(situation::answer);
        bench.sandbox().advance(REFUSAL_IS_KEPT);
        asked++;
        try {
            ear.hear("answer", String.valueOf(verb.ask().apply(bench, request)));
        } catch (CarrierException e) {
            ear.hear(e);
        }
    }

    @Test
    void no_configuration_tells_a_secret() {
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                Ear ear = new Ear(Markers.credentials(sandbox.settings()))) {
            ConfigSource config = sandbox.config();
            ear.hear("configuration", FedexConfig.from(config).orElseThrow().toString());
            ear.hear("configuration", UpsConfig.from(config).orElseThrow().toString());
            ear.hear("configuration", DhlConfig.from(config).orElseThrow().toString());
            ear.hear("configuration", KarrioConfig.from(config).orElseThrow().toString());
            for (String setting : sandbox.settings().keySet()) {
                ear.during("without " + setting);
                try (TrackingClient client = TrackingClient.builder()
                        .config(key -> key.equals(setting) ? null : config.lookup(key))
                        .build()) {
                    ear.hear("client", client + " " + client.carriers());
                } catch (CarrierException e) {
                    ear.hear(e);
                }
            }
            assertThat(ear.found()).isEmpty();
            assertThat(ear.read()).containsKeys("configuration", "exception");
        }
    }

    @Test
    void no_message_that_is_pushed_tells_a_secret() {
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                TrackingClient client =
                        TrackingClient.builder().config(sandbox.config()).build();
                Ear ear = new Ear(Markers.credentials(sandbox.settings()))) {
            SandboxPush push = sandbox.parcel("ups").delivered().push();
            List<String> bodies =
                    List.of(push.body(), "{", "{\"trackingNumber\":\"" + Markers.STREET + "\"}", "[]", "");
            List<Map<String, List<String>>> proofs = List.of(
                    push.headers(),
                    Map.of("credential", List.of("test-ups-webhook-other")),
                    Map.of("Authorization", List.of("Bearer test-ups-webhook-other")),
                    Map.of());
            for (String body : bodies) {
                for (Map<String, List<String>> proof : proofs) {
                    for (String carrier : List.of("ups", "karrio", "fedex")) {
                        ear.during(carrier + " push");
                        try {
                            ear.hear(
                                    "answer",
                                    client.webhooks()
                                            .parse(carrier, proof, body.getBytes(StandardCharsets.UTF_8))
                                            .toString());
                        } catch (CarrierException e) {
                            ear.hear(e);
                        }
                    }
                }
            }
            assertThat(ear.found()).isEmpty();
            assertThat(ear.read()).containsKeys("answer", "exception");
        }
    }
}
