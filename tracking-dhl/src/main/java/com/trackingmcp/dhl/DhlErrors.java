package com.trackingmcp.dhl;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.ErrorReader;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads how DHL says no. Five shapes, any of which may come from any of its APIs, whatever content type is announced:
 * problem+json (unified), MyDHL's error, eCommerce's error with the code at the end of a URL, the gateway's fault, and
 * pages or nothing. Stateless.
 *
 * <p>Purged parcels are answered by unified tracking with 404, or with 500. A 500 whose text says that nothing was
 * found is read as that; any other is DHL's failure and may be tried again, for nothing in it tells the two apart. A
 * 429 says the same for the burst and the day's quota, and DHL tells no time to wait: none is made up.
 */
final class DhlErrors implements ErrorReader {
    private static final Pattern LEADING_NUMBER = Pattern.compile("^\\s*(\\d{3,5})\\b[:\\s-]*");
    private static final Pattern ECOMMERCE_CODE = Pattern.compile("(\\d{3}\\.\\d{7})$");
    private static final Pattern SCHEMA_PROBLEM = Pattern.compile("^#/([^:]*):\\s*(.+)$", Pattern.DOTALL);
    private static final Pattern NOTHING_FOUND = Pattern.compile(
            "NO (RESULT|SHIPMENTS?|DATA|PACKAGES?)\\b.*FOUND|NOT (DATA )?FOUND",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String INVALID_GRANT = "400.0000004";
    private static final String INVALID_CREDENTIALS = "400.0000005";
    /** Where nothing can be found: a 404 is a refusal, and a 500 that speaks of something missing is still a failure. */
    private static final Set<String> NOTHING_TO_FIND = Set.of(
            DhlRating.RATES,
            DhlRating.TRANSIT_TIMES,
            DhlShipping.SHIP,
            DhlAddresses.VALIDATE,
            DhlAddresses.VALIDATE_POSTAL_CODE,
            DhlOrigins.FIND,
            DhlPickups.SCHEDULE,
            DhlPickups.UPDATE,
            DhlPickups.CANCEL,
            DhlLandedCosts.QUOTE,
            DhlDocuments.UPLOAD,
            DhlLocations.FIND);

    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    /** All members of all shapes. */
    record Body(
            @Nullable String type,
            @Nullable String title,
            @Nullable String detail,
            @Nullable String message,
            @Nullable List<@Nullable String> additionalDetails,
            @Nullable List<@Nullable InvalidParam> invalidParams,
            @Nullable Fault fault) {}

    record InvalidParam(
            @Nullable String name,
            @Nullable String path,
            @Nullable String reason) {}

    record Fault(@Nullable String faultstring, @Nullable FaultDetail detail) {}

    record FaultDetail(@Nullable String errorcode) {}

    @Override
    public ErrorDetails.Builder read(CarrierResponse response, ErrorDetails.Builder guess) {
        Optional<Body> body = WireJson.tryRead(response, Body.class).filter(DhlErrors::saysSomething);
        if (body.isEmpty()) {
            return response.status() == NOT_FOUND && response.body().isEmpty() ? notFound(guess) : guess;
        }
        Body said = body.get();
        if (said.fault() != null) {
            return guess.carrierText(said.fault().faultstring())
                    .carrierCode(
                            said.fault().detail() == null
                                    ? null
                                    : said.fault().detail().errorcode());
        }
        String text = text(said);
        String code = code(said);
        ErrorDetails.Builder error = again(kind(response.status(), code, text), guess);
        problems(said).forEach(error::field);
        return (text.isEmpty() ? error : error.carrierText(text)).carrierCode(code);
    }

    private static boolean saysSomething(Body body) {
        return Stream.of(body.type(), body.title(), body.detail(), body.message(), body.fault())
                        .anyMatch(Objects::nonNull)
                || body.additionalDetails() != null;
    }

    /** What it means where the body knows better than the HTTP status; null where it does not. */
    private static @Nullable ErrorCode kind(int status, @Nullable String code, String text) {
        if (INVALID_CREDENTIALS.equals(code) || INVALID_GRANT.equals(code)) {
            return ErrorCode.AUTHENTICATION_FAILED;
        }
        boolean nothingFound = NOTHING_FOUND.matcher(text).find();
        return status == NOT_FOUND || status == SERVER_ERROR && nothingFound
                ? ErrorCode.TRACKING_NUMBER_NOT_FOUND
                : null;
    }

    private static ErrorDetails.Builder notFound(ErrorDetails.Builder guess) {
        return again(ErrorCode.TRACKING_NUMBER_NOT_FOUND, guess);
    }

    /** The same error under another code; documents are not found otherwise than parcels are. */
    private static ErrorDetails.Builder again(@Nullable ErrorCode code, ErrorDetails.Builder guess) {
        ErrorDetails said = guess.build();
        String operation = said.operation().orElse("");
        boolean missing = code == ErrorCode.TRACKING_NUMBER_NOT_FOUND;
        boolean nothingToFind = operation.equals("token") || NOTHING_TO_FIND.contains(operation);
        if (code == null || code == said.code() || missing && nothingToFind) {
            return guess;
        }
        boolean document = missing && operation.equals(DhlExpressTracking.PROVE);
        return said.toBuilder(document ? ErrorCode.DOCUMENT_NOT_FOUND : code)
                .retryable(false)
                .retryAfter(null);
    }

    private static @Nullable String code(Body body) {
        Optional<String> ecommerce = WireText.text(body.type()).flatMap(type -> first(ECOMMERCE_CODE, type));
        return ecommerce
                .or(() -> WireText.text(body.detail()).flatMap(detail -> first(LEADING_NUMBER, detail)))
                .orElse(null);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Title and detail; MyDHL repeats itself in its message, which counts only where there is nothing else. */
    private static String text(Body body) {
        List<String> parts = new ArrayList<>();
        WireText.text(body.title()).ifPresent(parts::add);
        WireText.text(body.detail()).filter(detail -> !parts.contains(detail)).ifPresent(parts::add);
        if (parts.isEmpty()) {
            WireText.text(body.message()).ifPresent(parts::add);
        }
        parts.addAll(additional(body));
        return String.join("; ", parts);
    }

    private static List<String> additional(Body body) {
        return body.additionalDetails() == null
                ? List.of()
                : body.additionalDetails().stream()
                        .flatMap(detail -> WireText.text(detail).stream())
                        .toList();
    }

    /** Named fields: MyDHL's schema messages ({@code #/path: problem}) and eCommerce's invalid parameters. */
    private static List<FieldProblem> problems(Body body) {
        List<FieldProblem> problems = new ArrayList<>();
        Stream.concat(WireText.text(body.detail()).stream(), additional(body).stream())
                .map(SCHEMA_PROBLEM::matcher)
                .filter(Matcher::matches)
                .forEach(match -> problems.add(new FieldProblem(match.group(1).replace('/', '.'), match.group(2))));
        if (body.invalidParams() != null) {
            body.invalidParams().stream()
                    .filter(Objects::nonNull)
                    .forEach(param -> problems.add(new FieldProblem(
                            WireText.first(param.path(), param.name()).orElse("request"),
                            WireText.text(param.reason()).orElse("invalid").toLowerCase(Locale.ROOT))));
        }
        return problems;
    }
}
