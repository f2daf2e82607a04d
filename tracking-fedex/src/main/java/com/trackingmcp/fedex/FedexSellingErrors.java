package com.trackingmcp.fedex;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.fedex.FedexTrackingWire.Fault;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.ErrorReader;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import java.util.List;
import java.util.Set;
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
    private static final Set<String> WRITES = Set.of(FedexShipping.SHIP, FedexShipping.CANCEL);

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
        ErrorDetails.Builder error = FedexErrors.recoded(said, code(said.code(), response));
        List<SellingFault> faults = WireJson.tryRead(response, Body.class)
                .map(body -> faults(body.errors()))
                .orElse(List.of());
        return told(error, faults);
    }

    /** An answer with HTTP 200 that is nothing but errors. */
    static ErrorDetails.Builder refusal(
            CarrierResponse response, @Nullable String transactionId, List<SellingFault> faults) {
        SellingFault first = faults.get(0);
        ErrorCode code = code(FedexErrors.code(first.fault()), response);
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

    private static ErrorCode code(ErrorCode told, CarrierResponse response) {
        boolean write = WRITES.contains(response.question().operation());
        return switch (told) {
            case TRACKING_NUMBER_NOT_FOUND, INVALID_TRACKING_NUMBER -> ErrorCode.REQUEST_REFUSED;
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
