package com.trackingmcp.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What somebody writes who asks one carrier for prices without a library: {@code java.net.http}, Jackson, the same
 * requests, and of each answer the service and the total. No retry, no deadline but the request's, no checks.
 */
final class HandWrittenRates {
    /** Headers that the HTTP client sets by itself. */
    private static final Set<String> OWN_HEADERS = Set.of(
            "host", "content-length", "connection", "upgrade", "http2-settings", "accept-encoding", "user-agent");

    private static final Map<String, Function<JsonNode, List<Price>>> READERS = Map.of(
            "fedex",
            answer -> prices(
                    answer.at("/output/rateReplyDetails"),
                    "/serviceType",
                    "/ratedShipmentDetails/0/totalNetCharge",
                    "/ratedShipmentDetails/0/currency"),
            "ups",
            answer -> prices(
                    answer.at("/RateResponse/RatedShipment"),
                    "/Service/Code",
                    "/TotalCharges/MonetaryValue",
                    "/TotalCharges/CurrencyCode"),
            "dhl",
            answer -> prices(
                    answer.at("/products"), "/productCode", "/totalPrice/0/price", "/totalPrice/0/priceCurrency"));

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<Request> requests = new ArrayList<>();
    private final Function<JsonNode, List<Price>> reader;

    /** What is taken from an answer. */
    record Price(String service, BigDecimal total, String currency) {}

    private record Request(String method, URI uri, Map<String, String> headers, JsonNode body) {}

    /**
     * A client of one carrier.
     *
     * @param sample the requests that one question for prices takes, their token included
     */
    HandWrittenRates(String carrier, URI root, List<RatesServer.Asked> sample) throws IOException {
        this.reader = READERS.get(carrier);
        for (RatesServer.Asked asked : sample) {
            JsonNode body = asked.body().isEmpty() ? null : json.readTree(asked.body());
            requests.add(new Request(asked.method(), root.resolve(asked.uri()), asked.headers(), body));
        }
    }

    int requests() {
        return requests.size();
    }

    /** The prices, as the last of the requests tells them. */
    List<Price> prices() throws IOException, InterruptedException {
        List<Price> prices = List.of();
        for (Request request : requests) {
            HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri());
            request.headers().forEach((name, value) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                    builder.header(name, value);
                }
            });
            HttpRequest.BodyPublisher body = request.body() == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(request.body()));
            HttpResponse<byte[]> response =
                    http.send(builder.method(request.method(), body).build(), HttpResponse.BodyHandlers.ofByteArray());
            prices = reader.apply(json.readTree(response.body()));
        }
        return prices;
    }

    private static List<Price> prices(JsonNode found, String service, String total, String currency) {
        List<Price> prices = new ArrayList<>();
        for (JsonNode each : found) {
            prices.add(new Price(
                    each.at(service).asText(),
                    new BigDecimal(each.at(total).asText("0")),
                    each.at(currency).asText()));
        }
        return prices;
    }
}
