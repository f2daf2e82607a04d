package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Manifests: what goes to a carrier, on one paper. Stateless but for its server. */
final class KarrioManifests implements KarrioResource {
    private static final String KIND = "manf";
    private static final String MANIFEST = "manifest";

    private final KarrioServer server;
    private final KarrioPapers papers;

    KarrioManifests(KarrioServer server, KarrioPapers papers) {
        this.server = server;
        this.papers = papers;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.on("manifests", "GET /v1/manifests", this::list);
        routes.on(MANIFEST, "POST /v1/manifests", this::create);
        routes.on("manifests", "GET /v1/manifests/{id}", ask -> SandboxResponse.json(200, find(ask)));
        routes.on("documents", "POST /v1/manifests/{id}/document", this::document);
        routes.open("documents", "GET /v1/manifests/{id}/manifest.pdf", this::download);
        routes.on(MANIFEST, "POST /v1/proxy/manifest", this::proxy);
    }

    private SandboxResponse list(KarrioAsk ask) {
        KarrioFilter filter = new KarrioFilter(ask);
        List<KarrioEntry> found = server.book().all(KIND, ask).stream()
                .filter(entry -> filter.isMade(entry) && filter.isOneOf(entry, "carrier_name", "carrier_name"))
                .toList();
        return KarrioPage.of(ask, found, KarrioEntry::json);
    }

    private ObjectNode find(KarrioAsk ask) {
        return server.book()
                .find(KIND, ask, ask.part("id"))
                .orElseThrow(() -> KarrioRefusal.notFound("Manifest"))
                .json();
    }

    private SandboxResponse create(KarrioAsk ask) {
        KarrioBody form = KarrioBody.of(ask).need("carrier_name", "address").needRows("shipment_ids");
        ObjectNode manifest = begun(ask, form);
        KarrioConnection connection = connection(ask, form);
        List<KarrioEntry> shipments = form.texts("shipment_ids").stream()
                .distinct()
                .flatMap(id -> server.book().find(KarrioShipments.KIND, ask, id).stream())
                .filter(one -> one.text("carrier_name").equals(form.text("carrier_name")))
                .filter(one -> !one.text("shipment_identifier").isEmpty())
                .filter(one -> !server.manifested().contains(one.id()))
                .toList();
        if (shipments.isEmpty()) {
            form.complain(
                    "shipment_ids",
                    "One or more shipment ids are invalid or not found. Please make sure that the shipments referenced"
                            + " exist and have been purchased with the same carrier.");
        }
        form.check();
        ArrayNode identifiers = manifest.putArray("shipment_identifiers");
        shipments.forEach(one -> identifiers.add(one.text("shipment_identifier")));
        manifest.put("carrier_id", connection.label());
        KarrioEntry entry = server.book().enter(KIND, ask, manifest);
        manifest.put("manifest_url", KarrioServer.BASE_PATH + "/v1/manifests/" + entry.id() + "/manifest.pdf");
        shipments.forEach(one -> server.manifested().add(one.id()));
        return SandboxResponse.json(201, manifest);
    }

    private ObjectNode begun(KarrioAsk ask, KarrioBody form) {
        ObjectNode manifest = Json.object().put("object_type", MANIFEST);
        ObjectNode address = form.has("address") ? KarrioAddresses.read(server, ask, form, "address") : Json.object();
        form.check();
        manifest.put("carrier_name", form.text("carrier_name"));
        manifest.set("meta", Json.object().put("ext", form.text("carrier_name")));
        manifest.set("address", address.without("object_type"));
        manifest.set("options", form.object("options"));
        manifest.put("reference", form.has("reference") ? form.text("reference") : null);
        manifest.set("metadata", Json.object());
        manifest.putArray("messages");
        return manifest;
    }

    private KarrioConnection connection(KarrioAsk ask, KarrioBody form) {
        return server.first(ask, MANIFEST, form.text("carrier_name")).orElseThrow(KarrioRefusal::noConnection);
    }

    private static String paper(ObjectNode manifest) {
        return Papers.pdf("Manifest " + manifest.path("carrier_name").asText() + " "
                + manifest.path("shipment_identifiers").size());
    }

    private SandboxResponse document(KarrioAsk ask) {
        ObjectNode manifest = find(ask);
        ObjectNode body = Json.object().put("category", MANIFEST).put("format", "PDF");
        body.put("url", manifest.path("manifest_url").asText()).put("base64", paper(manifest));
        return SandboxResponse.json(200, body);
    }

    /** The paper itself, for those with a token for it or with the key. */
    private SandboxResponse download(KarrioAsk ask) {
        if (!papers.isLetIn(ask)) {
            return KarrioPapers.closed();
        }
        return server.book()
                .find(KIND, ask.part("id"))
                .map(entry -> KarrioPapers.download(Json.object().put("base64", paper(entry.json()))))
                .orElseGet(KarrioRefusal::page404);
    }

    /** Closes the day at the carrier for what it knows by these numbers; nothing is kept. */
    private SandboxResponse proxy(KarrioAsk ask) {
        KarrioBody form = KarrioBody.of(ask).need("carrier_name", "address").needRows("shipment_identifiers");
        ObjectNode manifest = begun(ask, form);
        KarrioConnection connection = connection(ask, form);
        manifest.set("shipment_identifiers", form.get("shipment_identifiers"));
        ObjectNode body = Json.object();
        body.putArray("messages");
        ObjectNode shown = body.putObject("manifest").put("id", server.book().id(KIND));
        shown.put("object_type", MANIFEST).put("carrier_name", connection.carrierName());
        shown.put("carrier_id", connection.label()).put("test_mode", ask.testMode());
        shown.putObject("doc").put("manifest", paper(manifest));
        shown.set("meta", manifest.path("meta"));
        return SandboxResponse.json(200, body);
    }
}
