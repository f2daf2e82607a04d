package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A caller that knows nothing of the sandbox but its settings, and speaks to it as to the carriers. */
final class SandboxClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String> settings;

    SandboxClient(Map<String, String> settings) {
        this.settings = settings;
    }

    record Answer(int status, String text, HttpResponse<String> http) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException notJson) {
                throw new AssertionError("Not JSON: " + text, notJson);
            }
        }

        String at(String pointer) {
            return json().at(pointer).asText();
        }
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    HttpRequest.Builder to(String baseUrlKey, String path) {
        return HttpRequest.newBuilder(URI.create(settings.get(baseUrlKey) + path));
    }

    String setting(String key) {
        return Objects.requireNonNull(settings.get(key), key);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    // FedEx

    Answer fedexToken(String secret) {
        String body =
                "grant_type=client_credentials&client_id=" + setting("FEDEX_CLIENT_ID") + "&client_secret=" + secret;
        return send(to("FEDEX_BASE_URL", "/oauth/token")
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(body)));
    }

    String fedexToken() {
        return fedexToken(setting("FEDEX_CLIENT_SECRET")).at("/access_token");
    }

    Answer fedex(String token, String path, String body) {
        return send(to("FEDEX_BASE_URL", path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("x-customer-transaction-id", "test-call")
                .POST(BodyPublishers.ofString(body)));
    }

    Answer fedexTrack(String... numbers) {
        return fedex(fedexToken(), "/track/v1/trackingnumbers", trackingInfo(List.of(numbers)));
    }

    static String trackingInfo(List<String> numbers) {
        return numbers.stream()
                .map(number -> "{\"trackingNumberInfo\":{\"trackingNumber\":\"" + number + "\"}}")
                .collect(Collectors.joining(",", "{\"includeDetailedScans\":true,\"trackingInfo\":[", "]}"));
    }

    /** The only track result of the only number. */
    JsonNode fedexParcel(String number) {
        return fedexTrack(number).json().at("/output/completeTrackResults/0/trackResults/0");
    }

    // UPS

    Answer upsToken(String secret) {
        return send(to("UPS_BASE_URL", "/security/v1/oauth/token")
                .header("Content-Type", FORM)
                .header("Authorization", basic(setting("UPS_CLIENT_ID"), secret))
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    String upsToken() {
        return upsToken(setting("UPS_CLIENT_SECRET")).at("/access_token");
    }

    HttpRequest.Builder ups(String token, String path) {
        return to("UPS_BASE_URL", path)
                .header("Authorization", "Bearer " + token)
                .header("transId", "0123456789abcdef0123456789abcdef")
                .header("transactionSrc", "testing");
    }

    Answer upsTrack(String number) {
        return send(ups(upsToken(), "/api/track/v1/details/" + number));
    }

    /** The only package of the only shipment. */
    JsonNode upsParcel(String number) {
        return upsTrack(number).json().at("/trackResponse/shipment/0/package/0");
    }

    // DHL

    Answer unified(String query) {
        return send(to("DHL_BASE_URL", "/track/shipments?" + query).header("DHL-API-Key", setting("DHL_API_KEY")));
    }

    JsonNode unifiedParcel(String number) {
        return unified("trackingNumber=" + number).json().at("/shipments/0");
    }

    String ecommerceToken() {
        String body = "grant_type=client_credentials&client_id=" + setting("DHL_CLIENT_ID") + "&client_secret="
                + setting("DHL_CLIENT_SECRET");
        return send(to("DHL_ECOMMERCE_BASE_URL", "/auth/v4/accesstoken")
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString(body)))
                .at("/access_token");
    }

    Answer ecommerce(String token, String query) {
        return send(to("DHL_ECOMMERCE_BASE_URL", "/tracking/v4/package/open?" + query)
                .header("Authorization", "Bearer " + token));
    }

    JsonNode ecommerceParcel(String number) {
        return ecommerce(ecommerceToken(), "trackingId=" + number).json().at("/packages/0");
    }

    HttpRequest.Builder express(String path) {
        return to("DHL_EXPRESS_BASE_URL", path)
                .header("Authorization", basic(setting("DHL_EXPRESS_USERNAME"), setting("DHL_EXPRESS_PASSWORD")))
                .header("x-version", "3.1.0");
    }

    JsonNode expressParcel(String number) {
        return send(express("/tracking?shipmentTrackingNumber=" + number))
                .json()
                .at("/shipments/0");
    }
}
