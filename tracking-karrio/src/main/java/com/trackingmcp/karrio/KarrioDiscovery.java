package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.GatewayCapability;
import com.trackingmcp.spi.GatewayConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the carrier connections of the server. Safe for use by many threads; never blocks.
 *
 * <p>A connection is known by its label ({@code karrio:my-canadapost}), and by the server's id where another one has the
 * label already: labels are unique among one's own connections, but not beside those that the server lends, to which one's own
 * give no way. A connection that is as it was before is the same carrier as before.
 */
final class KarrioDiscovery implements GatewayCapability {
    private static final String OPERATION = "connections";
    private static final int PART = 100;

    private final KarrioDoor door;
    private final KarrioCatalogs catalogs;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** A connection as it was found, and the carrier that was made of it. */
    private record Known(KarrioConnection connection, Catalog catalog, KarrioCarrier carrier) {}

    /** A connection of one's own, or one that the server lends. */
    private record Found(KarrioConnection connection, boolean lent) {
        String id() {
            return connection.id();
        }
    }

    /** A connection as Karrio lists it. */
    record Wire(
            @Nullable String id,
            @Nullable String carrier_name,
            @Nullable String carrier_id,
            @Nullable String display_name,
            @Nullable List<@Nullable String> capabilities,
            @Nullable Boolean active,
            @Nullable Boolean is_system) {}

    /** A part of the list. */
    record Listing(
            @Nullable Integer count,
            @Nullable String next,
            @Nullable List<@Nullable Wire> results) implements KarrioListing<Wire> {}

    KarrioDiscovery(KarrioDoor door) {
        this.door = door;
        this.catalogs = new KarrioCatalogs(door);
    }

    @Override
    public CompletableFuture<List<Carrier>> carriers(CallContext call) {
        return from(0, List.of(), call).thenCompose(found -> {
            // the newest come first: one that is lent later must not take the name of one's own
            List<KarrioConnection> ownFirst = found.stream()
                    .sorted(Comparator.comparing(Found::lent))
                    .map(Found::connection)
                    .toList();
            Set<String> names =
                    ownFirst.stream().map(KarrioConnection::carrierName).collect(Collectors.toUnmodifiableSet());
            return catalogs.of(names, call).thenApply(described -> carriers(ownFirst, described));
        });
    }

    @Override
    public CompletableFuture<Map<String, Outcome<List<Rate>>>> rates(
            List<String> connections, ShipmentRequest request, CallContext call) {
        List<KarrioSeller> sellers = connections.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .map(one -> new KarrioSeller(door.of(one.carrier().profile()), one.connection(), one.catalog()))
                .toList();
        return sellers.isEmpty()
                ? CompletableFuture.completedFuture(Map.of())
                : KarrioRates.ask(door, sellers, request, call);
    }

    /** Lists move while they are read, so what comes twice counts once. */
    private CompletableFuture<List<Found>> from(int offset, List<Found> before, CallContext call) {
        CarrierRequest.Builder request =
                CarrierRequest.get(OPERATION).path("/v1/connections").query("active", "true");
        return door.page(request, offset, PART, Listing.class, KarrioDiscovery::connection, call)
                .thenCompose(page -> {
                    Map<String, Found> all = new LinkedHashMap<>();
                    before.forEach(one -> all.put(one.id(), one));
                    usable(page).forEach(one -> all.putIfAbsent(one.id(), one));
                    List<Found> found = List.copyOf(all.values());
                    return page.hasMore()
                            ? from(offset + page.items().size(), found, call)
                            : CompletableFuture.completedFuture(found);
                });
    }

    private static List<Found> usable(Page<Optional<Found>> page) {
        return page.items().stream().flatMap(Optional::stream).toList();
    }

    /** Without id and carrier it cannot be asked for anything. */
    private static Optional<Found> connection(Wire wire) {
        Optional<String> id = WireText.text(wire.id());
        Optional<String> name = WireText.text(wire.carrier_name());
        if (id.isEmpty() || name.isEmpty() || Boolean.FALSE.equals(wire.active())) {
            return Optional.empty();
        }
        KarrioConnection connection = new KarrioConnection(
                id.get(),
                name.get(),
                WireText.text(wire.carrier_id()).orElse(id.get()),
                WireText.text(wire.display_name()).orElse(name.get()),
                list(wire.capabilities()).stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
        return Optional.of(new Found(connection, Boolean.TRUE.equals(wire.is_system())));
    }

    private List<Carrier> carriers(List<KarrioConnection> found, Map<String, Catalog> described) {
        Map<String, Carrier> carriers = new LinkedHashMap<>();
        for (KarrioConnection connection : found) {
            String byLabel = id(connection.label());
            CarrierProfile profile = profile(connection, carriers.containsKey(byLabel) ? id(connection.id()) : byLabel);
            Catalog catalog = described.getOrDefault(connection.carrierName(), Catalog.empty());
            carriers.put(profile.connection(), carrier(profile, connection, catalog));
        }
        known.keySet().retainAll(carriers.keySet());
        return new ArrayList<>(carriers.values());
    }

    private String id(String label) {
        return door.profile().connection() + ":" + label;
    }

    private CarrierProfile profile(KarrioConnection connection, String id) {
        return new CarrierProfile(
                KarrioGateway.ID + ":" + connection.carrierName(),
                id,
                connection.displayName(),
                Optional.of(new GatewayConnection(
                        door.profile().connection(),
                        KarrioMovers.of(connection.carrierName()),
                        connection.id(),
                        connection.label())));
    }

    private Carrier carrier(CarrierProfile profile, KarrioConnection connection, Catalog catalog) {
        return known.compute(
                        profile.connection(),
                        (id, before) -> before != null
                                        && before.connection().equals(connection)
                                        && before.catalog().equals(catalog)
                                ? before
                                : new Known(
                                        connection, catalog, new KarrioCarrier(door.of(profile), connection, catalog)))
                .carrier();
    }
}
