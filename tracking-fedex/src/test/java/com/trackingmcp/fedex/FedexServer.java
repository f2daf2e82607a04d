package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.TrackingClientBuilder;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.TestClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A FedEx that answers what a test tells it to, and a client that asks it. Used by one test at a time. */
final class FedexServer implements AutoCloseable {
    static final String TRACK = "/track/v1/trackingnumbers";
    static final String REFERENCE = "/track/v1/referencenumbers";
    static final String ASSOCIATED = "/track/v1/associatedshipments";
    static final String DOCUMENTS = "/track/v1/trackingdocuments";
    static final String TOKEN = "/oauth/token";

    private static final ObjectMapper JSON = new ObjectMapper();

    final WireMockServer http = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    final TestClock clock = TestClock.fixed(Instant.parse("2026-03-05T18:00:00Z"));
    private final Map<String, String> settings = new HashMap<>();

    FedexServer() {
        http.start();
        settings.put("FEDEX_CLIENT_ID", "test-client-id");
        settings.put("FEDEX_CLIENT_SECRET", "test-client-secret");
        settings.put("FEDEX_BASE_URL", http.baseUrl());
        answer(TOKEN, 200, "{\"access_token\":\"test-token\",\"token_type\":\"bearer\",\"expires_in\":3599}");
    }

    FedexServer with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    FedexServer without(String setting) {
        settings.remove(setting);
        return this;
    }

    void answer(String path, int status, String body) {
        answer(path, jsonResponse(body, status));
    }

    void answer(String path, ResponseDefinitionBuilder response) {
        http.stubFor(post(urlEqualTo(path)).willReturn(response));
    }

    /** Answers with a file beside this class. */
    void answer(String path, String file) {
        answer(path, 200, file(file));
    }

    static String file(String name) {
        try (InputStream in = FedexServer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bodies sent to a path, oldest first. */
    List<JsonNode> sent(String path) {
        return http.findAll(postRequestedFor(urlEqualTo(path))).stream()
                .map(request -> {
                    try {
                        return JSON.readTree(request.getBody());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    TrackingClientBuilder builder() {
        return TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new FedexCarrierProvider()))
                .config(ConfigSource.of(settings))
                .clock(clock)
                .retries(0, Duration.ofMillis(1));
    }

    TrackingClient client() {
        return builder().build();
    }

    @Override
    public void close() {
        http.stop();
    }
}
