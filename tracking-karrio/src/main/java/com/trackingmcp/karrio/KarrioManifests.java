package com.trackingmcp.karrio;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioFinder.Found;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.Page;
import com.trackingmcp.spi.ManifestCapability;
import com.trackingmcp.spi.RequestCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Closes days with one connection. Safe for use by many threads.
 *
 * <p>What is closed are shipments that were bought with the connection and are in no manifest yet: those that are named, by
 * their tracking numbers or Karrio's ids, or all that Karrio stored on the day, which is one of UTC, as Karrio's times are. A
 * name that is none of these is refused before anything is sent, for Karrio would leave it out without a word. Karrio itself
 * chooses the connection of a manifest among those of the carrier that can make one: an alert tells where it chose another.
 *
 * <p>Where the answer is lost, the manifest is looked up by the id of the call.
 */
final class KarrioManifests implements ManifestCapability {
    private static final String CLOSE = "close_day";
    private static final String REPRINT = "reprint_manifest";
    private static final String MANIFESTS = "/v1/manifests";
    private static final String REQUEST_ID = "request_id";

    private final KarrioDoor door;
    private final KarrioConnection connection;
    private final KarrioFinder finder;
    private final KarrioManifestPapers papers;

    KarrioManifests(KarrioDoor door, KarrioConnection connection) {
        this.door = door;
        this.connection = connection;
        this.finder = new KarrioFinder(door, connection);
        this.papers = new KarrioManifestPapers(door, connection);
    }

    record Closing(String carrier_name, Map<String, Object> address, List<String> shipment_ids) {}

    record ManifestWire(
            @Nullable String id,
            @Nullable String carrier_id,
            @Nullable List<@Nullable String> shipment_identifiers,
            @Nullable String manifest_url,
            @Nullable Object meta,
            @Nullable List<KarrioDocuments.@Nullable Note> messages) {}

    record ManifestList(
            @Nullable Integer count,
            @Nullable String next,
            @Nullable List<@Nullable ManifestWire> results) implements KarrioListing<ManifestWire> {}

    @Override
    public void check(ManifestRequest request, RequestCheck check) {
        check.required("address", request.address());
        checkReprint(request, check);
    }

    @Override
    public void checkReprint(ManifestRequest request, RequestCheck check) {
        request.address().ifPresent(address -> KarrioAddresses.check("address", address, check));
    }

    @Override
    public CompletableFuture<Manifest> close(ManifestRequest request, CallContext call) {
        return shipments(request, call).thenCompose(ids -> close(request, ids, call));
    }

    private CompletableFuture<Manifest> close(ManifestRequest request, List<String> ids, CallContext call) {
        Closing body = new Closing(
                connection.carrierName(),
                KarrioAddresses.encode(request.address().orElseThrow()),
                ids);
        CarrierRequest.Builder order =
                CarrierRequest.post(CLOSE).path(MANIFESTS).json(WireJson.write(body));
        LocalDate day = request.date().orElseThrow();
        return KarrioAnswers.orFound(
                        door.ask(order, ManifestWire.class, KarrioManifests::identified, call), () -> made(call))
                .thenCompose(told -> papers.closed(told, day, ids.size(), call));
    }

    private static ManifestWire identified(ManifestWire told) {
        return WireText.text(told.id()).map(id -> told).orElseThrow();
    }

    /** The ids of what is closed: all that are named, or all of the day. */
    private CompletableFuture<List<String>> shipments(ManifestRequest request, CallContext call) {
        List<String> names = request.trackingNumbers();
        LocalDate day = request.date().orElseThrow();
        return names.isEmpty()
                ? finder.stored(start(day), end(day), KarrioManifests::open, call)
                        .thenApply(found -> ofDay(found, day))
                : finder.find(names, KarrioManifests::open, call).thenApply(found -> named(names, found));
    }

    private static CarrierRequest.Builder open(CarrierRequest.Builder request) {
        return request.query("has_manifest", "false");
    }

    private List<String> ofDay(List<Found> found, LocalDate day) {
        if (found.isEmpty()) {
            throw door.fault(ErrorCode.REQUEST_REFUSED, CLOSE)
                    .argument("reason", "no shipment that was bought on " + day + " waits for a manifest")
                    .toException();
        }
        return found.stream().map(Found::shipmentId).toList();
    }

    private List<String> named(List<String> names, Map<String, Found> found) {
        RequestCheck check = new RequestCheck();
        for (int i = 0; i < names.size(); i++) {
            if (!found.containsKey(names.get(i))) {
                check.wrong(
                        "tracking_numbers[" + i + "]",
                        "is of no shipment that was bought with "
                                + door.profile().connection() + " and waits for a manifest");
            }
        }
        check.refusal(code -> door.fault(code, CLOSE)).ifPresent(refusal -> {
            throw refusal;
        });
        return found.values().stream().map(Found::shipmentId).distinct().toList();
    }

    /** The manifest that a call made whose answer was lost: one of the newest. */
    private CompletableFuture<Optional<ManifestWire>> made(CallContext call) {
        return page(request -> request, 0, call)
                .thenApply(page -> page.items().stream()
                        .filter(told -> KarrioMaps.text(told.meta(), REQUEST_ID)
                                .filter(call.correlationId()::equals)
                                .isPresent())
                        .findFirst());
    }

    private CompletableFuture<Page<ManifestWire>> page(
            UnaryOperator<CarrierRequest.Builder> only, int offset, CallContext call) {
        CarrierRequest.Builder request =
                CarrierRequest.get("find_manifests").path(MANIFESTS).query("carrier_name", connection.carrierName());
        return door.page(only.apply(request), offset, KarrioAnswers.PART, ManifestList.class, told -> told, call);
    }

    @Override
    public boolean reprints() {
        return true;
    }

    /** All of the day, the newest first; one made by another connection of the carrier is none of this one's. */
    @Override
    public CompletableFuture<Manifest> reprint(ManifestRequest request, CallContext call) {
        LocalDate day = request.date().orElseThrow();
        return KarrioAnswers.all(offset -> page(
                        part -> part.query("created_after", start(day).toString())
                                .query("created_before", end(day).toString()),
                        offset,
                        call))
                .thenCompose(told -> {
                    List<ManifestWire> own = told.stream()
                            .filter(one -> WireText.text(one.carrier_id())
                                    .filter(connection.label()::equals)
                                    .isPresent())
                            .toList();
                    if (own.isEmpty()) {
                        throw door.fault(ErrorCode.REQUEST_REFUSED, REPRINT)
                                .argument("reason", "no manifest was made on " + day)
                                .toException();
                    }
                    return papers.printed(own, day, call);
                });
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Karrio's times are compared with this one included, and are finer than milliseconds. */
    private static Instant end(LocalDate day) {
        return start(day.plusDays(1)).minusNanos(1_000);
    }
}
