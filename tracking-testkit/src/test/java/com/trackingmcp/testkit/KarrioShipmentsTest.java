package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox's Karrio sells, refuses and voids. */
class KarrioShipmentsTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioClient client = new KarrioClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void withoutAServiceADraftWithRatesIsKept() {
        JsonNode draft = client.draft();

        assertThat(draft.path("status").asText()).isEqualTo("draft");
        assertThat(draft.path("rates")).hasSize(4);
        assertThat(draft.at("/shipper/postal_code").asText()).isEqualTo("M5H2N2");
        assertThat(draft.at("/shipper/phone_number").asText()).isEqualTo("+1 416-555-0100");
        assertThat(draft.at("/options/shipping_date").asText()).isEqualTo("2026-02-10T15:00");
        assertThat(sandbox.shipments("karrio")).isEmpty();
    }

    @Test
    void aPurchaseHasNumbersALabelAndATracker() {
        Answer answer = client.buy(client.draft());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/status")).isEqualTo("created");
        String number = answer.at("/tracking_number");
        assertThat(sandbox.shipments("karrio").get(0).numbers()).containsExactly(number);
        assertThat(answer.at("/parcels/0/reference_number")).isEqualTo(number);
        assertThat(Base64.getDecoder().decode(answer.at("/shipping_documents/0/base64")))
                .startsWith('%', 'P', 'D', 'F');
        assertThat(client.get("/v1/trackers/" + number).at("/events/0/code")).isEqualTo("CREATED");
        assertThat(client.get("/v1/shipments/" + answer.at("/id"))
                        .json()
                        .at("/shipping_documents/0")
                        .has("base64"))
                .isFalse();
    }

    @Test
    void withAServiceItIsBoughtAtOnce() {
        JsonNode bought = client.bought("purolator_ground");

        assertThat(bought.path("status").asText()).isEqualTo("created");
        assertThat(client.purchase(bought, "{\"service\":\"purolator_ground\"}").status())
                .isEqualTo(409);
        assertThat(sandbox.shipments("karrio")).hasSize(1);
    }

    @Test
    void aSecondPurchaseIsRefused() {
        JsonNode draft = client.draft();
        client.buy(draft);

        Answer again = client.buy(draft);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/errors/0/code")).isEqualTo("state_error");
        assertThat(sandbox.shipments("karrio")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"selected_rate_id\":\"rat_nonsense\"} | service_unavailable",
                "{\"service\":\"purolator_ground\"} | service_unavailable",
                "{} | validation_error"
            })
    void aRateHasToBeThere(String body, String code) {
        Answer answer = client.purchase(client.draft(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void theLabelsTypeIsPdfAgainWhereAPurchaseTellsNone() {
        JsonNode draft = client.post("/v1/shipments", KarrioClient.domestic("\"label_type\":\"ZPL\""))
                .json();

        assertThat(draft.path("label_type").asText()).isEqualTo("ZPL");
        assertThat(client.buy(draft).at("/label_type")).isEqualTo("PDF");
    }

    @Test
    void newRatesMakeTheOldOnesInvalid() {
        JsonNode draft = client.draft();

        JsonNode renewed = client.post(KarrioClient.path(draft) + "/rates", "{\"carrier_ids\":[\"puro\"]}")
                .json();

        assertThat(renewed.at("/rates/0/carrier_name").asText()).isEqualTo("purolator");
        assertThat(client.buy(draft).status()).isEqualTo(400);
        assertThat(client.buy(renewed).status()).isEqualTo(200);
        assertThat(client.post(KarrioClient.path(draft) + "/rates", "{}").status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"city\":\"Montreal\",",
                "\"person_name\":\"Ben Example\",",
                "\"address_line1\":\"2 Example Street\","
            })
    void whatACarrierMissesItSaysAtThePurchaseAndNothingIsKept(String part) {
        String service = "\"service\":\"canadapost_xpresspost\"";

        Answer answer =
                client.post("/v1/shipments", KarrioClient.domestic(service).replace(part, ""));

        assertThat(answer.status()).isEqualTo(424);
        assertThat(answer.at("/messages/0/carrier_name")).isEqualTo("canadapost");
        assertThat(client.get("/v1/shipments").at("/count")).isEqualTo("0");
        assertThat(sandbox.shipments("karrio")).isEmpty();
    }

    @Test
    void nothingIsKeptWhereNobodyHasARate() {
        assertThat(client.post("/v1/shipments", KarrioClient.abroad("AQ")).status())
                .isEqualTo(424);
        assertThat(client.get("/v1/shipments").at("/count")).isEqualTo("0");
    }

    @Test
    void aLostAnswerHasBoughtAndIsFoundByTheRequestsId() {
        JsonNode draft = client.draft();
        sandbox.fail("karrio").on("ship").withLostAnswer().times(1);
        String body = "{\"selected_rate_id\":\"" + draft.at("/rates/0/id").asText() + "\"}";

        assertThat(catching(draft, body)).isNotNull();

        JsonNode found =
                client.get("/v1/shipments?request_id=test-purchase").json().at("/results/0");
        assertThat(found.path("id")).isEqualTo(draft.path("id"));
        assertThat(found.path("status").asText()).isEqualTo("created");
    }

    private Throwable catching(JsonNode draft, String body) {
        return catchThrowable(() -> client.send(client.withKey(KarrioClient.path(draft) + "/purchase")
                .header("Content-Type", "application/json")
                .header("X-Request-ID", "test-purchase")
                .POST(BodyPublishers.ofString(body))));
    }

    @Test
    void aBoughtShipmentIsVoidedOnce() {
        JsonNode bought = client.bought("canadapost_xpresspost");

        Answer first = client.post(KarrioClient.path(bought) + "/cancel", "");
        Answer second = client.post(KarrioClient.path(bought) + "/cancel", "");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/status")).isEqualTo("cancelled");
        assertThat(second.status()).isEqualTo(202);
        assertThat(sandbox.shipments("karrio").get(0).cancelled())
                .containsExactly(bought.path("tracking_number").asText());
    }

    @Test
    void aCancellationNobodyWasAskedForIsCalledASuccess() {
        JsonNode bought = client.bought("mydhl_express_domestic");

        Answer answer = client.post(KarrioClient.path(bought) + "/cancel", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/status")).isEqualTo("cancelled");
        assertThat(sandbox.shipments("karrio").get(0).cancelled()).isEmpty();
    }

    @Test
    void whatTheCarrierHasFetchedItDoesNotVoid() {
        JsonNode bought = client.bought("canadapost_xpresspost");
        sandbox.shipments("karrio").get(0).parcels().get(0).pickedUp();

        assertThat(client.post(KarrioClient.path(bought) + "/cancel", "").status())
                .isEqualTo(424);
        sandbox.advance(Duration.ofHours(3));
        assertThat(client.get(KarrioClient.path(bought)).at("/status")).isEqualTo("shipped");
        assertThat(client.post(KarrioClient.path(bought) + "/cancel", "").status())
                .isEqualTo(409);
    }

    @Test
    void aShipmentIsVoidedByTheIdOfTheRequestThatBoughtItToo() {
        client.send(client.withKey("/v1/shipments")
                .header("Content-Type", "application/json")
                .header("X-Request-ID", "test-bought")
                .POST(BodyPublishers.ofString(KarrioClient.domestic("\"service\":\"purolator_ground\""))));

        assertThat(client.get("/v1/shipments/test-bought").status()).isEqualTo(404);
        assertThat(client.post("/v1/shipments/test-bought/cancel", "").at("/status"))
                .isEqualTo("cancelled");
    }

    @Test
    void thePurchasesIdReplacesTheDrafts() {
        JsonNode draft = client.send(client.withKey("/v1/shipments")
                        .header("Content-Type", "application/json")
                        .header("X-Request-ID", "test-draft")
                        .POST(BodyPublishers.ofString(KarrioClient.DOMESTIC)))
                .json();
        assertThat(draft.at("/meta/request_id").asText()).isEqualTo("test-draft");

        client.buy(draft);

        assertThat(client.get("/v1/shipments?request_id=test-draft").at("/count"))
                .isEqualTo("0");
    }

    @Test
    void aDraftIsCancelledWithoutAskingAnybody() {
        assertThat(client.post(KarrioClient.path(client.draft()) + "/cancel", "")
                        .at("/status"))
                .isEqualTo("cancelled");
        assertThat(client.post("/v1/shipments/nonsense/cancel", "").at("/errors/0/message"))
                .isEqualTo("Shipment not found");
    }
}
