package com.trackingmcp.fedex;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.fedex.FedexParts.Account;
import com.trackingmcp.fedex.FedexSellingErrors.SellingFault;
import com.trackingmcp.fedex.FedexShipWire.Cancel;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.spi.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Takes labels back. Safe for use by many threads.
 *
 * <p>FedEx answers 200 and {@code cancelledShipment: false} where it cancelled nothing. {@code DELETE_ALL_PACKAGES} takes
 * the whole of a shipment; without it FedEx's description speaks of the one number that is named, which this relies on to
 * cancel single parcels.
 */
final class FedexCancelling {
    private static final String ALL = "DELETE_ALL_PACKAGES";

    private final FedexSales sales;
    private final FedexSales.Door ship;

    FedexCancelling(FedexSales sales, FedexSales.Door ship) {
        this.sales = sales;
        this.ship = ship;
    }

    CompletableFuture<Cancellation> cancel(ShipmentQuery query, CallContext call) {
        String account = sales.account(FedexShipping.CANCEL);
        Optional<String> number = query.id().or(query::trackingNumber);
        if (query.parcels().isEmpty()) {
            return number.map(id -> whole(id, account, call))
                    .orElseGet(() -> CompletableFuture.failedFuture(nameless(call)));
        }
        String id = number.orElse(query.parcels().get(0));
        List<String> each = query.parcels().stream().distinct().toList();
        return parcels(id, each, account, new ArrayList<>(), call);
    }

    private CarrierException nameless(CallContext call) {
        return ship.http()
                .fault(ErrorCode.MISSING_REQUIRED_FIELDS, FedexShipping.CANCEL)
                .correlationId(call.correlationId())
                .argument("count", "1")
                .argument("paths", "id")
                .field(new FieldProblem("id", "is required: FedEx cancels nothing by a reference"))
                .toException();
    }

    private CompletableFuture<Cancellation> whole(String id, String account, CallContext call) {
        return send(id, ALL, account, call)
                .thenApply(text -> Cancellation.builder()
                        .carrier(sales.profile().carrier())
                        .connection(sales.profile().connection())
                        .id(id)
                        .cancelled(true)
                        .carrierText(text)
                        .build());
    }

    /** One after the other, so that nothing is sent any more once the fate of one is not known. */
    private CompletableFuture<Cancellation> parcels(
            String id, List<String> numbers, String account, List<Outcome<Optional<String>>> done, CallContext call) {
        if (done.size() == numbers.size()) {
            return told(id, numbers, done);
        }
        String number = numbers.get(done.size());
        return Outcomes.settle(send(number, null, account, call)).thenCompose(outcome -> {
            Optional<CarrierException> failure = outcome.failure();
            boolean refused = failure.filter(error -> error.code() == ErrorCode.SHIPMENT_NOT_CANCELLED)
                    .isPresent();
            if (failure.isPresent() && !refused) {
                return CompletableFuture.failedFuture(after(done, failure.get()));
            }
            done.add(outcome);
            return parcels(id, numbers, account, done, call);
        });
    }

    /** Whoever learns that one failed has to know what became of those before it. */
    private static CarrierException after(List<Outcome<Optional<String>>> done, CarrierException error) {
        ErrorDetails.Builder told = error.details().toBuilder();
        for (int i = 0; i < done.size(); i++) {
            told.field(new FieldProblem(
                    "parcels[" + i + "]", done.get(i).isSuccess() ? "is cancelled" : "is not cancelled"));
        }
        return CarrierException.of(told.build(), error.getCause());
    }

    private CompletableFuture<Cancellation> told(
            String id, List<String> numbers, List<Outcome<Optional<String>>> outcomes) {
        List<String> cancelled = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        Optional<CarrierException> refusal = Optional.empty();
        for (int i = 0; i < numbers.size(); i++) {
            Outcome<Optional<String>> outcome = outcomes.get(i);
            (outcome.isSuccess() ? cancelled : kept).add(numbers.get(i));
            refusal = refusal.or(outcome::failure);
        }
        if (cancelled.isEmpty() && refusal.isPresent()) {
            return CompletableFuture.failedFuture(refusal.get());
        }
        Optional<String> words = outcomes.stream()
                .flatMap(outcome -> outcome.value().stream())
                .flatMap(Optional::stream)
                .findFirst();
        return CompletableFuture.completedFuture(Cancellation.builder()
                .carrier(sales.profile().carrier())
                .connection(sales.profile().connection())
                .id(id)
                .cancelled(kept.isEmpty())
                .cancelledParcels(cancelled)
                .keptParcels(kept)
                .carrierText(refusal.flatMap(CarrierException::carrierText).or(() -> words))
                .build());
    }

    /** Cancels under one number; tells what FedEx said, or fails. */
    private CompletableFuture<Optional<String>> send(
            String number, @Nullable String control, String account, CallContext call) {
        CarrierRequest request = sales.request(
                CarrierRequest.put(FedexShipping.CANCEL),
                "/ship/v1/shipments/cancel",
                new Cancel(new Account(account), control, number),
                call.correlationId());
        return ship.http()
                .send(request, call)
                .thenApply(response -> cancelled(response))
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(about(number, Outcomes.carrierException(failure))));
    }

    private static Optional<String> cancelled(CarrierResponse response) {
        FedexShipAnswer answer = WireJson.read(response, FedexShipAnswer.class);
        FedexShipAnswer.Output output = answer.output();
        List<SellingFault> faults = FedexSellingErrors.faults(answer.errors());
        if ((output == null || output.cancelledShipment() == null) && !faults.isEmpty()) {
            throw FedexSellingErrors.refusal(response, answer.transactionId(), faults)
                    .toException();
        }
        if (output == null || output.cancelledShipment() == null) {
            throw FedexShipping.unclear(response, answer, "it does not say whether the shipment is cancelled");
        }
        Optional<String> text = WireText.first(output.message(), output.successMessage())
                .or(() -> FedexAlerts.ofValues(output.alerts()).stream()
                        .map(alert -> alert.text())
                        .findFirst());
        if (!output.cancelledShipment()) {
            throw response.fault(ErrorCode.SHIPMENT_NOT_CANCELLED)
                    .requestId(WireText.text(answer.transactionId()).orElse(null))
                    .carrierText(text.orElse(null))
                    .toException();
        }
        return text;
    }

    /** Whatever FedEx refuses here is not cancelled; whatever cannot be read may be. */
    private static CarrierException about(String number, CarrierException error) {
        ErrorDetails details = error.details();
        ErrorDetails.Builder told = switch (error.code()) {
            case REQUEST_REFUSED -> details.toBuilder(ErrorCode.SHIPMENT_NOT_CANCELLED);
            case MALFORMED_RESPONSE, UNEXPECTED ->
                details.toBuilder(ErrorCode.OUTCOME_UNKNOWN).retryable(false);
            default -> details.toBuilder();
        };
        if (told.build().code() == ErrorCode.OUTCOME_UNKNOWN) {
            told.reference(number);
        }
        return CarrierException.of(told.subject(number).build(), error.getCause());
    }
}
