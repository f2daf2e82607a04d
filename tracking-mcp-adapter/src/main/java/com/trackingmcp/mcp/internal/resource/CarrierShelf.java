package com.trackingmcp.mcp.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.ModelJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The connected carriers, and what each offers. Safe for use by many threads. */
final class CarrierShelf implements Shelf {
    private static final String ALL = "tracking://carriers";
    private static final String JSON = "application/json";

    private final Supplier<TrackingClient> client;
    private final List<Kind> kinds = List.of(
            new Kind("", "carrier", "A carrier", "What a carrier can be asked, and its limits", CarrierShelf::whole),
            new Kind(
                    "/services",
                    "carrier_services",
                    "Services of a carrier",
                    "The services with their codes",
                    carrier -> ModelJson.write(carrier.catalog().services())),
            new Kind(
                    "/options",
                    "carrier_options",
                    "Options of a carrier",
                    "The options of shipments and pickups",
                    CarrierShelf::options),
            new Kind(
                    "/package_types",
                    "carrier_package_types",
                    "Package types of a carrier",
                    "The carrier's own packagings with their codes",
                    carrier -> ModelJson.write(carrier.catalog().packagings())));

    /** One of the things there are of each carrier. */
    private record Kind(
            String end, String name, String title, String description, Function<ConnectedCarrier, String> text) {
        UriPattern pattern() {
            return new UriPattern(ALL + "/{carrier}" + end);
        }
    }

    CarrierShelf(Supplier<TrackingClient> client) {
        this.client = client;
    }

    @Override
    public List<Entry> entries(Caller caller) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(ALL, "carriers", "Carriers", "The connected carriers and what each can be asked", JSON));
        for (ConnectedCarrier carrier : client.get().carriers()) {
            for (Kind kind : kinds) {
                entries.add(new Entry(
                        kind.pattern().with(carrier.connection()),
                        kind.name() + ":" + carrier.connection(),
                        kind.title() + ": " + carrier.name(),
                        kind.description(),
                        JSON));
            }
        }
        return entries;
    }

    @Override
    public List<Template> templates() {
        return kinds.stream()
                .map(kind ->
                        new Template(kind.pattern().template(), kind.name(), kind.title(), kind.description(), JSON))
                .toList();
    }

    @Override
    public Optional<Content> read(String uri, Caller caller) {
        if (uri.equals(ALL)) {
            JsonNode list = Json.list(client.get().carriers(), CarrierShelf::brief);
            return Optional.of(new Text(JSON, list.toString()));
        }
        return kinds.stream()
                .flatMap(kind -> kind.pattern().match(uri).stream()
                        .flatMap(values -> named(values.getOrDefault("carrier", "")))
                        .map(carrier -> (Content) new Text(JSON, kind.text().apply(carrier))))
                .findFirst();
    }

    private Stream<ConnectedCarrier> named(String connection) {
        return client.get().carriers().stream()
                .filter(carrier -> carrier.connection().equals(connection));
    }

    @Override
    public List<String> complete(String template, String variable, String begun, Map<String, String> known) {
        boolean mine = variable.equals("carrier")
                && kinds.stream().anyMatch(kind -> kind.pattern().template().equals(template));
        return mine
                ? Completions.of(
                        client.get().carriers().stream()
                                .map(ConnectedCarrier::connection)
                                .toList(),
                        begun)
                : List.of();
    }

    private static ObjectNode brief(ConnectedCarrier carrier) {
        ObjectNode json = Json.object()
                .put("carrier", carrier.connection())
                .put("name", carrier.name())
                .put("moved_by", carrier.carrier());
        json.set("capabilities", Json.texts(carrier.capabilities()));
        return json;
    }

    private static String whole(ConnectedCarrier carrier) {
        Catalog catalog = carrier.catalog();
        ObjectNode json = brief(carrier)
                .put("services", catalog.services().size())
                .put("options", catalog.options().size())
                .put("package_types", catalog.packagings().size());
        json.set("label_formats", Json.list(catalog.labelFormats(), format -> Json.of(format.word())));
        json.set("label_stocks", Json.texts(catalog.labelStocks()));
        catalog.maxParcels().ifPresent(most -> json.put("max_parcels", most));
        Json.put(json, "max_weight", catalog.maxWeight());
        return json.toString();
    }

    private static String options(ConnectedCarrier carrier) {
        return "{\"options\":" + ModelJson.write(carrier.catalog().options()) + ",\"pickup_options\":"
                + ModelJson.write(carrier.catalog().pickupOptions()) + "}";
    }
}
