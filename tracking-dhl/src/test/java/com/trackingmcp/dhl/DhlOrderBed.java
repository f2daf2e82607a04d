package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A stubbed MyDHL that sells whatever it is asked for, so that what it was asked can be looked at. */
abstract class DhlOrderBed extends DhlTestBed {
    static final String ACCOUNT = "123456789";
    static final String AREAS = "/mydhl/address-validate";
    static final String RATES = "/mydhl/rates";
    static final String SHIPMENTS = "/mydhl/shipments";
    static final String TRACKING = "/mydhl/tracking";
    static final String SOLD = "{\"shipmentTrackingNumber\":\"1234567890\"}";

    private static final ObjectMapper JSON = new ObjectMapper();

    TrackingClient client;

    @BeforeEach
    void connects() {
        client = client(express(), Map.of("DHL_EXPRESS_ACCOUNT_NUMBER", ACCOUNT));
        area("+01:00");
        rated(200, "{}");
        sold(201, SOLD);
    }

    void area(String offset) {
        areas(200, "{'address':[{'serviceArea':{'code':'CGN','GMTOffset':'" + offset + "'}}]}");
    }

    /** JSON with single quotes, for reading. */
    void areas(int status, String json) {
        dhl.stubFor(get(urlPathEqualTo(AREAS)).willReturn(answer(status, json)));
    }

    void rated(int status, String json) {
        dhl.stubFor(post(urlPathEqualTo(RATES)).willReturn(answer(status, json)));
    }

    void sold(int status, String json) {
        dhl.stubFor(post(urlPathEqualTo(SHIPMENTS)).willReturn(answer(status, json)));
    }

    void tracked(int status, String json) {
        dhl.stubFor(get(urlPathEqualTo(TRACKING)).willReturn(answer(status, json)));
    }

    static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer(int status, String json) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(json.replace('\'', '"'));
    }

    Shipment ship(ShipmentRequest.Builder order) {
        return client.ship(order.build());
    }

    /** The body of the purchase of this order. */
    JsonNode order(ShipmentRequest.Builder order) {
        ship(order);
        return body(SHIPMENTS);
    }

    /** The body of the question for this order's prices. */
    JsonNode question(ShipmentRequest.Builder order) {
        client.rates(order.build());
        return body(RATES);
    }

    private JsonNode body(String path) {
        return read(last(dhl.findAll(postRequestedFor(urlPathEqualTo(path)))).getBodyAsString());
    }

    LoggedRequest lastPurchase() {
        return last(dhl.findAll(postRequestedFor(urlPathEqualTo(SHIPMENTS))));
    }

    LoggedRequest lastGet(String path) {
        return last(dhl.findAll(getRequestedFor(urlPathEqualTo(path))));
    }

    private static LoggedRequest last(List<LoggedRequest> sent) {
        if (sent.isEmpty()) {
            throw new AssertionError("Nothing was asked");
        }
        return sent.get(sent.size() - 1);
    }

    /** JSON with single quotes, for reading. */
    static JsonNode read(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
