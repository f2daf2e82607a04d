package com.trackingmcp.karrio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.http.Quota;
import com.trackingmcp.model.Address;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A stubbed Karrio with three connections, and a client that talks to it through the public door. */
abstract class KarrioDeskBed {
    static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    static final String CANADA = "karrio:canada-east";
    static final String DHL = "karrio:express";
    private static final ObjectMapper JSON = new ObjectMapper();

    final WireMockServer karrio =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    TrackingClient client;

    @BeforeEach
    void open() {
        karrio.start();
        answers("GET", "/", 200, "{'VERSION':'2026.1.32'}");
        answers("GET", "/v1/carriers", 200, "[]");
        answers(
                "GET",
                "/v1/connections",
                200,
                "{'count':2,'next':null,'results':[" + connection("car_1", "canadapost", "canada-east") + ","
                        + connection("car_2", "mydhl", "express") + "]}");
        client = TrackingClient.builder()
                .carrier(Karrio.carrier(KarrioConfig.builder()
                        .baseUri(URI.create(karrio.baseUrl()))
                        .apiKey("test-karrio-key")
                        .quota(Quota.unlimited())
                        .build()))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .retries(0, Duration.ZERO)
                .build();
    }

    private static String connection(String id, String carrier, String label) {
        return "{'id':'" + id + "','carrier_name':'" + carrier + "','carrier_id':'" + label
                + "','display_name':'" + carrier + "','active':true,'test_mode':true,"
                + "'capabilities':['pickup','manifest','paperless']}";
    }

    @AfterEach
    void close() {
        client.close();
        karrio.stop();
    }

    /** JSON with single quotes, for reading; {@code {{request.headers.…}}} stands for what was asked with. */
    void answers(String method, String path, int status, String json) {
        karrio.stubFor(request(method, urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withTransformers("response-template")
                        .withBody(json.replace('\'', '"'))));
    }

    void loses(String method, String path) {
        karrio.stubFor(request(method, urlPathEqualTo(path))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    static String page(String... results) {
        return "{'count':" + results.length + ",'next':null,'previous':null,'results':[" + String.join(",", results)
                + "]}";
    }

    List<LoggedRequest> sent(String method, String path) {
        return Stream.of(path)
                .flatMap(asked -> karrio.findAll(anyRequestedFor(urlPathEqualTo(asked))).stream())
                .filter(logged -> logged.getMethod().equals(RequestMethod.fromString(method)))
                .toList();
    }

    JsonNode body(String method, String path) {
        List<LoggedRequest> all = sent(method, path);
        return read(all.get(all.size() - 1).getBodyAsString());
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String query(LoggedRequest request, String name) {
        return request.queryParameter(name).isPresent()
                ? request.queryParameter(name).firstValue()
                : "";
    }

    static Address.Builder ottawa() {
        return Address.builder()
                .person("Ada Example")
                .company("Example Books")
                .addLines("1 Example St")
                .city("Ottawa")
                .stateOrProvince("ON")
                .postalCode("K1A 0B1")
                .country("CA")
                .phone("+1 613 555 0100");
    }
}
