package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordingProxyTest {
    private HttpServer carrier;
    private RecordingProxy proxy;

    @BeforeEach
    void start() throws Exception {
        carrier = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        carrier.createContext("/", exchange -> {
            String seen = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("transId") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = seen.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(503, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        carrier.start();
        proxy = RecordingProxy.before(
                URI.create("http://127.0.0.1:" + carrier.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        proxy.close();
        carrier.stop(0);
    }

    @Test
    void what_is_said_passes_unchanged_both_ways() throws Exception {
        HttpResponse<String> answer = send("POST", "/ups/api/track/v1/details/1Z%20?locale=en_US", "Grüße");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertThat(answer.body()).isEqualTo("POST /ups/api/track/v1/details/1Z%20?locale=en_US 42 Grüße");
    }

    @Test
    void what_a_description_covers_is_kept_as_the_carrier_would_see_it() throws Exception {
        send("GET", "/mydhl/tracking?shipmentTrackingNumber=1&shipmentTrackingNumber=2&a=%C3%A4", "");

        assertThat(proxy.recorded()).singleElement().satisfies(exchange -> {
            assertThat(exchange.document()).isEqualTo(CarrierDocument.MYDHL);
            assertThat(exchange.method()).isEqualTo("GET");
            assertThat(exchange.path()).isEqualTo("/mydhlapi/tracking");
            assertThat(exchange.query())
                    .isEqualTo(Map.of("shipmentTrackingNumber", List.of("1", "2"), "a", List.of("ä")));
            assertThat(exchange.status()).isEqualTo(503);
            assertThat(exchange.responseBody()).startsWith("GET /mydhl/tracking");
        });
    }

    @Test
    void what_no_description_covers_is_told_apart() throws Exception {
        send("GET", "/dhl-unified/track/shipments?trackingNumber=1", "");

        assertThat(proxy.recorded()).isEmpty();
        assertThat(proxy.undescribed()).containsExactly("GET /dhl-unified/track/shipments");
    }

    private HttpResponse<String> send(String method, String target, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(proxy.root() + target))
                .header("transId", "42")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
