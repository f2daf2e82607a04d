package com.trackingmcp.dhl;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.Secret;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * DHL Shipment Tracking - Unified: every division of DHL, one number a call. Safe for use by many threads.
 *
 * <p>Always asked in English, for its words carry meaning. The links to further pages and further divisions that come
 * with an answer are not followed: some are broken, and each costs a call of a small daily quota. The API documents no
 * header for an id of the caller's, so none is sent.
 */
final class DhlUnifiedTracking implements DhlApi.Client {
    private static final String PROVE = "proof_of_delivery";

    private final CarrierHttp http;
    private final DhlUnifiedMapper mapper;

    DhlUnifiedTracking(
            URI baseUri, Supplier<Secret> apiKey, Quota quota, CarrierProfile profile, CarrierContext context) {
        this.http = context.http(profile)
                .api("unified")
                .quota(quota)
                .baseUri(baseUri)
                .authorization(Authorization.apiKey("DHL-API-Key", apiKey))
                .errors(new DhlErrors())
                .build();
        this.mapper = new DhlUnifiedMapper(profile, context);
    }

    @Override
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call) {
        return Outcomes.gather(numbers.stream().map(number -> one(number, call)).toList());
    }

    private CompletableFuture<TrackingResult> one(TrackingNumber number, CallContext call) {
        return ask(number, call, DhlWireRead.TRACK)
                .thenApply(response -> read(response, number, call).orElseThrow());
    }

    private CompletableFuture<CarrierResponse> ask(TrackingNumber number, CallContext call, String operation) {
        CarrierRequest request = CarrierRequest.get(operation)
                .path("/track/shipments")
                .query("trackingNumber", number.value())
                .query("language", "en")
                .query("recipientPostalCode", number.postalCode())
                .build();
        return http.send(request, call);
    }

    private Outcome<TrackingResult> read(CarrierResponse response, TrackingNumber number, CallContext call) {
        List<DhlUnifiedMapper.Found> found = found(response, number, call);
        if (found.isEmpty()) {
            return DhlWireRead.notFound(http, number, call);
        }
        boolean oneOfSeveral = found.size() > 1;
        return DhlWireRead.best(found.stream()
                .map(shipment -> DhlWireRead.mapped(http, number, () -> mapper.map(shipment, number, oneOfSeveral)))
                .toList());
    }

    private List<DhlUnifiedMapper.Found> found(CarrierResponse response, TrackingNumber number, CallContext call) {
        @Nullable
        List<DhlUnifiedWire.@Nullable Shipment> shipments =
                WireJson.read(response, DhlUnifiedWire.Answer.class).shipments();
        if (shipments == null) {
            throw DhlWireRead.unreadable(http, "it holds no list of shipments", call);
        }
        return mapper.bestFirst(
                DhlWireRead.parcels(response, "shipments", shipments, call, DhlUnifiedMapper.Found::new), number);
    }

    /** The links unified tracking gives to a delivered parcel's papers; fails where it gives none. */
    CompletableFuture<ProofOfDelivery> proofOfDelivery(TrackingNumber number, CallContext call) {
        return ask(number, call, PROVE).thenApply(response -> {
            Optional<DhlUnifiedMapper.Found> best =
                    found(response, number, call).stream().findFirst();
            List<Document> documents =
                    best.map(found -> DhlPapers.linked(found.shipment())).orElse(List.of());
            if (documents.isEmpty()) {
                throw http.fault(ErrorCode.DOCUMENT_NOT_FOUND, PROVE)
                        .subject(number.value())
                        .correlationId(call.correlationId())
                        .toException();
            }
            TrackingResult parcel = mapper.map(best.orElseThrow(), number, false);
            return ProofOfDelivery.builder()
                    .number(number)
                    .carrier(parcel.carrier())
                    .deliveredAt(parcel.deliveredAt())
                    .signedBy(parcel.signedBy())
                    .documents(documents)
                    .build();
        });
    }
}
