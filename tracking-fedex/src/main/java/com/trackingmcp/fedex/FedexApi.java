package com.trackingmcp.fedex;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.fedex.FedexTrackingWire.Answer;
import com.trackingmcp.fedex.FedexTrackingWire.CompleteResult;
import com.trackingmcp.fedex.FedexTrackingWire.Fault;
import com.trackingmcp.fedex.FedexTrackingWire.Output;
import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.OAuth2Tokens;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The door to FedEx's Track API: asks, and reads what all its answers share. Safe for use by many threads. */
final class FedexApi {
    private final CarrierHttp http;

    FedexApi(FedexConfig config, CarrierProfile profile, CarrierContext context) {
        FedexErrors errors = new FedexErrors(context.clock());
        CarrierHttp tokens =
                context.http(profile).baseUri(config.baseUri()).errors(errors).build();
        Authorization authorization =
                new OAuth2Tokens(tokens, "/oauth/token", OAuth2Tokens.Style.FORM, config.usedForTracking());
        this.http = context.http(profile)
                .api("track")
                .quota(config.quota())
                .baseUri(config.baseUri())
                .authorization(authorization)
                .errors(errors)
                .build();
    }

    /** An answer and what belongs to it. */
    record Reply(String operation, CarrierResponse response, Answer answer, List<CompleteResult> results) {
        Optional<Output> output() {
            return Optional.ofNullable(answer.output());
        }

        /** Errors of the whole answer: a 200 may hold them too, and the alerts may name one. */
        Stream<Fault> faults() {
            return Stream.concat(errors(), FedexAlerts.notFound(this)).filter(fault -> !fault.isEmpty());
        }

        /** Errors that FedEx calls errors, beside whatever else the answer holds. */
        Stream<Fault> errors() {
            return Stream.concat(
                            WireJson.list(answer.errors()).stream(),
                            output().stream().flatMap(output -> WireJson.list(output.cxsErrors()).stream()))
                    .filter(fault -> !fault.isEmpty());
        }
    }

    CompletableFuture<Reply> ask(String operation, String path, Object body, CallContext call) {
        return send(CarrierRequest.postToRead(operation), operation, path, body, call);
    }

    /** Has FedEx do something, at most once. */
    CompletableFuture<Reply> tell(String operation, String path, Object body, CallContext call) {
        return send(CarrierRequest.post(operation), operation, path, body, call);
    }

    private CompletableFuture<Reply> send(
            CarrierRequest.Builder method, String operation, String path, Object body, CallContext call) {
        CarrierRequest request = method.path(path)
                .header("x-customer-transaction-id", call.correlationId())
                .header("x-locale", "en_US")
                .json(WireJson.write(body))
                .build();
        return http.send(request, call).thenApply(response -> read(operation, response));
    }

    private Reply read(String operation, CarrierResponse response) {
        Answer answer = WireJson.read(response, Answer.class);
        List<CompleteResult> results = answer.output() == null
                ? List.of()
                : WireJson.list(answer.output().completeTrackResults());
        return new Reply(operation, response, answer, results);
    }

    /** Starts an error about an answer. */
    ErrorDetails.Builder fault(ErrorCode code, Reply reply) {
        return reply.response()
                .fault(code)
                .requestId(WireText.text(reply.answer().transactionId()).orElse(null))
                .retryable(code == ErrorCode.CARRIER_UNAVAILABLE);
    }

    /** Starts an error that FedEx told of in an answer. */
    ErrorDetails.Builder fault(Fault told, Reply reply) {
        return fault(FedexErrors.code(told), reply)
                .carrierCode(WireText.text(told.code()).orElse(null))
                .carrierText(WireText.first(told.message(), told.code()).orElse(null));
    }

    /** An error about a request that was not sent. */
    ErrorDetails.Builder fault(ErrorCode code, String operation) {
        return http.fault(code, operation);
    }
}
