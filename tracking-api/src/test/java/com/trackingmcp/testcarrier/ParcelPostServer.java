package com.trackingmcp.testcarrier;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.TrackingClientBuilder;
import com.trackingmcp.support.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Parcel Post's server on the loopback: hands out tokens and knows the parcels it is told of. One for all tests, as it
 * was new before each.
 */
public final class ParcelPostServer implements BeforeEachCallback, AfterEachCallback {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Parcels PARCELS = new Parcels();
    private static WireMockServer server = newServer();

    private final List<TrackingClient> clients = new ArrayList<>();
    private TestClock clock = new TestClock();
    private boolean leavesRequestsBehind;

    private static WireMockServer newServer() {
        return new WireMockServer(options()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(20)
                .gzipDisabled(true)
                .extensions(PARCELS));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!server.isRunning()) {
            server.start();
        }
        server.resetAll();
        PARCELS.states.clear();
        clock = new TestClock();
        givesTokens("test-token-1");
        knowsItsParcels();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clients.forEach(TrackingClient::close);
        clients.clear();
        if (leavesRequestsBehind) {
            // what was sent and never answered must not be counted in the next test
            server.stop();
            server = newServer();
        }
    }

    public TestClock clock() {
        return clock;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public URI secureUri() {
        return URI.create("https://127.0.0.1:" + server.httpsPort());
    }

    /** A client of Parcel Post over OAuth2 with the test's clock and no wait between retries. */
    public TrackingClient client() {
        return client(ParcelPost.at(uri()));
    }

    public TrackingClient client(ParcelPost.Config... connections) {
        TrackingClientBuilder builder = builder();
        List.of(connections).forEach(connection -> builder.carrier(ParcelPost.carrier(connection)));
        return built(builder);
    }

    public TrackingClientBuilder builder() {
        return TrackingClient.builder()
                .cache(CachePolicy.off())
                .config(key -> null)
                .providers(List.of())
                .clock(clock)
                .retries(2, Duration.ZERO);
    }

    /** Builds a client that is closed after the test. */
    public TrackingClient built(TrackingClientBuilder builder) {
        TrackingClient client = builder.build();
        clients.add(client);
        return client;
    }

    public ParcelPostServer knows(String number, String state) {
        PARCELS.states.put(number, state);
        return this;
    }

    public void givesTokens(String token) {
        stub(post(urlPathEqualTo("/oauth/token"))
                .willReturn(okJson("{\"access_token\":\"%s\",\"expires_in\":\"3600\"}".formatted(token))));
    }

    public void knowsItsParcels() {
        stub(post(urlPathEqualTo("/v1/track")).willReturn(aResponse().withTransformers(Parcels.NAME)));
    }

    public void stub(MappingBuilder mapping) {
        server.stubFor(mapping);
    }

    /** Answers whatever is asked with this JSON. */
    public void answersEverything(int status, String body) {
        stub(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    /** Counts the requests for a path that come from now on: for what is sent beside a call, not within it. */
    public CountDownLatch arrivals(String path, int requests) {
        CountDownLatch arrived = new CountDownLatch(requests);
        server.addMockServiceRequestListener((request, response) -> {
            if (request.getUrl().startsWith(path)) {
                arrived.countDown();
            }
        });
        return arrived;
    }

    /** Lets requests for a path wait for longer than any test runs; counts those that came. */
    public CountDownLatch neverAnswers(String path, int requests) {
        CountDownLatch arrived = arrivals(path, requests);
        leavesRequestsBehind = true;
        stub(any(urlPathEqualTo(path)).willReturn(okJson("{}").withFixedDelay(60_000)));
        return arrived;
    }

    public int tokenRequests() {
        return requests("/oauth/token").size();
    }

    public int trackRequests() {
        return requests("/v1/track").size();
    }

    public List<LoggedRequest> requests(String path) {
        return server.findAll(postRequestedFor(urlPathEqualTo(path)));
    }

    /** Forgets the requests that came so far. */
    public void resetRequests() {
        server.resetRequests();
    }

    /** Every request in the order of its coming. */
    public List<LoggedRequest> requests() {
        List<ServeEvent> newestFirst = server.getAllServeEvents();
        List<LoggedRequest> requests = new ArrayList<>();
        newestFirst.forEach(event -> requests.add(0, event.getRequest()));
        return requests;
    }

    /** How many numbers came in each track request. */
    public List<Integer> batchSizes() {
        return requests("/v1/track").stream()
                .map(request -> Parcels.numbers(request.getBodyAsString()).size())
                .sorted()
                .toList();
    }

    private static final class Parcels implements ResponseDefinitionTransformerV2 {
        static final String NAME = "parcels";
        private final Map<String, String> states = new ConcurrentHashMap<>();

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            List<Map<String, String>> found = numbers(event.getRequest().getBodyAsString()).stream()
                    .filter(states::containsKey)
                    .map(number -> Map.of("number", number, "state", states.get(number)))
                    .toList();
            return okJson(JSON.valueToTree(Map.of("parcels", found)).toString()).build();
        }

        static List<String> numbers(String body) {
            try {
                List<String> numbers = new ArrayList<>();
                JsonNode asked = JSON.readTree(body).path("numbers");
                asked.forEach(number -> numbers.add(number.asText()));
                return numbers;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }
}
