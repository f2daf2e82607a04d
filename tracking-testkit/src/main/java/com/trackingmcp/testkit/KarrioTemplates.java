package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates for papers of one's own, and the papers made from them. Stateless but for its server. */
final class KarrioTemplates implements KarrioResource {
    private static final String KIND = "doc";
    private static final String PATH = "/v1/documents/templates";
    private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*}}");

    private final KarrioServer server;

    /** A server with one template, as its owner made it. */
    KarrioTemplates(KarrioServer server) {
        this.server = server;
        ObjectNode template = Json.object().put("name", "Packing slip").put("slug", "packing_slip");
        template.put("template", "<h1>Packing slip</h1><p>{{ order_id }} for {{ shipping_to.person_name }}</p>");
        template.put("description", "What is in the box").put("related_object", "order");
        SandboxRequest none = new SandboxRequest("POST", PATH, Map.of(), Map.of(), "");
        KarrioAsk ask = new KarrioAsk(none, Map.of(), true, server.book().id("req"));
        KarrioEntry entry = server.book().enter(KIND, ask, shown(template));
        entry.json().remove(List.of("meta", "test_mode"));
        address(entry);
    }

    @Override
    public void enter(KarrioRoutes routes) {
        KarrioShelf shelf = new KarrioShelf(server, KIND, "DocumentTemplate", "generate", PATH);
        shelf.enter(routes, KarrioTemplates::check, KarrioTemplates::shown);
        routes.on("generate", "POST /v1/documents/generate", this::generate);
    }

    private static void address(KarrioEntry entry) {
        String file = entry.text("slug") + ".pdf";
        entry.json().put("preview_url", KarrioServer.BASE_PATH + "/documents/templates/" + entry.id() + "." + file);
    }

    private static void check(KarrioBody form) {
        form.need("name", "slug", "template").most(255, "name", "slug", "description");
    }

    private static ObjectNode shown(ObjectNode given) {
        ObjectNode template = Json.object().put("object_type", "document-template");
        for (String field : new String[] {"name", "slug", "template", "description"}) {
            template.put(field, given.path(field).asText(""));
        }
        template.put("active", given.path("active").asBoolean(true));
        template.put("related_object", given.path("related_object").asText("other"));
        template.set("metadata", given.path("metadata").isObject() ? given.path("metadata") : Json.object());
        template.set("options", given.path("options").isObject() ? given.path("options") : Json.object());
        return template;
    }

    private SandboxResponse generate(KarrioAsk ask) {
        KarrioBody form = KarrioBody.of(ask);
        if (!form.has("template") && !form.has("template_id")) {
            throw KarrioRefusal.invalid("non_field_errors: template or template_id is required");
        }
        String template = form.text("template");
        if (form.has("template_id")) {
            template = server.book()
                    .find(KIND, ask, form.text("template_id"))
                    .orElseThrow(() -> KarrioRefusal.notFound("DocumentTemplate"))
                    .text("template");
        }
        ObjectNode body = Json.object();
        for (String field : new String[] {"template_id", "doc_format", "doc_name"}) {
            if (form.has(field)) {
                body.put(field, form.text(field));
            }
        }
        body.put("doc_file", Papers.pdf(filled(template, form.get("data"))));
        return SandboxResponse.json(201, body);
    }

    /** The text of a template without its tags, its holes filled with the data. */
    private static String filled(String template, JsonNode data) {
        Matcher hole = HOLE.matcher(template.replaceAll("<[^>]*>", " "));
        return hole.replaceAll(found -> Matcher.quoteReplacement(
                data.at("/" + found.group(1).replace('.', '/')).asText("")));
    }
}
