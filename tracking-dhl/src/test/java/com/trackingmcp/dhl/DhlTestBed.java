package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.ConfigSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A stubbed DHL on the loopback and a client that talks to it through the public door. */
abstract class DhlTestBed {
    static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    final WireMockServer dhl = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final List<TrackingClient> clients = new java.util.ArrayList<>();

    @BeforeEach
    void open() {
        dhl.start();
    }

    @AfterEach
    void close() {
        clients.forEach(TrackingClient::close);
        dhl.stop();
    }

    Map<String, String> unified() {
        return Map.of(
                "DHL_API_KEY", "test-key",
                "DHL_BASE_URL", dhl.baseUrl() + "/unified",
                "DHL_UNIFIED_QUOTA", "unlimited");
    }

    Map<String, String> express() {
        return Map.of(
                "DHL_EXPRESS_USERNAME", "test-user",
                "DHL_EXPRESS_PASSWORD", "test-password",
                "DHL_EXPRESS_BASE_URL", dhl.baseUrl() + "/mydhl");
    }

    Map<String, String> ecommerce() {
        return Map.of(
                "DHL_CLIENT_ID", "test-client",
                "DHL_CLIENT_SECRET", "test-secret",
                "DHL_ECOMMERCE_BASE_URL", dhl.baseUrl() + "/ecs");
    }

    @SafeVarargs
    final TrackingClient client(Map<String, String>... settings) {
        return client(false, settings);
    }

    @SafeVarargs
    final TrackingClient client(boolean rawJson, Map<String, String>... settings) {
        Map<String, String> all = new HashMap<>();
        List.of(settings).forEach(all::putAll);
        TrackingClient client = TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new DhlCarrierProvider()))
                .config(ConfigSource.of(all))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .retries(0, Duration.ZERO)
                .rawJson(rawJson)
                .build();
        clients.add(client);
        return client;
    }

    static TrackingNumber number(String value) {
        return TrackingNumber.of(value, "dhl");
    }

    static TrackingResult track(TrackingClient client, String value) {
        return client.track(number(value));
    }

    static ResponseDefinitionBuilder json(int status, String fixture) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(fixture(fixture));
    }

    static String fixture(String name) {
        try (InputStream in = DhlTestBed.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("No fixture " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
