package com.trackingmcp.karrio;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shipments of one connection that were bought, by what people know them by. Safe for use by many threads.
 *
 * <p>Karrio looks tracking numbers up as parts of others, and for one at a time; ids are looked up together, and many numbers
 * among the newest shipments first. Drafts and cancelled shipments are none that were bought.
 */
final class KarrioFinder {
    private static final String ID = "shp_";

    /** So many numbers are looked up one by one. */
    private static final int FEW = 3;

    private static final String SHIPMENTS = "/v1/shipments";
    private static final Set<String> NOT_BOUGHT = Set.of("draft", "cancelled");

    private final KarrioDoor door;
    private final KarrioConnection connection;

    KarrioFinder(KarrioDoor door, KarrioConnection connection) {
        this.door = door;
        this.connection = connection;
    }

    /** A shipment, as far as it takes to know it again. */
    record Found(
            @Nullable String id,
            @Nullable String status,
            @Nullable String carrier_id,
            @Nullable String tracking_number,
            @Nullable List<@Nullable Piece> parcels,
            @Nullable Object meta) {

        String shipmentId() {
            return WireText.text(id).orElseThrow();
        }

        Optional<String> number() {
            return WireText.text(tracking_number);
        }

        /** Whether it is meant by an id, or by the number of itself or of one of its parcels. */
        boolean isKnownAs(String name) {
            return Stream.of(
                            WireText.text(id).stream(),
                            number().stream(),
                            KarrioMaps.list(meta, "tracking_numbers").stream(),
                            WireJson.list(parcels).stream()
                                    .flatMap(piece -> WireText.text(piece.reference_number()).stream()))
                    .flatMap(names -> names)
                    .anyMatch(name::equalsIgnoreCase);
        }
    }

    record Piece(@Nullable String reference_number) {}

    record Shipments(
            @Nullable Integer count,
            @Nullable String next,
            @Nullable List<@Nullable Found> results) implements KarrioListing<Found> {}

    /** Whether that is an id of Karrio's, and no number of a carrier's. */
    static boolean isId(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(ID);
    }

    /**
     * The shipment of each name; what is not there is not known, or not bought with this connection.
     *
     * @param names ids or tracking numbers
     * @param only what else they must be
     */
    CompletableFuture<Map<String, Found>> find(
            Collection<String> names, UnaryOperator<CarrierRequest.Builder> only, CallContext call) {
        List<String> ids = names.stream().filter(KarrioFinder::isId).distinct().toList();
        List<CompletableFuture<List<Found>>> asked = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += KarrioAnswers.PART) {
            String some = String.join(",", ids.subList(i, Math.min(i + KarrioAnswers.PART, ids.size())));
            asked.add(list(request -> only.apply(request.query("id", some)), call));
        }
        asked.add(numbered(names.stream().filter(name -> !isId(name)).distinct().toList(), only, call));
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(done -> byName(
                        names,
                        asked.stream().flatMap(some -> some.join().stream()).toList()));
    }

    /** Many are mostly of late: the newest shipments are listed first, and what is not among them is looked up. */
    private CompletableFuture<List<Found>> numbered(
            List<String> numbers, UnaryOperator<CarrierRequest.Builder> only, CallContext call) {
        return numbers.size() <= FEW
                ? each(numbers, only, call)
                : newest(numbers, only, 0, List.of(), call).thenCompose(found -> {
                    List<String> older = numbers.stream()
                            .filter(number -> isMissing(number, found))
                            .toList();
                    return each(older, only, call)
                            .thenApply(more ->
                                    Stream.concat(found.stream(), more.stream()).toList());
                });
    }

    private static boolean isMissing(String number, List<Found> found) {
        return found.stream().noneMatch(shipment -> shipment.isKnownAs(number));
    }

    private CompletableFuture<List<Found>> newest(
            List<String> numbers,
            UnaryOperator<CarrierRequest.Builder> only,
            int offset,
            List<Found> before,
            CallContext call) {
        return page(only, offset, call).thenCompose(page -> {
            List<Found> found = Stream.concat(before.stream(), bought(page.items()).stream())
                    .toList();
            int seen = offset + page.items().size();
            boolean more = page.hasMore()
                    && seen <= numbers.size()
                    && numbers.stream().anyMatch(number -> isMissing(number, found));
            return more ? newest(numbers, only, seen, found, call) : CompletableFuture.completedFuture(found);
        });
    }

    private CompletableFuture<List<Found>> each(
            List<String> numbers, UnaryOperator<CarrierRequest.Builder> only, CallContext call) {
        List<CompletableFuture<List<Found>>> asked =
                numbers.stream().map(number -> first(number, only, call)).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        asked.stream().flatMap(some -> some.join().stream()).toList());
    }

    private static Map<String, Found> byName(Collection<String> names, List<Found> found) {
        Map<String, Found> byName = new LinkedHashMap<>();
        for (String name : names) {
            found.stream()
                    .filter(shipment -> shipment.isKnownAs(name))
                    .findFirst()
                    .ifPresent(shipment -> byName.put(name, shipment));
        }
        return byName;
    }

    /** What has the number, or a longer one that it is a part of: no more than one part of a list. */
    private CompletableFuture<List<Found>> first(
            String number, UnaryOperator<CarrierRequest.Builder> only, CallContext call) {
        return page(request -> only.apply(request.query("tracking_number", number)), 0, call)
                .thenApply(page -> bought(page.items()));
    }

    /** All that were stored in a time, newest first. */
    CompletableFuture<List<Found>> stored(
            Instant from, Instant to, UnaryOperator<CarrierRequest.Builder> only, CallContext call) {
        return list(
                request -> only.apply(
                        request.query("created_after", from.toString()).query("created_before", to.toString())),
                call);
    }

    private CompletableFuture<List<Found>> list(UnaryOperator<CarrierRequest.Builder> only, CallContext call) {
        return KarrioAnswers.all(offset -> page(only, offset, call)).thenApply(this::bought);
    }

    private CompletableFuture<Page<Found>> page(
            UnaryOperator<CarrierRequest.Builder> only, int offset, CallContext call) {
        CarrierRequest.Builder request = only.apply(
                CarrierRequest.get("find_shipments").path(SHIPMENTS).query("carrier_name", connection.carrierName()));
        return door.page(request, offset, KarrioAnswers.PART, Shipments.class, found -> found, call);
    }

    /** A shipment without an id is none that anybody could name. */
    private List<Found> bought(List<Found> shipments) {
        return shipments.stream()
                .filter(shipment -> WireText.text(shipment.id()).isPresent())
                .filter(shipment -> WireText.text(shipment.carrier_id())
                        .filter(connection.label()::equals)
                        .isPresent())
                .filter(shipment -> !NOT_BOUGHT.contains(
                        WireText.text(shipment.status()).orElse("").toLowerCase(Locale.ROOT)))
                .toList();
    }
}
