package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.testkit.SandboxClient.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks of the sandbox's gateway, and what it would post to them. */
class KarrioWebhooksTest {
    private static final String WEBHOOK =
            "{'url':'https://shop.example/karrio','enabled_events':['order_created','tracker_updated']}";
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioCaller karrio = new KarrioCaller(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer registered() {
        return karrio.post("/v1/webhooks", WEBHOOK);
    }

    @Test
    void aWebhookIsRegisteredWithASecretOfItsOwn() {
        Answer first = registered();

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.at("/secret")).isEqualTo(sandbox.settings().get("KARRIO_WEBHOOK_SECRET"));
        assertThat(first.at("/disabled")).isEqualTo("false");
        assertThat(registered().at("/secret")).startsWith("whsec_");
        assertThat(karrio.get("/v1/webhooks/" + first.at("/id")).json()).isEqualTo(first.json());
    }

    @Test
    void aWebhookIsChangedTriedAndRemoved() {
        String path = "/v1/webhooks/" + registered().at("/id");

        assertThat(karrio.post(path + "/test", "{'payload':{}}").at("/success")).isEqualTo("true");
        assertThat(karrio.send("PATCH", path, "{'disabled':true,'url':'https://shop.invalid/x'}", "")
                        .at("/disabled"))
                .isEqualTo("true");
        assertThat(karrio.post(path + "/test", "{'payload':{}}").at("/success")).isEqualTo("false");
        assertThat(karrio.send("DELETE", path, "", "").at("/object_type")).isEqualTo("webhook");
        assertThat(karrio.get(path).at("/errors/0/message")).isEqualTo("Webhook not found");
    }

    @Test
    void unknownEventsAndAddressesAreRefused() {
        assertThat(karrio.post("/v1/webhooks", WEBHOOK.replace("order_created", "rain"))
                        .at("/errors/0/message"))
                .isEqualTo("enabled_events: \"rain\" is not a valid choice.");
        assertThat(karrio.post("/v1/webhooks", WEBHOOK.replace("https:", "")).at("/errors/0/message"))
                .isEqualTo("url: Enter a valid URL.");
        assertThat(karrio.post("/v1/webhooks", "{}").json().at("/errors")).hasSize(2);
    }

    @Test
    void aHundredWebhooksAreAPage() {
        for (int i = 0; i < 101; i++) {
            registered();
        }

        assertThat(karrio.get("/v1/webhooks").json().at("/results")).hasSize(100);
        assertThat(karrio.get("/v1/webhooks?limit=100&offset=100").json().at("/results"))
                .hasSize(1);
    }

    @Test
    void whatTheGatewayPostsCarriesTheSecretOfWhoHearsOfIt() {
        String order = sandbox.karrioOrders(1).get(0);

        SandboxPush push = sandbox.karrioPush("order_created", order);
        assertThat(push.headers().get("X-Event-Id")).isEqualTo(List.of("test-karrio-webhook"));
        assertThat(Json.read(push.body()).at("/event").asText()).isEqualTo("order_created");
        assertThat(Json.read(push.body()).at("/data/id").asText()).isEqualTo(order);

        String deaf = registered().at("/id");
        String secret = registered().at("/secret");
        karrio.send("PATCH", "/v1/webhooks/" + deaf, "{'disabled':true}", "");
        assertThat(sandbox.karrioPush("order_created", order).headers().get("X-Event-Id"))
                .isEqualTo(List.of(secret));
    }

    @Test
    void whatTheGatewayPostsOfATrackerIsWhatItsLastRoundFound() {
        String number = sandbox.parcel("karrio:canadapost").journey().number();
        karrio.post("/v1/trackers", "{'tracking_number':'" + number + "','carrier_name':'canadapost'}");
        sandbox.advance(Duration.ofDays(4));

        SandboxPush push = sandbox.karrioPush("tracker_updated", number);

        assertThat(Json.read(push.body()).at("/data/status").asText()).isEqualTo("delivered");
        assertThat(Json.read(push.body()).at("/data/tracking_number").asText()).isEqualTo(number);
    }

    @Test
    void onlyKarriosEventsAboutWhatIsThereCanBePosted() {
        assertThatThrownBy(() -> sandbox.karrioPush(
                        "order_eaten", sandbox.karrioOrders(1).get(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order_eaten");
        assertThatThrownBy(() -> sandbox.karrioPush("order_created", "ord_1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ord_1");
    }
}
