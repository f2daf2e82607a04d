package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.ups.UpsLabelWire.Summary;
import com.trackingmcp.ups.UpsLabelWire.VoidShipmentResponse;
import com.trackingmcp.ups.UpsLabelWire.Voided;
import com.trackingmcp.ups.UpsLabelWire.VoidedPackage;
import com.trackingmcp.ups.UpsParts.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cancels labels of UPS, which calls that voiding: a shipment with all its packages, or some of them. Safe for use by many
 * threads.
 *
 * <p>A shipment is named by its id, which is the number of its first package; UPS cannot void by reference. Whatever UPS
 * will not void (too old, voided before, on its way, unknown) it refuses with one code. Of several packages it may void
 * some and keep the others: that is told package by package.
 */
final class UpsVoids {
    private static final String OPERATION = "cancel_shipment";
    private static final String VOID = "/api/shipments/v2409/void/cancel";
    private static final String DONE = "1";
    private final CarrierHttp http;
    private final CarrierProfile profile;

    UpsVoids(CarrierHttp http, CarrierProfile profile) {
        this.http = http;
        this.profile = profile;
    }

    CompletableFuture<Cancellation> cancel(ShipmentQuery query, CallContext call) {
        Optional<String> id =
                query.id().or(query::trackingNumber).map(UpsVoids::normal).filter(text -> !text.isEmpty());
        if (id.isEmpty()) {
            return CompletableFuture.failedFuture(http.fault(ErrorCode.MISSING_REQUIRED_FIELDS, OPERATION)
                    .correlationId(call.correlationId())
                    .argument("count", "1")
                    .argument("paths", "id")
                    .field(new FieldProblem("id", "is required: UPS voids by number, not by reference"))
                    .toException());
        }
        List<String> packages =
                query.parcels().stream().map(UpsVoids::normal).distinct().toList();
        CarrierRequest.Builder request =
                CarrierRequest.delete(OPERATION).path(VOID).segment("id", id.get());
        if (!packages.isEmpty()) {
            request.query("trackingnumber", several(packages));
        }
        return http.send(UpsTracking.identified(request, call), call)
                .thenApply(response -> read(response, id.get(), packages));
    }

    private static String normal(String number) {
        return number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** One package as it is, several as what looks like a list in JSON. */
    private static String several(List<String> packages) {
        return packages.size() == 1
                ? packages.get(0)
                : packages.stream()
                        .map(number -> '"' + number.replace("\"", "") + '"')
                        .collect(Collectors.joining(",", "[", "]"));
    }

    private Cancellation read(CarrierResponse response, String id, List<String> asked) {
        VoidShipmentResponse answer = UpsAnswers.read(response, Voided.class, Voided::VoidShipmentResponse);
        List<VoidedPackage> packages = new ArrayList<>(list(answer.PackageLevelResults()));
        packages.addAll(list(answer.PackageLevelResult()));
        List<String> gone = numbers(packages, true);
        List<String> kept = numbers(packages, false);
        Optional<Status> summary = Optional.ofNullable(answer.SummaryResult()).map(Summary::Status);
        Optional<String> text = summary.flatMap(status -> UpsText.clean(status.Description()));
        boolean said = summary.map(UpsVoids::isDone).orElseGet(() -> told(response, answer, packages));
        if (gone.isEmpty() && (!said || !kept.isEmpty())) {
            throw response.fault(ErrorCode.SHIPMENT_NOT_CANCELLED)
                    .carrierCode(summary.flatMap(status -> UpsText.clean(status.Code()))
                            .orElse(null))
                    .carrierText(text.orElse(null))
                    .toException();
        }
        return Cancellation.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(id)
                .cancelled(said && kept.isEmpty() && (gone.isEmpty() || gone.containsAll(asked)))
                .cancelledParcels(gone.isEmpty() && kept.isEmpty() ? asked : gone)
                .keptParcels(kept)
                .carrierText(text)
                .build();
    }

    /** An answer without a summary tells by its packages; one without either tells nothing. */
    private static boolean told(CarrierResponse response, VoidShipmentResponse answer, List<VoidedPackage> packages) {
        if (packages.isEmpty() && answer.Response() == null) {
            throw UpsAnswers.malformed(response, "it does not tell what was voided");
        }
        return UpsAnswers.isDone(answer.Response());
    }

    private static List<String> numbers(List<VoidedPackage> packages, boolean voided) {
        return packages.stream()
                .filter(one -> isDone(one.Status()) == voided)
                .flatMap(one -> UpsText.clean(one.TrackingNumber()).stream())
                .distinct()
                .toList();
    }

    private static boolean isDone(@Nullable Status status) {
        return status != null && UpsText.is(status.Code(), DONE);
    }
}
