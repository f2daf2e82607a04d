package com.trackingmcp.ups;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.ups.UpsParcels.Found;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Tracking by reference at UPS: one reference, several shipments, each of several parcels. Safe for use by many threads.
 *
 * <p>Where UPS says that a shipment has more parcels than it sent, the rest is fetched page by page, up to 500 parcels a
 * shipment; what is missing even then is told in an alert on every parcel of that shipment.
 */
final class UpsReferences {
    private static final String OPERATION = "track_by_reference";
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 10;

    private final CarrierHttp http;
    private final String connection;
    private final UpsTrackingMapper mapper;
    private final Optional<String> accountNumber;

    UpsReferences(CarrierHttp http, String connection, UpsTrackingMapper mapper, Optional<String> accountNumber) {
        this.http = http;
        this.connection = connection;
        this.mapper = mapper;
        this.accountNumber = accountNumber;
    }

    CompletableFuture<List<TrackingResult>> track(TrackingReference reference, CallContext call) {
        boolean freight = reference.type().filter("fgv"::equalsIgnoreCase).isPresent();
        return http.send(request(reference, freight, call), call)
                .thenApply(response -> UpsTracking.parcels(http, response, OPERATION, call))
                .thenCompose(parcels -> results(parcels, freight, call))
                .exceptionallyCompose(UpsTracking.noneIfNotFound(http, OPERATION));
    }

    /** UPS knows two kinds of references, of small packages and of freight; other carriers' words for kinds are not sent. */
    private CarrierRequest request(TrackingReference reference, boolean freight, CallContext call) {
        CarrierRequest.Builder request = CarrierRequest.get(OPERATION)
                .path("/api/track/v1/reference/details")
                .segment(reference.value())
                .query("locale", "en_US")
                .query("fromPickUpDate", reference.shippedFrom().map(DateTimeFormatter.BASIC_ISO_DATE::format))
                .query("toPickUpDate", reference.shippedTo().map(DateTimeFormatter.BASIC_ISO_DATE::format))
                .query("destCountry", reference.destinationCountry())
                .query("destZip", reference.destinationPostalCode())
                .query("shipperNum", reference.accountNumber().or(() -> accountNumber))
                .query("refNumType", freight ? "fgv" : "SmallPackage");
        return UpsTracking.identified(request, call);
    }

    private CompletableFuture<List<TrackingResult>> results(UpsParcels parcels, boolean freight, CallContext call) {
        Map<Integer, List<Found>> shipments = new LinkedHashMap<>();
        parcels.found().forEach(found ->
                shipments.computeIfAbsent(found.shipment(), index -> new ArrayList<>()).add(found));
        List<CompletableFuture<List<TrackingResult>>> all = shipments.values().stream()
                .map(shipment -> shipment(parcels, shipment, freight, call))
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream().flatMap(future -> future.join().stream()).toList());
    }

    private CompletableFuture<List<TrackingResult>> shipment(
            UpsParcels parcels, List<Found> sent, boolean freight, CallContext call) {
        int count = sent.stream().flatMap(found -> found.count().stream()).max(Integer::compare).orElse(0);
        Optional<String> number = sent.stream().flatMap(found -> found.number().stream()).findFirst();
        Map<String, Found> known = new LinkedHashMap<>();
        sent.forEach(found -> known.put(found.number().filter(key -> !known.containsKey(key)).orElse("#" + known.size()), found));
        if (count <= known.size() || number.isEmpty()) {
            return CompletableFuture.completedFuture(map(parcels, List.copyOf(known.values()), freight, count));
        }
        return page(number.get(), 0, count, known, call).handle((done, failure) -> {
            List<Found> found = List.copyOf(known.values());
            return map(new UpsParcels(found, parcels.warnings(), 1), found, freight, count);
        });
    }

    /** Asks for pages until all parcels are known, a page brings none, or there are too many. */
    private CompletableFuture<Void> page(
            String number, int page, int count, Map<String, Found> known, CallContext call) {
        CarrierRequest.Builder request = CarrierRequest.get(OPERATION)
                .path("/api/track/v1/shipment/details")
                .segment(number)
                .query("locale", "en_US")
                .query("offset", Integer.toString(page * PAGE))
                .query("count", Integer.toString(PAGE));
        int shipment = known.values().iterator().next().shipment();
        return http.send(UpsTracking.identified(request, call), call)
                .thenApply(response -> UpsTracking.parcels(http, response, OPERATION, call))
                .thenCompose(parcels -> {
                    parcels.found().forEach(found -> found.number()
                            .ifPresent(key -> known.putIfAbsent(
                                    key, new Found(found.parcel(), found.inquiryNumber(), shipment, found.rawJson()))));
                    boolean more = known.size() < count && (page + 1) * PAGE < count && page + 1 < MOST_PAGES;
                    return more
                            ? page(number, page + 1, count, known, call)
                            : CompletableFuture.<Void>completedFuture(null);
                });
    }

    private List<TrackingResult> map(UpsParcels parcels, List<Found> shipment, boolean freight, int count) {
        List<Alert> missing = count <= shipment.size()
                ? List.of()
                : List.of(Alert.builder()
                        .text("UPS counts %d packages in this shipment and told of %d."
                                .formatted(count, shipment.size()))
                        .build());
        return shipment.stream()
                .flatMap(found -> own(found).map(number -> map(parcels, found, number, freight)).stream())
                .map(result -> TrackingResult.builder()
                        .from(result)
                        .addAllAlerts(missing)
                        .build())
                .toList();
    }

    private TrackingResult map(UpsParcels parcels, Found found, TrackingNumber number, boolean freight) {
        try {
            return mapper.map(parcels, found, number, freight);
        } catch (RuntimeException e) {
            return mapper.unreadable(found, number);
        }
    }

    /** A parcel without a number cannot be told apart from the others. */
    private Optional<TrackingNumber> own(Found found) {
        try {
            return found.number().map(number -> TrackingNumber.of(number, connection));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
