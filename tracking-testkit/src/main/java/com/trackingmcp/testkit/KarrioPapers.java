package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The papers of bought shipments: as JSON, as files under the addresses that stand in the shipment, and the short-lived tokens with
 * which such an address can be handed on.
 */
final class KarrioPapers implements KarrioResource {
    private static final Set<String> TYPES = Set.of("shipment", "manifest", "order", "template", "document");

    private final KarrioServer server;
    private final KarrioAccess access;
    private final Map<String, Grant> grants = new HashMap<>();

    private record Grant(List<String> ids, Instant until) {}

    KarrioPapers(KarrioServer server, KarrioAccess access) {
        this.server = server;
        this.access = access;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.on("documents", "POST /v1/shipments/{id}/documents/{doc}", this::document);
        routes.open("documents", "GET /v1/shipments/{id}/{file}", this::file);
        routes.on("documents", "POST /api/tokens", this::token);
    }

    /** A shipment with its papers' addresses. */
    static ObjectNode listed(ObjectNode shipment) {
        return with(shipment, false);
    }

    /** A shipment with its papers. */
    static ObjectNode printed(ObjectNode shipment) {
        return with(shipment, true);
    }

    private static ObjectNode with(ObjectNode shipment, boolean content) {
        ObjectNode shown = shipment.deepCopy();
        ArrayNode documents = shown.putArray("shipping_documents");
        for (String doc : List.of("label", "invoice")) {
            sheet(shipment, doc).ifPresent(sheet -> documents.add(content ? print(shipment, sheet) : sheet));
        }
        return shown;
    }

    private static Optional<ObjectNode> paper(JsonNode shipment, String doc) {
        return sheet(shipment, doc).map(sheet -> print(shipment, sheet));
    }

    /** What is told of a paper without the paper itself. */
    private static Optional<ObjectNode> sheet(JsonNode shipment, String doc) {
        if (!shipment.path(doc + "_url").isTextual()) {
            return Optional.empty();
        }
        String format = doc.equals("label") ? shipment.path("label_type").asText() : "PDF";
        return Optional.of(Json.object()
                .put("category", doc)
                .put("format", format)
                .put("url", shipment.path(doc + "_url").asText()));
    }

    private static ObjectNode print(JsonNode shipment, ObjectNode sheet) {
        String title = sheet.path("category").asText().equals("label")
                ? shipment.path("carrier_name").asText().toUpperCase(Locale.ROOT)
                : "Commercial invoice";
        String numbers = String.join(" ", KarrioForm.texts(shipment.at("/meta/tracking_numbers")));
        return sheet.put(
                "base64",
                switch (sheet.path("format").asText()) {
                    case "ZPL" -> LabelPrinter.zpl(title, numbers);
                    case "PNG" -> LabelPrinter.png(title, numbers);
                    default -> LabelPrinter.pdf(title, numbers);
                });
    }

    private SandboxResponse document(KarrioAsk ask) {
        KarrioEntry entry = server.book()
                .find(KarrioShipments.KIND, ask, ask.part("id"))
                .orElseThrow(() -> KarrioRefusal.notFound("Shipment"));
        String doc = ask.part("doc");
        if (!doc.equals("label") && !doc.equals("invoice")) {
            throw KarrioRefusal.invalid("doc: \"" + doc + "\" is not a valid document type.");
        }
        return paper(entry.json(), doc)
                .map(paper -> SandboxResponse.json(200, paper))
                .orElseGet(() -> noPaper(doc));
    }

    private static SandboxResponse noPaper(String doc) {
        ObjectNode body = Json.object();
        body.putArray("errors").addObject().put("message", "No " + doc + " found for this shipment");
        return SandboxResponse.json(404, body);
    }

    /** For who has a key or a token for it; anybody else gets three words. */
    private SandboxResponse file(KarrioAsk ask) {
        if (!isLetIn(ask)) {
            return closed();
        }
        String doc = ask.part("file").replaceAll("\\..*", "");
        return server.book()
                .find(KarrioShipments.KIND, ask.part("id"))
                .flatMap(entry -> paper(entry.json(), doc))
                .map(KarrioPapers::download)
                .orElseGet(KarrioRefusal::page404);
    }

    static SandboxResponse closed() {
        return SandboxResponse.of(403, "text/plain; charset=utf-8", "Invalid or expired token");
    }

    /** Whether a caller has a key, or a token for the thing whose paper is asked for. */
    boolean isLetIn(KarrioAsk ask) {
        Optional<String> token = ask.parameter("token");
        if (token.isPresent()) {
            Grant grant = grants.get(token.get());
            return grant != null
                    && grant.ids().contains(ask.part("id"))
                    && server.book().now().isBefore(grant.until());
        }
        try {
            return access.testMode(ask.http()).isPresent();
        } catch (KarrioRefusal refused) {
            return false;
        }
    }

    static SandboxResponse download(ObjectNode paper) {
        String type = switch (paper.path("format").asText()) {
            case "ZPL" -> "text/plain";
            case "PNG" -> "image/png";
            default -> "application/pdf";
        };
        byte[] bytes = Base64.getDecoder().decode(paper.path("base64").asText());
        return SandboxResponse.of(200, type, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private SandboxResponse token(KarrioAsk ask) {
        JsonNode body = ask.body();
        List<String> complaints = new ArrayList<>();
        for (String list : List.of("resource_ids", "access")) {
            if (!body.path(list).isArray() || body.path(list).isEmpty()) {
                complaints.add(list + ": This field is required.");
            }
        }
        if (!TYPES.contains(body.path("resource_type").asText())) {
            complaints.add("resource_type: This field is required.");
        }
        int life = body.path("expires_in").asInt(300);
        if (life < 60 || life > 3600) {
            complaints.add("expires_in: Ensure this value is between 60 and 3600.");
        }
        if (!complaints.isEmpty()) {
            throw KarrioRefusal.invalid(complaints);
        }
        String token = server.book().id("test-resource");
        Instant until = server.book().now().plus(Duration.ofSeconds(life));
        List<String> ids = KarrioForm.texts(body.path("resource_ids"));
        grants.put(token, new Grant(ids, until));
        ObjectNode answer = Json.object().put("token", token).put("expires_at", until.toString());
        ObjectNode urls = answer.putObject("resource_urls");
        String format = body.path("format").asText("pdf");
        ids.forEach(id -> urls.put(id, url(body, id, format.equals("null") ? "pdf" : format) + "?token=" + token));
        return SandboxResponse.json(201, answer);
    }

    private static String url(JsonNode body, String id, String format) {
        String doc = body.path("access").get(0).asText();
        return KarrioServer.BASE_PATH + "/v1/" + body.path("resource_type").asText() + "s/" + id + "/" + doc + "."
                + format;
    }
}
