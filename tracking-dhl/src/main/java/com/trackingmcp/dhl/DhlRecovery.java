package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds shipments that were bought from MyDHL, through its tracking: by waybill, by a piece's number, or by a reference of
 * the shipper's. Safe for use by many threads.
 *
 * <p>DHL does not send a label again. What it keeps is the waybill, which is asked for and stands among the documents where
 * DHL has filed it already: a copy for the records, no label to ship with. Whose label is lost ships once more, and lets
 * the first shipment end by itself.
 *
 * <p>By reference the shipments of the last four weeks are looked at, and those of all days a shipment can be planned for.
 * What was bought on the account of another sender is found with that account as the detail {@code account_number}. How
 * soon after a purchase its tracking knows a shipment DHL does not say: who finds nothing at once should look again before
 * buying anew.
 */
final class DhlRecovery {
    private static final String RECOVER = "recover_shipment";
    private static final String IMAGE = "recover_document";
    private static final int DAYS_BACK = 28;
    private static final int MONTH = 7;

    private final CarrierHttp http;
    private final CarrierProfile profile;
    private final Optional<String> account;
    private final Clock clock;

    DhlRecovery(CarrierHttp http, CarrierProfile profile, Optional<String> account, Clock clock) {
        this.http = http;
        this.profile = profile;
        this.account = account;
        this.clock = clock;
    }

    /** What is found by its number needs no account, but its papers do. */
    CompletableFuture<List<Shipment>> recover(ShipmentQuery query, CallContext call) {
        Optional<String> number =
                query.id().or(query::trackingNumber).map(text -> text.strip().toUpperCase(Locale.ROOT));
        CarrierRequest.Builder request = DhlExpressDoor.headed(CarrierRequest.get(RECOVER), call)
                .path("/tracking")
                .header("Accept-Language", "eng")
                .query("trackingView", "all-checkpoints")
                .query("levelOfDetail", "all");
        number.ifPresentOrElse(
                known -> request.query(known.startsWith("J") ? "pieceTrackingNumber" : "shipmentTrackingNumber", known),
                () -> byReference(query, request, call));
        return http.send(request.build(), call)
                .thenApply(response -> found(response, number))
                .thenCompose(shipments -> Outcomes.gather(shipments.stream()
                        .map(shipment -> withPapers(shipment, query, call))
                        .toList()))
                .thenApply(outcomes ->
                        outcomes.stream().map(outcome -> outcome.orElseThrow()).toList())
                .exceptionallyCompose(failure -> {
                    CarrierException error = Outcomes.carrierException(failure);
                    return error instanceof TrackingNumberNotFoundException
                            ? CompletableFuture.completedFuture(List.of())
                            : CompletableFuture.failedFuture(error);
                });
    }

    private void byReference(ShipmentQuery query, CarrierRequest.Builder request, CallContext call) {
        String shipper = account(query)
                .orElseThrow(() -> http.fault(ErrorCode.MISSING_REQUIRED_FIELDS, RECOVER)
                        .correlationId(call.correlationId())
                        .argument("count", "1")
                        .argument("paths", "details.account_number")
                        .field(new FieldProblem(
                                "details.account_number",
                                "is required, for DHL finds references by account and DHL_EXPRESS_ACCOUNT_NUMBER is not"
                                        + " set"))
                        .toException());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate to = query.shippedTo().orElseGet(() -> today.plusDays(DhlShipmentCheck.MOST_DAYS_AHEAD + 1L));
        LocalDate from = query.shippedFrom()
                .orElseGet(() -> query.shippedTo().orElse(today).minusDays(DAYS_BACK));
        request.query("shipmentReference", query.reference())
                .query("shipperAccountNumber", shipper)
                .query("dateRangeFrom", from.toString())
                .query("dateRangeTo", to.toString());
    }

    private Optional<String> account(ShipmentQuery query) {
        return Optional.ofNullable(query.details().get(DhlShipMapper.ACCOUNT)).or(() -> account);
    }

    /** What is of the number asked for; all where a reference was. A shipment without a number cannot be handed on. */
    private List<Shipment> found(CarrierResponse response, Optional<String> number) {
        return WireJson.list(
                        WireJson.read(response, DhlExpressWire.Answer.class).shipments())
                .stream()
                .map(shipment -> new DhlExpressFound(shipment, Optional.empty()))
                .filter(found -> !found.isRefused() && !found.isNameless())
                .filter(found -> number.map(found::isOf).orElse(true))
                .map(found -> shipment(found.shipment()))
                .toList();
    }

    private Shipment shipment(DhlExpressWire.Shipment told) {
        String waybill = WireText.text(told.shipmentTrackingNumber()).orElseThrow();
        Shipment.Builder shipment = Shipment.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(waybill)
                .trackingNumber(waybill)
                .service(WireText.text(told.productCode()))
                .serviceName(WireText.text(told.productCode()).flatMap(DhlExpressProducts::name))
                .addAllReferences(references(told));
        pieces(told, waybill)
                .map(number -> ShippedParcel.builder().trackingNumber(number).build())
                .forEach(shipment::addParcels);
        WireTime.parse(told.shipmentTimestamp())
                .map(CarrierTime::date)
                .ifPresent(day -> shipment.putDetails(DhlShipMapper.SHIP_DATE, day.toString()));
        return shipment.build();
    }

    /** As many as are told; one by the waybill where none is. */
    private static Stream<String> pieces(DhlExpressWire.Shipment told, String waybill) {
        List<String> numbers = WireJson.list(told.pieces()).stream()
                .flatMap(piece -> WireText.text(piece.trackingNumber()).stream())
                .toList();
        return numbers.isEmpty() ? Stream.of(waybill) : numbers.stream();
    }

    private static List<Reference> references(DhlExpressWire.Shipment told) {
        return WireJson.list(told.shipperReferences()).stream()
                .flatMap(reference -> WireText.text(reference.value()).stream())
                .map(Reference::of)
                .toList();
    }

    /** The waybill DHL has filed: whatever keeps it from being read costs no more than itself. */
    private CompletableFuture<Shipment> withPapers(Shipment shipment, ShipmentQuery query, CallContext call) {
        Optional<String> shipper = account(query);
        Optional<String> month = Optional.ofNullable(query.details().get(DhlShipMapper.SHIP_DATE))
                .or(() -> Optional.ofNullable(shipment.details().get(DhlShipMapper.SHIP_DATE)))
                .filter(day -> day.length() >= MONTH)
                .map(day -> day.substring(0, MONTH));
        if (shipper.isEmpty() || month.isEmpty()) {
            return CompletableFuture.completedFuture(with(shipment, List.of()));
        }
        CarrierRequest request = DhlExpressDoor.headed(CarrierRequest.get(IMAGE), call)
                .path("/shipments")
                .segment("id", shipment.id())
                .path("/get-image")
                .query("shipperAccountNumber", shipper)
                .query("typeCode", "waybill")
                .query("pickupYearAndMonth", month)
                .query("encodingFormat", "pdf")
                .build();
        return http.send(request, call)
                .thenApply(response -> with(
                        shipment,
                        WireJson.list(WireJson.read(response, Images.class).documents()).stream()
                                .flatMap(paper -> DhlSoldPapers.document(paper, Optional.empty()).stream())
                                .toList()))
                .exceptionally(failure -> with(shipment, List.of()));
    }

    record Images(@Nullable List<DhlSoldWire.@Nullable Paper> documents) {}

    private static Shipment with(Shipment shipment, List<Document> papers) {
        return Shipment.builder()
                .from(shipment)
                .addAllDocuments(papers)
                .addAlerts(Alert.builder()
                        .text("DHL does not send a label again: without it, ship once more; a shipment that is"
                                + " never handed over is not charged")
                        .build())
                .build();
    }
}
