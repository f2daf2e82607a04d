package com.trackingmcp.ups;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A stubbed UPS on the loopback, and a client that talks to it through the public door. */
abstract class UpsTestBed {
    static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    static final String NUMBER = "1ZTK00010390000017";

    final WireMockServer ups = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    final List<TrackingClient> clients = new ArrayList<>();
    final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void open() {
        ups.start();
        settings.put("UPS_CLIENT_ID", "test-client");
        settings.put("UPS_CLIENT_SECRET", "test-secret");
        settings.put("UPS_BASE_URL", ups.baseUrl());
        ups.stubFor(post(urlPathEqualTo("/security/v1/oauth/token")).willReturn(json("""
                {"token_type":"Bearer","issued_at":"1772712000000","client_id":"test-client","access_token":"test-token",
                 "scope":"","expires_in":"14399","refresh_count":"0","status":"approved"}""")));
    }

    @AfterEach
    void close() {
        clients.forEach(TrackingClient::close);
        ups.stop();
    }

    TrackingClient client() {
        return client(false);
    }

    TrackingClient client(boolean rawJson) {
        TrackingClient client = TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new UpsCarrierProvider()))
                .config(ConfigSource.of(settings))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .retries(0, Duration.ZERO)
                .rawJson(rawJson)
                .build();
        clients.add(client);
        return client;
    }

    void answer(ResponseDefinitionBuilder response) {
        ups.stubFor(get(urlPathEqualTo("/api/track/v1/details/" + NUMBER)).willReturn(response));
    }

    TrackingResult track(ResponseDefinitionBuilder response) {
        answer(response);
        return client().track(TrackingNumber.of(NUMBER, "ups"));
    }

    /** What UPS's answer with these parts of one parcel becomes. */
    TrackingResult parcel(String parts) {
        return track(json("""
                {"trackResponse":{"shipment":[{"inquiryNumber":"%1$s","package":[{"trackingNumber":"%1$s",%2$s}]}]}}""".formatted(NUMBER, parts)));
    }

    /** An activity at some time, with the codes of its status: {@code "I/OT/021"}, parts may be empty. */
    static String activity(String codes) {
        String[] parts = codes.split("/", -1);
        return """
                {"date":"20260304","time":"101500","gmtDate":"20260304","gmtTime":"15:15:00","gmtOffset":"-05:00",
                 "status":{"type":"%s","code":"%s","statusCode":"%s","description":"Text of %s"}}""".formatted(parts[0], parts[1], parts[2], codes);
    }

    /** Activities, newest first. */
    static String activities(String... codes) {
        List<String> all = List.of(codes).stream().map(UpsTestBed::activity).toList();
        return "\"activity\":[" + String.join(",", all) + "]";
    }

    CarrierException failure(ResponseDefinitionBuilder response) {
        return catchThrowableOfType(CarrierException.class, () -> track(response));
    }

    static ResponseDefinitionBuilder json(String body) {
        return json(200, body);
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    static String fixture(String name) {
        try (InputStream in = UpsTestBed.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("No fixture " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
