package com.trackingmcp.reliability.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.reliability.input.Bench;
import com.trackingmcp.reliability.input.Heard;
import com.trackingmcp.reliability.input.Relay;
import com.trackingmcp.reliability.input.Relay.Answer;
import com.trackingmcp.reliability.input.Verb;
import com.trackingmcp.testkit.CarrierSandbox;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers: whatever the carrier's answers, the other never hears of the client. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OtherHostsTest {
    private static final List<String> CARRIERS = List.of("fedex", "ups", "dhl", "karrio:canadapost");
    private static final List<String> VERBS =
            List.of("track", "proofOfDelivery", "rates", "ship", "shipments.recover", "shipments.documents");

    @Test
    void a_redirect_is_an_error_and_nothing_goes_where_it_leads() {
        try (CarrierSandbox other = CarrierSandbox.start();
                Relay elsewhere = Relay.before(other)) {
            for (String carrier : CARRIERS) {
                try (Bench bench = Bench.of(carrier)) {
                    Verb track = verb("track");
                    Object asked = track.good().apply(bench);
                    for (int status : List.of(301, 302, 303, 307, 308)) {
                        bench.relay()
                                .answer((heard, truth) -> new Answer(
                                        status, Map.of("Location", elsewhere.uri() + heard.path()), new byte[0]));
                        assertThatThrownBy(() -> track.ask().apply(bench, asked))
                                .isInstanceOf(CarrierException.class);
                        assertThat(bench.relay().take()).isNotEmpty();
                        bench.sandbox().advance(Duration.ofMinutes(1));
                    }
                }
            }
            assertThat(elsewhere.take()).isEmpty();
        }
    }

    /** Every URL of an answer leads elsewhere: labels, papers, proofs, further pages. */
    @Test
    void what_an_answer_links_to_on_another_host_is_not_fetched_there() {
        int links = 0;
        try (CarrierSandbox other = CarrierSandbox.start();
                Relay elsewhere = Relay.before(other)) {
            for (String carrier : CARRIERS) {
                try (Bench bench = Bench.of(carrier)) {
                    for (String name : VERBS) {
                        links += linked(bench, verb(name), elsewhere);
                    }
                }
            }
            assertThat(elsewhere.take()).isEmpty();
        }
        assertThat(links).isPositive();
    }

    private static int linked(Bench bench, Verb verb, Relay elsewhere) {
        int[] links = new int[1];
        try {
            Object asked = verb.good().apply(bench);
            bench.relay().answer((heard, truth) -> leading(elsewhere, heard, truth, links));
            verb.ask().apply(bench, asked);
        } catch (NoSuchElementException | CapabilityNotSupportedException e) {
            return 0;
        } catch (CarrierException e) {
            // a paper that is not where the answer said
        } finally {
            bench.relay().answerTruly();
        }
        return links[0];
    }

    private static Answer leading(Relay elsewhere, Heard heard, Answer truth, int[] links) {
        if (!truth.headers().getOrDefault("Content-Type", "").contains("json")) {
            return truth;
        }
        String body = new String(truth.body(), StandardCharsets.UTF_8);
        String other = body.replaceAll("\"https?://[^/\"]+/", "\"" + elsewhere.uri() + "/")
                .replaceAll("(\"[a-z_]*url\":\")/", "$1//" + elsewhere.uri().getAuthority() + "/");
        links[0] += other.equals(body) ? 0 : 1;
        return new Answer(truth.status(), new LinkedHashMap<>(truth.headers()), other.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpClient.Redirect.class,
            names = {"ALWAYS", "NORMAL"})
    void an_http_client_that_follows_redirects_is_refused(HttpClient.Redirect redirect) {
        HttpClient follows = HttpClient.newBuilder().followRedirects(redirect).build();
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            assertThatThrownBy(() -> TrackingClient.builder()
                            .config(sandbox.config())
                            .httpClient(follows)
                            .build()
                            .close())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("redirects");
        }
    }

    private static Verb verb(String name) {
        return Verb.all().stream()
                .filter(verb -> verb.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
