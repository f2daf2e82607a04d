package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.ErrorReader;
import com.trackingmcp.http.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How UPS says no: {@code response.errors}, {@code errors} at the top, the {@code Fault} of its older services, an HTML
 * page, or nothing. Stateless; never throws.
 */
final class UpsErrors implements ErrorReader {
    /** "No such number" in all its spellings; TV1002 is a number UPS would never give out. */
    private static final Set<String> NOT_FOUND = Set.of("TW0001", "TJ001", "151018", "TV1002");

    /** Wrong credentials, an application not subscribed to the API, a token that ended. */
    private static final Set<String> AUTHENTICATION = Set.of("250002", "250003");

    private static final String TOO_MANY_REQUESTS = "10429";

    /** "No shipment found within the allowed void period": too old, voided before, or unknown. */
    private static final String NOT_VOIDED = "190102";

    private static final Set<String> TRACKING = Set.of("track", "proof_of_delivery", "track_by_reference");

    /** One thing UPS complains about; the fault of its older services names both parts otherwise. */
    record Problem(
            @Nullable String code,
            @Nullable String Code,
            @Nullable String message,
            @Nullable String Description) {
        Optional<String> id() {
            return UpsText.clean(code).or(() -> UpsText.clean(Code));
        }

        Optional<String> text() {
            return UpsText.clean(message).or(() -> UpsText.clean(Description));
        }

        Optional<ErrorCode> meaning() {
            return id().flatMap(UpsErrors::known);
        }
    }

    record Body(
            @Nullable Wrapped response,
            @Nullable List<@Nullable Problem> errors,
            @Nullable OldFault Fault,
            @Nullable OldFault fault) {
        @Nullable
        OldFault anyFault() {
            return Fault == null ? fault : Fault;
        }
    }

    record Wrapped(
            @Nullable List<@Nullable Problem> errors,
            @Nullable String transactionId) {}

    record OldFault(@Nullable String faultstring, @Nullable Detail detail) {}

    record Detail(@Nullable FaultErrors Errors) {}

    record FaultErrors(@Nullable List<@Nullable OldError> ErrorDetail) {}

    record OldError(@Nullable Problem PrimaryErrorCode) {}

    @Override
    public ErrorDetails.Builder read(CarrierResponse response, ErrorDetails.Builder guess) {
        Optional<Body> body = WireJson.tryRead(response, Body.class);
        List<Problem> problems = body.map(UpsErrors::problems).orElse(List.of());
        ErrorDetails said = guess.build();
        boolean asksForParcels = TRACKING.contains(said.operation().orElse(""));
        // a page or a JSON of another make is that of a wrong host, which knows of no parcel
        boolean emptyOrUpss = response.body().isEmpty() || !problems.isEmpty();
        ErrorCode byStatus = response.status() == 404 && asksForParcels && emptyOrUpss
                ? ErrorCode.TRACKING_NUMBER_NOT_FOUND
                : said.code();
        Optional<Problem> telling = problems.stream()
                .filter(problem -> meaning(problem, asksForParcels).isPresent())
                .findFirst();
        ErrorCode code =
                telling.flatMap(problem -> meaning(problem, asksForParcels)).orElse(byStatus);
        ErrorDetails.Builder error = code == said.code() ? guess : anew(code, said);
        telling.or(() -> problems.stream().findFirst()).flatMap(Problem::id).ifPresent(error::carrierCode);
        texts(problems, !asksForParcels && problems.size() > 1).ifPresent(error::carrierText);
        body.map(Body::response)
                .flatMap(wrapped -> UpsText.clean(wrapped.transactionId()))
                .filter(id -> said.requestId().isEmpty())
                .ifPresent(error::requestId);
        return error.retryable(code == said.code() ? said.retryable() : code == ErrorCode.RATE_LIMITED);
    }

    /** "No such number" is about tracking alone: other APIs are asked about more than a number. */
    private static Optional<ErrorCode> meaning(Problem problem, boolean asksForParcels) {
        return problem.meaning().filter(code -> asksForParcels || code != ErrorCode.TRACKING_NUMBER_NOT_FOUND);
    }

    /** Whether a code says that UPS does not know a number or reference. */
    static boolean isNotFound(@Nullable String code) {
        return known(code).filter(ErrorCode.TRACKING_NUMBER_NOT_FOUND::equals).isPresent();
    }

    /** Whether an answer with status 200 is an error all the same. */
    static boolean isError(CarrierResponse response) {
        return WireJson.tryRead(response, Body.class)
                .filter(body -> !problems(body).isEmpty())
                .isPresent();
    }

    /** What a code means wherever it stands, in an error or in a warning. */
    static Optional<ErrorCode> known(@Nullable String code) {
        return UpsText.clean(code).map(text -> text.toUpperCase(Locale.ROOT)).flatMap(text -> {
            if (NOT_FOUND.contains(text)) {
                return Optional.of(ErrorCode.TRACKING_NUMBER_NOT_FOUND);
            }
            if (AUTHENTICATION.contains(text)) {
                return Optional.of(ErrorCode.AUTHENTICATION_FAILED);
            }
            if (text.equals(NOT_VOIDED)) {
                return Optional.of(ErrorCode.SHIPMENT_NOT_CANCELLED);
            }
            return text.equals(TOO_MANY_REQUESTS) ? Optional.of(ErrorCode.RATE_LIMITED) : Optional.empty();
        });
    }

    private static List<Problem> problems(Body body) {
        List<Problem> problems = new ArrayList<>(list(body.errors()));
        if (body.response() != null) {
            problems.addAll(list(body.response().errors()));
        }
        OldFault fault = body.anyFault();
        if (fault != null && fault.detail() != null && fault.detail().Errors() != null) {
            list(fault.detail().Errors().ErrorDetail()).stream()
                    .map(OldError::PrimaryErrorCode)
                    .filter(Objects::nonNull)
                    .forEach(problems::add);
        }
        if (problems.isEmpty()
                && fault != null
                && UpsText.clean(fault.faultstring()).isPresent()) {
            problems.add(new Problem(null, null, fault.faultstring(), null));
        }
        return problems;
    }

    /** The texts of all problems, with their codes where asked for, for the error has room for one code. */
    private static Optional<String> texts(List<Problem> problems, boolean withCodes) {
        String text = problems.stream()
                .flatMap(problem -> problem
                        .text()
                        .map(words -> words
                                + (withCodes
                                        ? problem.id()
                                                .map(id -> " (" + id + ")")
                                                .orElse("")
                                        : ""))
                        .or(() -> withCodes ? problem.id() : Optional.empty())
                        .stream())
                .distinct()
                .collect(Collectors.joining("; "));
        return UpsText.clean(text);
    }

    /** The same error under another code, without what its first teller made of it. */
    static ErrorDetails.Builder anew(ErrorCode code, ErrorDetails said) {
        ErrorDetails.Builder error = ErrorDetails.builder(code)
                .carrierText(said.carrierText().orElse(null))
                .requestId(said.requestId().orElse(null))
                .correlationId(said.correlationId().orElse(null))
                .retryAfter(said.retryAfter().orElse(null));
        said.carrier().ifPresent(error::carrier);
        said.connection().ifPresent(error::connection);
        said.operation().ifPresent(error::operation);
        said.httpStatus().ifPresent(error::httpStatus);
        return error;
    }
}
