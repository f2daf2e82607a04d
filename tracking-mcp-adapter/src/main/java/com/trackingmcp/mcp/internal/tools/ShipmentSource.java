package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.book.ShipmentBook;
import com.trackingmcp.mcp.internal.book.ShipmentBook.Entry;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.ShipmentStatus;
import com.trackingmcp.model.StoredShipment;
import com.trackingmcp.spi.GatewayConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where shipments are listed from, for one call: this server's book, or a connected server's. */
interface ShipmentSource {
    /** What a cursor calls it. */
    String name();

    /**
     * Some of them.
     *
     * @param offset how many come before
     * @throws com.trackingmcp.error.CarrierException where a server fails
     */
    Part part(int offset, int limit);

    /**
     * Some shipments.
     *
     * @param next how many come before the rest
     */
    record Part(List<ObjectNode> shipments, int next, boolean hasMore) {}

    /** The book, and for an administrator the servers: what they keep is everybody's. */
    static List<ShipmentSource> of(Workbench bench, ToolCall call) {
        List<Entry> bought = bench.shipments().list(call.caller());
        List<ShipmentSource> sources = new ArrayList<>();
        sources.add(book(bought, call.arguments()));
        if (call.caller().role() == Role.ADMIN) {
            Set<String> known = bought.stream().map(Entry::id).collect(Collectors.toSet());
            for (String server : servers(bench.client().get(), call.arguments().text("carrier"))) {
                sources.add(server(bench.client().get(), server, call.arguments(), known));
            }
        }
        return sources;
    }

    /** Each gateway once, or what is asked for of it. */
    private static List<String> servers(TrackingClient client, Optional<String> carrier) {
        return client.carriers().stream()
                .filter(connection -> connection.capabilities().contains("shipments.list"))
                .map(connection -> server(connection, carrier))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<String> server(ConnectedCarrier connection, Optional<String> carrier) {
        String gateway = connection.gateway().map(GatewayConnection::gateway).orElseGet(connection::connection);
        if (carrier.isEmpty() || carrier.get().equals(gateway)) {
            return Optional.of(gateway);
        }
        return carrier.filter(name -> name.equals(connection.connection()) || name.equals(connection.carrier()));
    }

    private static ShipmentSource book(List<Entry> bought, Arguments arguments) {
        List<ObjectNode> views = bought.stream()
                .filter(entry -> isWanted(entry, arguments))
                .map(entry -> ShipmentView.putShort(Json.object(), entry))
                .toList();
        return new ShipmentSource() {
            @Override
            public String name() {
                return "here";
            }

            @Override
            public Part part(int offset, int limit) {
                List<ObjectNode> some = views.stream().skip(offset).limit(limit).toList();
                int next = offset + some.size();
                return new Part(some, next, next < views.size());
            }
        };
    }

    private static boolean isWanted(Entry entry, Arguments arguments) {
        boolean carrier = arguments
                .text("carrier")
                .map(name -> entry.shipment().connection().equals(name)
                        || entry.shipment().carrier().equals(name)
                        || entry.shipment().connection().startsWith(name + ":"))
                .orElse(true);
        boolean status = arguments
                .text("status")
                .map(word -> word.equals(entry.cancelled() ? "cancelled" : "created"))
                .orElse(true);
        boolean reference = arguments
                .text("reference")
                .map(part -> entry.shipment().references().stream()
                        .anyMatch(known -> known.value().contains(part)))
                .orElse(true);
        return carrier && status && reference;
    }

    private static ShipmentSource server(TrackingClient client, String server, Arguments arguments, Set<String> known) {
        ShipmentFilter filter = ShipmentFilter.builder()
                .carrier(server)
                .reference(arguments.text("reference"))
                .statuses(arguments
                        .text("status")
                        .map(ShipmentStatus::ofWord)
                        .map(Set::of)
                        .orElse(Set.of()))
                .build();
        return new ShipmentSource() {
            @Override
            public String name() {
                return server;
            }

            @Override
            public Part part(int offset, int limit) {
                Page<StoredShipment> page = client.shipments().list(filter).page(offset, limit);
                List<ObjectNode> views = page.items().stream()
                        // what was bought here stands before them
                        .filter(stored -> !known.contains(ShipmentBook.idOf(stored.connection(), stored.id())))
                        .map(stored -> ShipmentView.putShort(Json.object(), stored))
                        .toList();
                int next = offset + page.items().size();
                return new Part(views, next, page.hasMore() && !page.items().isEmpty());
            }
        };
    }
}
