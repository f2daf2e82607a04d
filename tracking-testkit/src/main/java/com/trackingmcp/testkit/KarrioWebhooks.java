package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Web addresses that are told of what happens on the gateway. The sandbox posts to none of them: it only says what the server
 * would post.
 */
final class KarrioWebhooks implements KarrioResource {
    private static final String KIND = "weh";
    private static final String WEBHOOK = "webhook";
    private static final int PAGE = 100;
    private static final Set<String> EVENTS = Set.of(
            "all",
            "shipment_purchased",
            "shipment_cancelled",
            "shipment_fulfilled",
            "shipment_out_for_delivery",
            "shipment_needs_attention",
            "shipment_delivery_failed",
            "tracker_created",
            "tracker_updated",
            "pickup_scheduled",
            "pickup_cancelled",
            "pickup_closed",
            "order_created",
            "order_updated",
            "order_fulfilled",
            "order_cancelled",
            "order_delivered",
            "batch_queued",
            "batch_failed",
            "batch_running",
            "batch_completed");

    private final KarrioServer server;

    KarrioWebhooks(KarrioServer server) {
        this.server = server;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        String one = " /v1/webhooks/{id}";
        routes.on("webhooks", "GET /v1/webhooks", ask -> KarrioPage.of(ask, PAGE, all(ask), KarrioEntry::json));
        routes.on(WEBHOOK, "POST /v1/webhooks", this::create);
        routes.on("webhooks", "GET" + one, ask -> KarrioShelf.ok(find(ask)));
        routes.on(WEBHOOK, "PATCH" + one, this::change);
        routes.on(WEBHOOK, "DELETE" + one, this::remove);
        routes.on(WEBHOOK, "POST" + one + "/test", this::test);
    }

    private List<KarrioEntry> all(KarrioAsk ask) {
        return server.book().all(KIND, ask);
    }

    private KarrioEntry find(KarrioAsk ask) {
        return server.book().find(KIND, ask, ask.part("id")).orElseThrow(() -> KarrioRefusal.notFound("Webhook"));
    }

    private static void check(KarrioBody form) {
        if (form.has("url") && !isWebAddress(form.text("url"))) {
            form.complain("url", "Enter a valid URL.");
        }
        form.most(200, "url", "description");
        form.texts("enabled_events").stream()
                .filter(event -> !EVENTS.contains(event))
                .forEach(event -> form.complain("enabled_events", "\"" + event + "\" is not a valid choice."));
        form.check();
    }

    private static boolean isWebAddress(String text) {
        return text.matches("https?://[^\\s/]+\\S*");
    }

    private SandboxResponse create(KarrioAsk ask) {
        KarrioBody form = KarrioBody.of(ask).need("url", "enabled_events");
        check(form);
        ObjectNode webhook = Json.object().put("object_type", WEBHOOK);
        webhook.putNull("description").put("disabled", false).putNull("last_event_at");
        take(form, webhook);
        webhook.put("secret", server.book().all(KIND).isEmpty() ? SandboxSettings.KARRIO_WEBHOOK : fresh());
        KarrioEntry entry = server.book().enter(KIND, ask, webhook);
        webhook.remove("meta");
        return SandboxResponse.json(201, entry.json());
    }

    /** Each has a secret of its own; the first in a sandbox has the one in its settings, so that one can be made beforehand. */
    private String fresh() {
        return server.book().id("whsec");
    }

    private static void take(KarrioBody form, ObjectNode webhook) {
        for (String field : List.of("url", "description", "enabled_events", "disabled")) {
            if (form.has(field)) {
                webhook.set(field, form.get(field));
            }
        }
    }

    private SandboxResponse change(KarrioAsk ask) {
        KarrioEntry entry = find(ask);
        KarrioBody form = KarrioBody.of(ask);
        check(form);
        take(form, entry.json());
        return KarrioShelf.ok(entry);
    }

    private SandboxResponse remove(KarrioAsk ask) {
        KarrioEntry entry = find(ask);
        server.book().remove(KIND, entry.id());
        return KarrioShelf.ok(entry);
    }

    /** Whether a post would be taken; nobody is at a host below {@code .invalid}. */
    private SandboxResponse test(KarrioAsk ask) {
        String host = String.valueOf(URI.create(find(ask).text("url")).getHost());
        KarrioBody.of(ask);
        ObjectNode body = Json.object().put("operation", "Test Webhook");
        return SandboxResponse.json(200, body.put("success", !host.endsWith(".invalid")));
    }

    /** What the server posts of an event, with the secret of the first webhook that hears of it, or that of the settings. */
    SandboxPush push(String event, JsonNode data) {
        if (!EVENTS.contains(event) || event.equals("all")) {
            throw new IllegalArgumentException("Karrio tells of no event '" + event + "'; there are " + EVENTS);
        }
        String secret = server.book().all(KIND).stream()
                .filter(entry -> hears(entry.json(), event))
                .map(entry -> entry.text("secret"))
                .reduce((later, earlier) -> earlier)
                .orElse(SandboxSettings.KARRIO_WEBHOOK);
        ObjectNode body = Json.object().put("event", event);
        body.set("data", data);
        Map<String, List<String>> headers =
                Map.of("Content-type", List.of("application/json"), "X-Event-Id", List.of(secret));
        return new SandboxPush(headers, body.toString());
    }

    private static boolean hears(ObjectNode webhook, String event) {
        boolean listens = false;
        for (JsonNode one : webhook.path("enabled_events")) {
            listens = listens || one.asText().equals(event) || one.asText().equals("all");
        }
        return listens && !webhook.path("disabled").asBoolean();
    }
}
