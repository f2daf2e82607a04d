package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** A caller of the gateway that knows its address and its key. */
final class KarrioClient {
    static final String DOMESTIC = """
            {"shipper":{"person_name":"Ada Example","address_line1":"1 Example Street","city":"Toronto",
              "postal_code":"m5h 2n2","state_code":"ON","country_code":"CA","phone_number":"416 555 0100"},
             "recipient":{"person_name":"Ben Example","address_line1":"2 Example Street","city":"Montreal",
              "postal_code":"H3B4G5","state_code":"QC","country_code":"CA"},
             "parcels":[{"weight":1.5,"weight_unit":"KG","length":20,"width":15,"height":10,"dimension_unit":"CM"}]}
            """;

    private final SandboxClient client;

    KarrioClient(CarrierSandbox sandbox) {
        this.client = new SandboxClient(sandbox.settings());
    }

    /** The domestic order with more members. */
    static String domestic(String more) {
        return DOMESTIC.strip()
                .replaceAll("}$", "," + more.replace("\\", "\\\\").replace("$", "\\$") + "}");
    }

    /** The order to another country. */
    static String abroad(String country) {
        return DOMESTIC.replace("\"QC\",\"country_code\":\"CA\"", "\"\",\"country_code\":\"" + country + "\"")
                .replace("H3B4G5", "10001");
    }

    HttpRequest.Builder to(String path) {
        return client.to("KARRIO_API_URL", path);
    }

    HttpRequest.Builder withKey(String path) {
        return to(path).header("Authorization", "Token " + client.setting("KARRIO_API_KEY"));
    }

    Answer send(HttpRequest.Builder request) {
        return client.send(request);
    }

    Answer get(String path) {
        return send(withKey(path));
    }

    /** An address as it stands in an answer: from the host's root. */
    HttpRequest.Builder link(String path) {
        return HttpRequest.newBuilder(
                URI.create(client.setting("KARRIO_API_URL")).resolve(path));
    }

    Answer call(String method, String path, String body) {
        return send(withKey(path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    Answer post(String path, String body) {
        return call("POST", path, body);
    }

    Answer track(String carrier, String number) {
        return post("/v1/trackers", tracking(carrier, number));
    }

    static String tracking(String carrier, String number) {
        return "{\"carrier_name\":\"" + carrier + "\",\"tracking_number\":\"" + number + "\"}";
    }

    /** A draft with the rates of Canada Post. */
    JsonNode draft() {
        return post("/v1/shipments", domestic("\"carrier_ids\":[\"canada-east\"]"))
                .json();
    }

    /** Buys the first rate of a draft. */
    Answer buy(JsonNode draft) {
        return purchase(
                draft, "{\"selected_rate_id\":\"" + draft.at("/rates/0/id").asText() + "\"}");
    }

    Answer purchase(JsonNode draft, String body) {
        return post("/v1/shipments/" + draft.path("id").asText() + "/purchase", body);
    }

    /** A shipment that was bought at once. */
    JsonNode bought(String service) {
        return post("/v1/shipments", domestic("\"service\":\"" + service + "\""))
                .json();
    }

    static String path(JsonNode shipment) {
        return "/v1/shipments/" + shipment.path("id").asText();
    }
}
