package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Tracking by reference at UPS: one reference, several shipments, each of several parcels. Safe for use by many
 * threads.
 *
 * <p>Where UPS says that a shipment has more parcels than it sent, the shipment is fetched page by page, ten pages of
 * 50 in one search at most, and its parcels with the reference are added. What could not be fetched is told in an alert
 * on the parcels of that shipment: a search never fails for what it did find.
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

    /** One search under way, its steps one after the other: never used by two threads at once. */
    private static final class Search {
        final TrackingReference reference;
        final boolean freight;
        final CallContext call;
        final UpsParcels answer;
        final Map<Integer, List<Found>> shipments = new LinkedHashMap<>();
        final Map<Integer, Integer> missing = new LinkedHashMap<>();
        final Set<String> paged = new HashSet<>();
        int pagesLeft = MOST_PAGES;

        Search(TrackingReference reference, boolean freight, CallContext call, UpsParcels answer) {
            this.reference = reference;
            this.freight = freight;
            this.call = call;
            this.answer = answer;
            answer.found()
                    .forEach(found -> shipments
                            .computeIfAbsent(found.shipment(), index -> new ArrayList<>())
                            .add(found));
        }
    }

    /** One shipment that UPS sent only a part of. */
    private record Part(int index, String number, int count, Set<String> seen) {}

    CompletableFuture<List<TrackingResult>> track(TrackingReference reference, CallContext call) {
        boolean freight = reference.type().filter("fgv"::equalsIgnoreCase).isPresent();
        return http.send(request(reference, freight, call), call)
                .thenApply(response -> UpsTracking.parcels(response, call))
                .thenCompose(parcels -> complete(new Search(reference, freight, call, parcels)))
                .thenApply(this::results)
                .exceptionallyCompose(UpsTracking.noneIfNotFound(http, OPERATION));
    }

    /** UPS knows references of small packages and of freight (fgv); other carriers' words for kinds are not sent. */
    private CarrierRequest request(TrackingReference reference, boolean freight, CallContext call) {
        CarrierRequest.Builder request = CarrierRequest.get(OPERATION)
                .path("/api/track/v1/reference/details")
                .segment("value", reference.value())
                .query("locale", "en_US")
                .query("fromPickUpDate", reference.shippedFrom().map(DateTimeFormatter.BASIC_ISO_DATE::format))
                .query("toPickUpDate", reference.shippedTo().map(DateTimeFormatter.BASIC_ISO_DATE::format))
                .query("destCountry", reference.destinationCountry())
                .query("destZip", reference.destinationPostalCode())
                .query("shipperNum", reference.accountNumber().or(() -> accountNumber))
                .query("refNumType", freight ? "fgv" : "SmallPackage");
        return UpsTracking.identified(request, call);
    }

    private CompletableFuture<Search> complete(Search search) {
        CompletableFuture<Search> steps = CompletableFuture.completedFuture(search);
        for (int index : List.copyOf(search.shipments.keySet())) {
            steps = steps.thenCompose(done -> complete(search, index));
        }
        return steps;
    }

    private CompletableFuture<Search> complete(Search search, int index) {
        List<Found> sent = search.shipments.getOrDefault(index, List.of());
        int count = sent.stream()
                .flatMap(found -> found.count().stream())
                .max(Integer::compare)
                .orElse(0);
        Optional<String> number = sent.stream()
                .filter(found -> own(found).isPresent())
                .flatMap(found -> found.number().stream())
                .findFirst();
        // UPS may list one shipment as several of one parcel each: once paged, it is known
        if (count <= sent.size() || number.isEmpty() || search.paged.contains(number.get())) {
            return CompletableFuture.completedFuture(search);
        }
        Part part = new Part(index, number.get(), count, new HashSet<>());
        sent.forEach(found -> found.number().ifPresent(part.seen()::add));
        return page(search, part, 0).handle((done, failure) -> {
            search.missing.put(index, count - part.seen().size());
            return search;
        });
    }

    private CompletableFuture<Void> page(Search search, Part part, int offset) {
        if (search.pagesLeft == 0 || offset >= part.count() || part.seen().size() >= part.count()) {
            return CompletableFuture.completedFuture(null);
        }
        search.pagesLeft--;
        CarrierRequest.Builder request = CarrierRequest.get(OPERATION)
                .path("/api/track/v1/shipment/details")
                .segment(part.number())
                .query("locale", "en_US")
                .query("offset", Integer.toString(offset))
                .query("count", Integer.toString(PAGE));
        return http.send(UpsTracking.identified(request, search.call), search.call)
                .thenApply(response -> UpsTracking.parcels(response, search.call))
                .thenCompose(parcels -> {
                    parcels.found().forEach(found -> add(search, part, found));
                    return page(search, part, offset + PAGE);
                });
    }

    private static void add(Search search, Part part, Found found) {
        found.number().ifPresent(number -> {
            search.paged.add(number);
            boolean known = search.answer.found().stream()
                    .anyMatch(other -> other.number().equals(found.number()));
            if (part.seen().add(number) && !known && bears(found, search.reference.value())) {
                search.shipments
                        .computeIfAbsent(part.index(), index -> new ArrayList<>())
                        .add(new Found(
                                found.parcel(),
                                found.inquiryNumber(),
                                part.index(),
                                found.warnings(),
                                found.rawJson()));
            }
        });
    }

    /** Parcels of one shipment may have references of their own. */
    private static boolean bears(Found found, String reference) {
        List<String> references = list(found.parcel().referenceNumber()).stream()
                .flatMap(own -> UpsText.clean(own.number()).stream())
                .toList();
        return references.isEmpty() || references.stream().anyMatch(reference.strip()::equalsIgnoreCase);
    }

    private List<TrackingResult> results(Search search) {
        List<Found> all =
                search.shipments.values().stream().flatMap(List::stream).toList();
        UpsParcels parcels = new UpsParcels(all, search.answer.warnings());
        return all.stream()
                .flatMap(found -> own(found).map(number -> map(parcels, found, number, search)).stream())
                .toList();
    }

    private TrackingResult map(UpsParcels parcels, Found found, TrackingNumber number, Search search) {
        TrackingResult result;
        try {
            result = mapper.map(parcels, found, number, search.freight);
        } catch (RuntimeException e) {
            result = mapper.unreadable(found, number);
        }
        int missing = search.missing.getOrDefault(found.shipment(), 0);
        return missing <= 0
                ? result
                : TrackingResult.builder()
                        .from(result)
                        .addAlerts(Alert.builder()
                                .text("UPS counts %d more packages in this shipment than it told of."
                                        .formatted(missing))
                                .build())
                        .build();
    }

    /** A parcel without any number cannot be asked for again, nor told from the others. */
    private Optional<TrackingNumber> own(Found found) {
        try {
            return found.number().map(number -> TrackingNumber.of(number, connection));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
