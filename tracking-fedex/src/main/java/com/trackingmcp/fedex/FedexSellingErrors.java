package com.trackingmcp.fedex;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.fedex.FedexTrackingWire.Fault;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.ErrorReader;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.spi.Outcomes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How FedEx says no to those who rate, ship and ask for addresses: as to all others, but that it tells several reasons at
 * once, and that none of them is about a parcel to track. Safe for use by many threads.
 *
 * <p>A purchase that a broken server refuses may have been carried out, whatever the HTTP status: its outcome is unknown.
 */
final class FedexSellingErrors implements ErrorReader {
    /** What changes something at FedEx. */
    private static final Set<String> WRITES = Set.of(
            FedexShipping.SHIP,
            FedexShipping.CANCEL,
            FedexPickups.SCHEDULE,
            FedexPickups.CANCEL,
            FedexDocuments.UPLOAD,
            FedexDocuments.UPLOAD_AND_ATTACH,
            FedexManifests.CLOSE);

    private final FedexErrors common;

    FedexSellingErrors(FedexErrors common) {
        this.common = common;
    }

    record Body(@Nullable String transactionId, @Nullable List<@Nullable SellingFault> errors) {}

    /** An error, with what it is about. */
    record SellingFault(
            @Nullable String code,
            @Nullable String message,
            @Nullable List<@Nullable Parameter> parameterList) {
        boolean isEmpty() {
            return WireText.first(code, message).isEmpty();
        }

        Fault fault() {
            return new Fault(code, message);
        }
    }

    record Parameter(@Nullable String key) {}

    @Override
    public ErrorDetails.Builder read(CarrierResponse response, ErrorDetails.Builder guess) {
        ErrorDetails said = common.read(response, guess).build();
        List<SellingFault> faults = WireJson.tryRead(response, Body.class)
                .map(body -> faults(body.errors()))
                .orElse(List.of());
        return told(FedexErrors.recoded(said, code(said.code(), faults, response)), faults);
    }

    /**
     * What an answer is about. One of errors alone is a refusal; of errors beside it, it counts.
     *
     * @throws com.trackingmcp.error.CarrierException where it says nothing, or no
     */
    static <O> O output(
            CarrierResponse response,
            @Nullable O output,
            @Nullable String transactionId,
            @Nullable List<@Nullable SellingFault> errors) {
        if (output != null) {
            return output;
        }
        unlessRefused(response, transactionId, errors);
        throw silent(response, transactionId, "it has no output").toException();
    }

    /**
     * For an output that tells nothing of what was asked for: errors beside it are all there is then.
     *
     * @throws com.trackingmcp.error.CarrierException where there are any
     */
    static void unlessRefused(
            CarrierResponse response, @Nullable String transactionId, @Nullable List<@Nullable SellingFault> errors) {
        List<SellingFault> faults = faults(errors);
        if (!faults.isEmpty()) {
            throw refusal(response, transactionId, faults).toException();
        }
    }

    /** An answer that does not say what it was asked for. */
    static ErrorDetails.Builder silent(CarrierResponse response, @Nullable String transactionId, String reason) {
        return response.fault(ErrorCode.MALFORMED_RESPONSE)
                .requestId(WireText.text(transactionId).orElse(null))
                .argument("reason", reason);
    }

    /**
     * Nothing, where FedEx refuses with a code that says so. What else it finds wrong must not hide behind that.
     *
     * @param saysSo whether a code does, alone
     */
    static <T> CompletableFuture<List<T>> noneWhere(Predicate<String> saysSo, CompletableFuture<List<T>> answer) {
        return answer.exceptionallyCompose(failure -> {
            CarrierException error = Outcomes.carrierException(failure);
            boolean alone = error.details().fields().isEmpty();
            return alone && error.carrierCode().filter(saysSo).isPresent()
                    ? CompletableFuture.completedFuture(List.of())
                    : CompletableFuture.failedFuture(error);
        });
    }

    /** An answer with HTTP 200 that is nothing but errors. */
    static ErrorDetails.Builder refusal(
            CarrierResponse response, @Nullable String transactionId, List<SellingFault> faults) {
        SellingFault first = faults.get(0);
        ErrorCode code = code(FedexErrors.code(first.fault()), faults, response);
        ErrorDetails.Builder error = response.fault(code)
                .requestId(WireText.text(transactionId).orElse(null))
                .retryable(code == ErrorCode.CARRIER_UNAVAILABLE)
                .carrierCode(WireText.text(first.code()).orElse(null))
                .carrierText(WireText.first(first.message(), first.code()).orElse(null));
        return told(error, faults);
    }

    static List<SellingFault> faults(@Nullable List<@Nullable SellingFault> errors) {
        return WireJson.list(errors).stream().filter(fault -> !fault.isEmpty()).toList();
    }

    private static ErrorCode code(ErrorCode told, List<SellingFault> faults, CarrierResponse response) {
        String operation = response.question().operation();
        boolean write = WRITES.contains(operation);
        return switch (told) {
            case REQUEST_REFUSED, TRACKING_NUMBER_NOT_FOUND, INVALID_TRACKING_NUMBER ->
                FedexRefusals.meant(operation, faults);
            // a server that answers 503 and names a later time is known not to have begun
            case CARRIER_UNAVAILABLE ->
                write && response.status() < 500 ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.CARRIER_UNAVAILABLE;
            default -> told;
        };
    }

    /** Every error of several is told: as the carrier's text, and each as a problem under its own code. */
    private static ErrorDetails.Builder told(ErrorDetails.Builder error, List<SellingFault> faults) {
        if (faults.size() > 1) {
            error.carrierText(faults.stream().map(FedexSellingErrors::text).collect(Collectors.joining("; ")));
            faults.forEach(fault -> error.field(new FieldProblem(path(fault), text(fault))));
        }
        return error;
    }

    private static String text(SellingFault fault) {
        return WireText.first(fault.message(), fault.code()).orElse("");
    }

    private static String path(SellingFault fault) {
        return WireText.text(fault.code())
                .or(() -> WireJson.list(fault.parameterList()).stream()
                        .flatMap(parameter -> WireText.text(parameter.key()).stream())
                        .findFirst())
                .orElse("error");
    }
}
