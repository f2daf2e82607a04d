package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the sandbox's Karrio lists, changes and prints what it sold. */
class KarrioListsTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioClient client = new KarrioClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aThousandShipmentsAreReadByPages() {
        List<SandboxShipment> stock = sandbox.karrioShipments(1_000);

        JsonNode last = client.get("/v1/shipments?limit=50&offset=980").json();

        assertThat(stock).hasSize(1_000);
        assertThat(last.path("count").asInt()).isEqualTo(1_000);
        assertThat(last.path("results")).hasSize(20);
        assertThat(last.at("/results/19/reference").asText()).isEqualTo("stock-1");
        assertThat(last.path("next").isNull()).isTrue();
        assertThat(client.get("/v1/shipments").json().path("results")).hasSize(20);
        assertThat(client.get("/v1/shipments?created_after=2026-02-10T14:56:00Z")
                        .at("/count"))
                .isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource({
        "reference=stock-1, 2",
        "metadata_key=stock&metadata_value=3, 1",
        "metadata_value=3, 1",
        "status=draft, 1",
        "status=draft&status=created, 11",
        "carrier_name=canadapost, 10",
        "has_tracker=false, 1",
        "keyword=EXPEDITED, 11",
        "address=montreal, 11",
        "service=canadapost_expedited_parcel, 10",
        "is_return=true, 0",
        "is_archived=true, 0",
        "request_id=test-draft, 1"
    })
    void shipmentsAreFiltered(String query, int count) {
        sandbox.karrioShipments(10);
        client.send(client.withKey("/v1/shipments")
                .header("Content-Type", "application/json")
                .header("X-Request-ID", "test-draft")
                .POST(BodyPublishers.ofString(KarrioClient.domestic("\"carrier_ids\":[\"canada-east\"]"))));

        assertThat(client.get("/v1/shipments?" + query).json().path("count").asInt())
                .isEqualTo(count);
    }

    @Test
    void aShipmentIsFoundByItsNumber() {
        String number =
                client.bought("purolator_ground").path("tracking_number").asText();

        assertThat(client.get("/v1/shipments?tracking_number=" + number).at("/results/0/tracking_number"))
                .isEqualTo(number);
    }

    @Test
    void aBoughtShipmentTakesNotesOnly() {
        JsonNode bought = client.bought("purolator_ground");

        assertThat(client.call("PUT", KarrioClient.path(bought), "{\"metadata\":{\"a\":\"b\"}}")
                        .at("/metadata/a"))
                .isEqualTo("b");
        assertThat(client.call("PUT", KarrioClient.path(bought), "{\"reference\":\"late\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void theLabelIsFetchedAsJsonOrAsAFile() {
        JsonNode bought = client.buy(client.draft()).json();
        String link = bought.path("label_url").asText();

        assertThat(link).startsWith("/karrio/v1/shipments/").endsWith("/label.pdf");
        assertThat(client.post(KarrioClient.path(bought) + "/documents/label", "")
                        .at("/category"))
                .isEqualTo("label");
        assertThat(client.send(client.link(link).header("Authorization", "Token test-karrio-key"))
                        .text())
                .startsWith("%PDF");
        assertThat(client.post(KarrioClient.path(bought) + "/documents/invoice", "")
                        .status())
                .isEqualTo(404);
        assertThat(client.post(KarrioClient.path(bought) + "/documents/nonsense", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aLabelsLinkCanBeHandedOnForAWhile() {
        JsonNode bought = client.buy(client.draft()).json();
        String link = bought.path("label_url").asText();
        String id = bought.path("id").asText();
        String wish = "{\"resource_type\":\"shipment\",\"resource_ids\":[\"" + id + "\"],\"access\":[\"label\"]}";

        Answer stranger = client.send(client.link(link));
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.http().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        String handed = client.post("/api/tokens", wish).at("/resource_urls/" + id);
        assertThat(client.send(client.link(handed)).status()).isEqualTo(200);
        sandbox.advance(Duration.ofMinutes(5));
        assertThat(client.send(client.link(handed)).status()).isEqualTo(403);
    }

    @Test
    void anInvoiceComesWithCustoms() {
        String order = KarrioClient.abroad("US")
                .strip()
                .replaceAll(
                        "}$",
                        ",\"service\":\"canadapost_xpresspost_usa\",\"customs\":"
                                + "{\"commodities\":[{\"weight\":1,\"weight_unit\":\"KG\",\"title\":\"Books\"}]}}");

        Answer bought = client.post("/v1/shipments", order);

        assertThat(bought.status()).isEqualTo(201);
        assertThat(bought.at("/shipping_documents/1/category")).isEqualTo("invoice");
    }
}
