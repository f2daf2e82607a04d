package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the server tells everybody: its version, its references and the carriers it has plugins for. Of a reduced reference, which
 * is what is given unless the whole is asked for, the options and some lists are left out.
 */
final class KarrioReferences implements KarrioResource {
    private static final Set<String> LANGUAGES = Set.of("en", "fr", "es", "de");

    private final KarrioServer server;

    KarrioReferences(KarrioServer server) {
        this.server = server;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.open("root", "GET /", ask -> SandboxResponse.json(200, about()));
        routes.open("references", "GET /v1/references", this::references);
        routes.open("carriers", "GET /v1/carriers", this::carriers);
        routes.open("carriers", "GET /v1/carriers/{name}", ask -> SandboxResponse.json(200, details(known(ask))));
        routes.open(
                "carriers", "GET /v1/carriers/{name}/services", ask -> SandboxResponse.json(200, services(known(ask))));
        routes.open(
                "carriers", "GET /v1/carriers/{name}/options", ask -> SandboxResponse.json(200, options(known(ask))));
    }

    private static ObjectNode about() {
        return Json.object()
                .put("VERSION", "2026.1.32")
                .put("APP_NAME", "Karrio")
                .put("APP_WEBSITE", "https://karrio.io")
                .put("HOST", KarrioPage.INTERNAL + "/")
                .put("ADMIN", KarrioPage.INTERNAL + "/admin")
                .put("GRAPHQL", KarrioPage.INTERNAL + "/graphql")
                .put("OPENAPI", KarrioPage.INTERNAL + "/openapi")
                .put("AUDIT_LOGGING", true)
                .put("ALLOW_SIGNUP", false)
                .put("ALLOW_MULTI_ACCOUNT", false)
                .put("ORDERS_MANAGEMENT", true)
                .put("DOCUMENTS_MANAGEMENT", true)
                .put("DATA_IMPORT_EXPORT", true)
                .put("MULTI_ORGANIZATIONS", false);
    }

    private SandboxResponse references(KarrioAsk ask) {
        String language = ask.parameter("lang").orElse("en");
        if (!LANGUAGES.contains(language)) {
            return unsupported(language);
        }
        ObjectNode body = about().put("ADDRESS_AUTO_COMPLETE", false);
        countries(body.putObject("countries"));
        body.putObject("states").putObject("CA").put("ON", "Ontario").put("QC", "Quebec");
        body.putObject("system_credentials_carriers");
        body.putObject("custom_carriers");
        KarrioCatalog.carriers().forEach(name -> describe(body, name));
        body.putObject("service_levels");
        body.putObject("ratesheets");
        if (!ask.flag("reduced").orElse(true)) {
            whole(body);
        }
        return SandboxResponse.json(200, body);
    }

    private static SandboxResponse unsupported(String language) {
        return SandboxResponse.json(400, Json.object().put("error", "Unsupported language: " + language));
    }

    private static void countries(ObjectNode countries) {
        for (String code : new TreeSet<>(Set.of(Locale.getISOCountries()))) {
            countries.put(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH));
        }
    }

    private void describe(ObjectNode body, String name) {
        JsonNode carrier = KarrioCatalog.carrier(name);
        body.withObject("/carriers").put(name, KarrioCatalog.displayName(name));
        body.withObject("/services").set(name, services(name));
        ObjectNode names = body.withObject("/service_names").putObject(name);
        KarrioCatalog.services(name).forEach(service -> names.put(service.code(), service.name()));
        body.withObject("/connection_configs").set(name, configs());
        body.withObject("/connection_fields").set(name, fields(name));
        body.withObject("/packaging_types").set(name, carrier.path("packaging"));
        body.withObject("/package_presets").set(name, carrier.path("presets"));
        body.withObject("/carrier_capabilities").set(name, capabilities(name));
        body.withObject("/integration_status").put(name, "production-ready");
    }

    private static void whole(ObjectNode body) {
        for (String unit : List.of("KG", "LB", "OZ", "G")) {
            body.withObject("/weight_units").put(unit, unit);
        }
        for (String unit : List.of("CM", "IN")) {
            body.withObject("/dimension_units").put(unit, unit);
        }
        for (String currency : List.of("CAD", "EUR", "GBP", "USD")) {
            body.withObject("/currencies").put(currency, currency);
        }
        for (String term : List.of("DAP", "DDP", "DDU", "EXW")) {
            body.withObject("/incoterms").put(term, term);
        }
        for (String payer : List.of("sender", "recipient", "third_party")) {
            body.withObject("/payment_types").put(payer, payer);
        }
        for (String content : List.of("documents", "gift", "sample", "merchandise", "return_merchandise", "other")) {
            body.withObject("/customs_content_type").put(content, content);
        }
        KarrioCatalog.carriers().forEach(name -> {
            body.withObject("/options").set(name, options(name));
            ObjectNode names = body.withObject("/option_names").putObject(name);
            options(name).fieldNames().forEachRemaining(option -> names.put(option, option.replace('_', ' ')));
        });
    }

    /** A plain array: there are no pages, whatever is asked for. */
    private SandboxResponse carriers(KarrioAsk ask) {
        String language = ask.parameter("lang").orElse("en");
        if (!LANGUAGES.contains(language)) {
            return unsupported(language);
        }
        ArrayNode all = Json.array();
        KarrioCatalog.carriers().forEach(name -> all.add(details(name)));
        return SandboxResponse.json(200, all);
    }

    private static String known(KarrioAsk ask) {
        String name = ask.part("name");
        if (!KarrioCatalog.carriers().contains(name)) {
            throw KarrioRefusal.error(404, "not_found", "Unknown carrier: " + name, "warning");
        }
        return name;
    }

    private ObjectNode details(String name) {
        ObjectNode details = Json.object()
                .put("carrier_name", name)
                .put("display_name", KarrioCatalog.displayName(name))
                .put("integration_status", "production-ready");
        details.set("capabilities", capabilities(name));
        details.set("connection_fields", fields(name));
        details.set("config_fields", configs());
        details.set("shipping_services", services(name));
        details.set("shipping_options", options(name));
        return details;
    }

    /** Those of the server's first connection to it. */
    private ArrayNode capabilities(String name) {
        ArrayNode words = Json.array();
        server.connections().stream()
                .filter(one -> one.carrierName().equals(name))
                .findFirst()
                .ifPresent(one -> one.capabilities().forEach(words::add));
        return words;
    }

    private static ObjectNode services(String name) {
        ObjectNode services = Json.object();
        KarrioCatalog.services(name).forEach(service -> services.put(service.code(), service.carrierCode()));
        return services;
    }

    private static ObjectNode options(String name) {
        return KarrioCatalog.carrier(name).path("options").deepCopy();
    }

    private static ObjectNode fields(String name) {
        ObjectNode fields = Json.object();
        KarrioCatalog.carrier(name)
                .path("fields")
                .forEach(field -> fields.putObject(field.asText())
                        .put("name", field.asText())
                        .put("type", "string")
                        .put("required", true));
        return fields;
    }

    private static ObjectNode configs() {
        ObjectNode configs = Json.object();
        configs.putObject("label_type")
                .put("name", "label_type")
                .put("code", "label_type")
                .put("type", "string");
        return configs;
    }
}
