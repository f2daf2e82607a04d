package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.ups.UpsLabelWire.Candidate;
import com.trackingmcp.ups.UpsLabelWire.LabelRecoveryResponse;
import com.trackingmcp.ups.UpsLabelWire.Recovered;
import com.trackingmcp.ups.UpsParts.Code;
import com.trackingmcp.ups.UpsParts.ReferenceNumber;
import com.trackingmcp.ups.UpsParts.Request;
import com.trackingmcp.ups.UpsShipWire.LabelSpecificationAgain;
import com.trackingmcp.ups.UpsShipWire.Recovery;
import com.trackingmcp.ups.UpsShipWire.RecoveryRequest;
import com.trackingmcp.ups.UpsShipWire.ReferenceValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Finds labels of UPS again, by number or by a reference and the account's number. Safe for use by many threads.
 *
 * <p>Unlike new labels these come as PDF too, which is asked for where nothing else is; PNG is none of them. A reference of
 * several shipments is answered with their numbers, each of which is asked for then: ten at most. By the number of a
 * package UPS sends that package's label; whether it sends those of its whole shipment, its description leaves open.
 * UPS's "not found" is a 404 or one of the codes its tracking uses; any other refusal is told, for a purchase taken for
 * not made would be made twice.
 */
final class UpsRecovery {
    private static final String OPERATION = "recover_shipment";
    private static final String PATH = "/api/labels/v1/recovery";
    private static final int MOST_SHIPMENTS = 10;
    private static final int NOT_FOUND = 404;
    private final CarrierHttp http;
    private final UpsShipmentMapper mapper;
    private final Optional<String> accountNumber;

    UpsRecovery(CarrierHttp http, UpsShipmentMapper mapper, Optional<String> accountNumber) {
        this.http = http;
        this.mapper = mapper;
        this.accountNumber = accountNumber;
    }

    CompletableFuture<List<Shipment>> recover(ShipmentQuery query, CallContext call) {
        LabelFormat format = query.label().map(LabelSpec::format).orElse(LabelFormat.PDF);
        if (format == LabelFormat.PNG) {
            return CompletableFuture.failedFuture(http.fault(ErrorCode.MALFORMED_REQUEST, OPERATION)
                    .correlationId(call.correlationId())
                    .argument("reason", "label.format: UPS does not send labels again as PNG")
                    .field(new FieldProblem("label.format", "is png, which UPS does not send again"))
                    .toException());
        }
        List<String> numbers = query.parcels().isEmpty()
                ? query.id().or(query::trackingNumber).stream().toList()
                : query.parcels();
        return numbers.isEmpty() ? byReference(query, format, call) : byNumbers(numbers, query, format, call);
    }

    private CompletableFuture<List<Shipment>> byReference(ShipmentQuery query, LabelFormat format, CallContext call) {
        if (accountNumber.isEmpty()) {
            return CompletableFuture.failedFuture(http.fault(ErrorCode.INCOMPLETE_CREDENTIALS, OPERATION)
                    .correlationId(call.correlationId())
                    .argument("variables", "UPS_ACCOUNT_NUMBER is missing, and UPS finds references of an account only")
                    .toException());
        }
        ReferenceValues values = new ReferenceValues(
                new ReferenceNumber(null, null, query.reference().orElse("")), accountNumber.get());
        return ask(null, values, query, format, call).thenCompose(answer -> {
            Optional<Shipment> found = answer.flatMap(told -> shipment(told, query));
            List<String> others = answer.map(told -> candidates(told, query)).orElse(List.of());
            return found.isPresent()
                    ? CompletableFuture.completedFuture(found.stream().toList())
                    : byNumbers(others, query, format, call);
        });
    }

    private static List<String> candidates(LabelRecoveryResponse answer, ShipmentQuery query) {
        return list(answer.TrackingCandidate()).stream()
                .filter(candidate -> isOfThatTime(candidate, query))
                .flatMap(candidate -> UpsText.clean(candidate.TrackingNumber()).stream())
                .distinct()
                .limit(MOST_SHIPMENTS)
                .toList();
    }

    private static boolean isOfThatTime(Candidate candidate, ShipmentQuery query) {
        if (candidate.PickupDateRange() == null) {
            return true;
        }
        Optional<LocalDate> first = UpsTimes.date(candidate.PickupDateRange().BeginDate());
        Optional<LocalDate> last =
                UpsTimes.date(candidate.PickupDateRange().EndDate()).or(() -> first);
        boolean tooEarly = query.shippedFrom()
                .filter(from -> last.filter(day -> day.isBefore(from)).isPresent())
                .isPresent();
        boolean tooLate = query.shippedTo()
                .filter(to -> first.filter(day -> day.isAfter(to)).isPresent())
                .isPresent();
        return !tooEarly && !tooLate;
    }

    private CompletableFuture<List<Shipment>> byNumbers(
            List<String> numbers, ShipmentQuery query, LabelFormat format, CallContext call) {
        CompletableFuture<List<Shipment>> all = CompletableFuture.completedFuture(List.of());
        for (String number : numbers) {
            String asked = number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            all = all.thenCompose(found -> found.stream().anyMatch(shipment -> holds(shipment, asked))
                    ? CompletableFuture.completedFuture(found)
                    : ask(asked, null, query, format, call)
                            .thenApply(answer -> with(found, answer.flatMap(told -> shipment(told, query)))));
        }
        return all;
    }

    private static boolean holds(Shipment shipment, String number) {
        return shipment.parcels().stream()
                .anyMatch(parcel -> parcel.trackingNumber().equals(number));
    }

    private Optional<Shipment> shipment(LabelRecoveryResponse told, ShipmentQuery query) {
        return mapper.recovered(told, UpsShipEncoder.pageFormat(query.label()), query.reference());
    }

    /** Packages that were asked for one by one, but are of one shipment, are put together. */
    private static List<Shipment> with(List<Shipment> found, Optional<Shipment> more) {
        Map<String, Shipment> byId = new LinkedHashMap<>();
        found.forEach(shipment -> byId.put(shipment.id(), shipment));
        more.ifPresent(shipment -> byId.merge(shipment.id(), shipment, UpsRecovery::together));
        return List.copyOf(byId.values());
    }

    private static Shipment together(Shipment one, Shipment other) {
        List<ShippedParcel> parcels = new ArrayList<>(one.parcels());
        other.parcels().stream()
                .filter(parcel -> !holds(one, parcel.trackingNumber()))
                .forEach(parcels::add);
        return Shipment.builder().from(one).parcels(parcels).build();
    }

    private CompletableFuture<Optional<LabelRecoveryResponse>> ask(
            @Nullable String number,
            @Nullable ReferenceValues reference,
            ShipmentQuery query,
            LabelFormat format,
            CallContext call) {
        LabelSpecificationAgain label = new LabelSpecificationAgain(
                UpsShipEncoder.browser(format), Code.of(format.name()), UpsShipEncoder.stock(query.label()));
        Recovery body = new Recovery(new RecoveryRequest(new Request(null, null, null), label, number, reference));
        CarrierRequest asked = UpsTracking.identified(
                CarrierRequest.postToRead(OPERATION).path(PATH).json(WireJson.write(body)), call);
        return http.send(asked, call)
                .thenApply(response -> Optional.of(read(response)))
                .exceptionallyCompose(UpsRecovery::noneWhereUnknown);
    }

    private static LabelRecoveryResponse read(CarrierResponse response) {
        return UpsAnswers.read(response, Recovered.class, Recovered::LabelRecoveryResponse);
    }

    private static CompletableFuture<Optional<LabelRecoveryResponse>> noneWhereUnknown(Throwable failure) {
        CarrierException error = Outcomes.carrierException(failure);
        boolean unknown = error.code() == ErrorCode.REQUEST_REFUSED
                && (error.httpStatus().orElse(0) == NOT_FOUND
                                && error.carrierCode().isPresent()
                        || UpsErrors.isNotFound(error.carrierCode().orElse(null)));
        return unknown ? CompletableFuture.completedFuture(Optional.empty()) : CompletableFuture.failedFuture(error);
    }
}
