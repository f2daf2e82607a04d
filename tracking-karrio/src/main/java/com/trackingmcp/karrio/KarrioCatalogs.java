package com.trackingmcp.karrio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.CatalogPackaging;
import com.trackingmcp.model.CatalogService;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * What the server tells of its carriers: services and options of {@code /v1/carriers}, names and packagings of
 * {@code /v1/references}. Safe for use by many threads; never blocks.
 *
 * <p>Both are the same until the server is updated, and large: they are asked for once, and again when a connection is of a
 * carrier that was not in them. That they cannot be had keeps no carrier from being used.
 */
final class KarrioCatalogs {
    private final KarrioDoor door;
    private volatile Map<String, Catalog> known = Map.of();

    KarrioCatalogs(KarrioDoor door) {
        this.door = door;
    }

    /** The catalogues of these carriers, by Karrio's names, of those that have one. */
    CompletableFuture<Map<String, Catalog>> of(Set<String> carrierNames, CallContext call) {
        if (known.keySet().containsAll(carrierNames)) {
            return CompletableFuture.completedFuture(known);
        }
        CompletableFuture<JsonNode> carriers = tree("carriers", "/v1/carriers", call);
        CompletableFuture<JsonNode> references = tree("references", "/v1/references", call);
        return carriers.thenCombine(references, (details, names) -> {
            Map<String, Catalog> read = read(details, names);
            // a carrier the server does not describe is not asked for again and again
            carrierNames.forEach(name -> read.putIfAbsent(name, Catalog.empty()));
            if (details.isArray()) {
                known = Map.copyOf(read);
            }
            return read;
        });
    }

    private CompletableFuture<JsonNode> tree(String operation, String path, CallContext call) {
        return door.send(CarrierRequest.get(operation).path(path), call)
                .thenApply(response -> WireJson.tree(response).orElseGet(MissingNode::getInstance))
                .exceptionally(failure -> MissingNode.getInstance());
    }

    private static Map<String, Catalog> read(JsonNode carriers, JsonNode references) {
        Map<String, Catalog> catalogs = new HashMap<>();
        for (JsonNode carrier : carriers) {
            text(carrier.path("carrier_name"))
                    .ifPresent(name -> catalogs.put(name, catalog(name, carrier, references)));
        }
        return catalogs;
    }

    private static Catalog catalog(String name, JsonNode carrier, JsonNode references) {
        JsonNode titles = references.path("service_names").path(name);
        List<CatalogService> services = new ArrayList<>();
        each(
                carrier.path("shipping_services"),
                (code, carriersCode) -> services.add(CatalogService.builder()
                        .code(code)
                        .name(text(titles.path(code)).orElseGet(() -> words(code)))
                        .scope(Scope.BOTH)
                        .remark(text(carriersCode).map(own -> "the carrier's own code is " + own))
                        .build()));
        List<CatalogOption> options = new ArrayList<>();
        each(carrier.path("shipping_options"), (code, about) -> options.add(option(code, about)));
        List<CatalogPackaging> packagings = new ArrayList<>();
        each(
                references.path("packaging_types").path(name),
                (code, own) -> packagings.add(
                        CatalogPackaging.builder().code(code).name(words(code)).build()));
        return Catalog.builder()
                .services(services)
                .options(options)
                .packagings(packagings)
                .labelFormats(List.of(LabelFormat.PDF, LabelFormat.PNG, LabelFormat.ZPL))
                .build();
    }

    private static CatalogOption option(String code, JsonNode about) {
        String type = text(about.path("type")).orElse("").toLowerCase(Locale.ROOT);
        List<String> values = new ArrayList<>();
        about.path("enum").forEach(value -> text(value).ifPresent(values::add));
        return CatalogOption.builder()
                .name(code)
                .title(text(about.path("help"))
                        .or(() -> text(about.path("name")))
                        .filter(title -> !title.equals(code))
                        .orElseGet(() -> words(code)))
                .type(
                        switch (type) {
                            case "boolean", "bool" -> CatalogOption.Type.FLAG;
                            case "float", "number", "integer", "int", "decimal" -> CatalogOption.Type.NUMBER;
                            default -> CatalogOption.Type.TEXT;
                        })
                .values(values)
                .build();
    }

    private static void each(JsonNode map, BiConsumer<String, JsonNode> action) {
        map.properties().forEach(entry -> action.accept(entry.getKey(), entry.getValue()));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isValueNode() ? WireText.text(node.asText()) : Optional.empty();
    }

    /** {@code canadapost_regular_parcel} in words: Karrio's own codes are English. */
    private static String words(String code) {
        return code.replace('_', ' ');
    }
}
