package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * MyDHL: Express shipments by waybill, by piece and by reference, and their proof of delivery. Safe for use by many
 * threads.
 *
 * <p>{@code GET /tracking} is used for one number as for fifty, so that an answer never depends on what else was asked;
 * the operation for a single shipment would add offsets to the events' times. {@code levelOfDetail=all} brings the
 * pieces, by whose ids, weights and measures parcels are told apart, and {@code all-checkpoints-with-remarks} what DHL
 * asks for when something goes wrong. A number that is missing in an answer is not known.
 */
final class DhlExpressTracking {
    static final String PROVE = "proof_of_delivery";
    private static final String TRACK_BY_REFERENCE = "track_by_reference";
    private static final int DAYS_BACK = 28;

    private final CarrierHttp http;
    private final CarrierContext context;
    private final Optional<String> account;
    private final DhlExpressMapper mapper;

    DhlExpressTracking(
            URI baseUri,
            Supplier<Credentials> credentials,
            Optional<String> account,
            Quota quota,
            CarrierProfile profile,
            CarrierContext context) {
        this.http = context.http(profile)
                .api("express")
                .quota(quota)
                .baseUri(baseUri)
                .authorization(Authorization.basic(credentials))
                .errors(new DhlErrors())
                .build();
        this.context = context;
        this.account = account;
        this.mapper = new DhlExpressMapper(profile, context);
    }

    /** By waybill. */
    CompletableFuture<List<Outcome<TrackingResult>>> trackShipments(List<TrackingNumber> numbers, CallContext call) {
        return track("shipmentTrackingNumber", numbers, call);
    }

    /** By piece id. */
    CompletableFuture<List<Outcome<TrackingResult>>> trackPieces(List<TrackingNumber> numbers, CallContext call) {
        return track("pieceTrackingNumber", numbers, call);
    }

    private CompletableFuture<List<Outcome<TrackingResult>>> track(
            String parameter, List<TrackingNumber> numbers, CallContext call) {
        CarrierRequest.Builder request = tracking(DhlWireRead.TRACK, call);
        numbers.forEach(number -> request.query(parameter, number.value()));
        return http.send(request.build(), call).handle((response, failure) -> {
            if (failure == null) {
                return outcomes(response, numbers, call);
            }
            CarrierException error = Outcomes.carrierException(failure);
            if (error instanceof TrackingNumberNotFoundException) {
                return numbers.stream()
                        .map(number -> Outcome.<TrackingResult>failure(DhlWireRead.about(error, number)))
                        .toList();
            }
            throw error;
        });
    }

    private static CarrierRequest.Builder tracking(String operation, CallContext call) {
        return request(operation, call)
                .path("/tracking")
                .header("Accept-Language", "eng")
                .query("trackingView", "all-checkpoints-with-remarks")
                .query("levelOfDetail", "all");
    }

    private static CarrierRequest.Builder request(String operation, CallContext call) {
        return DhlExpressDoor.headed(CarrierRequest.get(operation), call);
    }

    private List<Outcome<TrackingResult>> outcomes(
            CarrierResponse response, List<TrackingNumber> numbers, CallContext call) {
        List<DhlExpressFound> shipments = shipments(response, call);
        boolean onlyOne = numbers.size() == 1 && shipments.size() == 1;
        List<Outcome<TrackingResult>> outcomes = new ArrayList<>();
        for (TrackingNumber number : numbers) {
            List<DhlExpressFound> matching = shipments.stream()
                    .filter(found -> found.isOf(number.value()) || onlyOne && found.isNameless())
                    .toList();
            outcomes.add(outcome(matching, number, call));
        }
        return outcomes;
    }

    /**
     * Waybills are used again after some time: the latest shipment answers, or that of the day asked for; the others
     * stand beside it.
     */
    private Outcome<TrackingResult> outcome(List<DhlExpressFound> matching, TrackingNumber number, CallContext call) {
        List<DhlExpressFound> known = matching.stream()
                .filter(found -> !found.isRefused() && found.mayBeShippedOn(number.shippedOn()))
                .sorted(DhlExpressFound.latestFirst(number))
                .toList();
        if (known.isEmpty()) {
            return DhlWireRead.notFound(http, number, call);
        }
        boolean several = known.size() > 1;
        return DhlWireRead.best(known.stream()
                .map(found -> DhlWireRead.mapped(http, number, () -> mapper.map(found, number, several)))
                .toList());
    }

    private List<DhlExpressFound> shipments(CarrierResponse response, CallContext call) {
        @Nullable
        List<DhlExpressWire.@Nullable Shipment> shipments =
                WireJson.read(response, DhlExpressWire.Answer.class).shipments();
        if (shipments == null) {
            throw DhlWireRead.unreadable(http, "it holds no list of shipments", call);
        }
        return DhlWireRead.parcels(response, "shipments", shipments, call, DhlExpressFound::new);
    }

    /** The shipper's account, without which MyDHL does not search by reference. */
    Optional<String> account() {
        return account;
    }

    /**
     * All shipments with a reference of the account's, shipped in the range asked for. Where a day is missing it is
     * four weeks before the last day, and tomorrow in UTC, for it is tomorrow somewhere already.
     */
    CompletableFuture<List<TrackingResult>> trackByReference(TrackingReference reference, CallContext call) {
        LocalDate to = reference
                .shippedTo()
                .orElseGet(() -> LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC)
                        .plusDays(1));
        LocalDate from = reference.shippedFrom().orElseGet(() -> to.minusDays(DAYS_BACK));
        CarrierRequest request = tracking(TRACK_BY_REFERENCE, call)
                .query("shipmentReference", reference.value())
                .query("shipmentReferenceType", reference.type().map(type -> type.toUpperCase(Locale.ROOT)))
                .query("shipperAccountNumber", reference.accountNumber().or(() -> account))
                .query("dateRangeFrom", from.toString())
                .query("dateRangeTo", to.toString())
                .build();
        return http.send(request, call)
                .thenApply(response -> named(shipments(response, call)))
                .exceptionallyCompose(failure -> {
                    CarrierException error = Outcomes.carrierException(failure);
                    return error instanceof TrackingNumberNotFoundException
                            ? CompletableFuture.completedFuture(List.of())
                            : CompletableFuture.failedFuture(error);
                });
    }

    /** A shipment that does not say its number cannot be handed on. */
    private List<TrackingResult> named(List<DhlExpressFound> shipments) {
        return shipments.stream()
                .filter(found -> !found.isRefused())
                .flatMap(found -> found.number().stream()
                        .flatMap(number ->
                                DhlWireRead.mapped(http, number, () -> mapper.map(found, number, false))
                                        .value()
                                        .stream()))
                .toList();
    }

    /** The summary of the electronic proof of delivery: the variants with more detail need the shipper's account. */
    CompletableFuture<ProofOfDelivery> proofOfDelivery(TrackingNumber asked, String waybill, CallContext call) {
        CarrierRequest request = request(PROVE, call)
                .path("/shipments")
                .segment(waybill)
                .path("/proof-of-delivery")
                .query("shipperAccountNumber", account)
                .query("content", "epod-summary")
                .build();
        return http.send(request, call).thenApply(response -> {
            List<Document> documents =
                    WireJson.list(WireJson.read(response, DhlExpressWire.Papers.class)
                                    .documents())
                            .stream()
                            .flatMap(paper -> DhlPapers.sent(paper).stream())
                            .toList();
            if (documents.isEmpty()) {
                throw http.fault(ErrorCode.DOCUMENT_NOT_FOUND, PROVE)
                        .subject(asked.value())
                        .correlationId(call.correlationId())
                        .toException();
            }
            return ProofOfDelivery.builder()
                    .number(asked)
                    .carrier(DhlCarrier.ID)
                    .documents(documents)
                    .build();
        });
    }
}
