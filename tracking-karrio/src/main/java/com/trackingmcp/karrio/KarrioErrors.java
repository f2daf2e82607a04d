package com.trackingmcp.karrio;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.ErrorReader;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioErrorWire.Problem;
import com.trackingmcp.spi.Outcomes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Karrio says no: {@code errors} of its own, {@code messages} of the carriers, {@code error} in a few places, plain text,
 * a page, or nothing. Stateless; never throws.
 */
final class KarrioErrors implements ErrorReader {
    private static final Set<String> TRACKING = Set.of("track", "proof_of_delivery");
    private static final String NO_CONNECTION = "No active carrier connection found";
    private static final Pattern NOT_FOUND = Pattern.compile("(?i)([a-z ]{3,40}) not found\\.?|no ([a-z]+) matches .*");
    private static final Pattern WAIT = Pattern.compile("available in (\\d{1,6}) second");
    private static final String LOST_BEHIND = "SHIPPING_SDK_INTERNAL_ERROR";
    private static final int CARRIER_FAILED = 424;
    private static final int PAGE = 200;

    private final URI server;

    KarrioErrors(URI server) {
        this.server = server;
    }

    @Override
    public ErrorDetails.Builder read(CarrierResponse response, ErrorDetails.Builder guess) {
        KarrioErrorWire body = WireJson.tryRead(response, KarrioErrorWire.class).orElse(KarrioErrorWire.NOTHING);
        ErrorDetails said = guess.build();
        List<Problem> problems = body.problems();
        return switch (response.status()) {
            case 400 -> invalid(said, problems);
            case 401 -> refusedKey(told(guess, problems), said, problems);
            case 404 -> notFound(said, body);
            case 406 ->
                told(anew(ErrorCode.CAPABILITY_NOT_SUPPORTED, said), problems)
                        .argument("capability", said.operation().orElse("this"))
                        .argument("carriers", "ask the client");
            case CARRIER_FAILED -> named(told(guess, problems), problems);
            case 429 -> later(told(guess, problems), said, problems);
            default ->
                problems.isEmpty() ? guess.carrierText(unlikeKarrio(response)) : named(told(guess, problems), problems);
        };
    }

    /** What was said; all of it where there is more than one thing, for the error has room for one code. */
    private static ErrorDetails.Builder told(ErrorDetails.Builder error, List<Problem> problems) {
        problems.stream().findFirst().flatMap(Problem::codeText).ifPresent(error::carrierCode);
        boolean several = problems.size() > 1;
        String text = problems.stream()
                .flatMap(problem -> problem.words(several).stream())
                .distinct()
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? error : error.carrierText(text);
    }

    /** Where the gateway asked for several carriers, the one that said it. */
    private static ErrorDetails.Builder named(ErrorDetails.Builder error, List<Problem> problems) {
        ErrorDetails said = error.build();
        problems.stream()
                .filter(problem -> WireText.text(problem.carrier_name()).isPresent())
                .findFirst()
                .ifPresent(problem -> {
                    WireText.text(problem.carrier_name())
                            .ifPresent(name -> error.carrier(KarrioGateway.ID + ":" + name));
                    WireText.text(problem.carrier_id())
                            .ifPresent(label ->
                                    error.connection(said.connection().orElse(KarrioGateway.ID) + ":" + label));
                });
        return error;
    }

    private static ErrorDetails.Builder invalid(ErrorDetails said, List<Problem> problems) {
        List<KarrioFields.Found> fields = problems.stream()
                .flatMap(problem -> KarrioFields.of(problem).stream())
                .toList();
        if (fields.isEmpty()) {
            return told(said.toBuilder(), problems);
        }
        boolean missing = fields.stream().allMatch(KarrioFields.Found::missing);
        ErrorDetails.Builder error =
                told(anew(missing ? ErrorCode.MISSING_REQUIRED_FIELDS : ErrorCode.MALFORMED_REQUEST, said), problems);
        fields.forEach(field -> error.field(field.problem()));
        return error.argument("count", String.valueOf(fields.size()))
                .argument(
                        "paths",
                        fields.stream().map(field -> field.problem().path()).collect(Collectors.joining("; ")))
                .argument(
                        "reason",
                        fields.stream().map(field -> field.problem().toString()).collect(Collectors.joining("; ")));
    }

    private ErrorDetails.Builder refusedKey(ErrorDetails.Builder error, ErrorDetails said, List<Problem> problems) {
        String what = said.operation().filter("token"::equals).isPresent() ? "e-mail and password were" : "the key was";
        String why = problems.stream()
                .flatMap(problem -> problem.words(false).stream())
                .findFirst()
                .map(words -> ": " + words)
                .orElse("");
        return error.argument("carrier", "Karrio at " + server)
                .carrierText(what + " refused by Karrio at " + server + why);
    }

    private ErrorDetails.Builder notFound(ErrorDetails said, KarrioErrorWire body) {
        List<Problem> problems = body.problems();
        String operation = said.operation().orElse("");
        if (!body.carriers().isEmpty() && TRACKING.contains(operation)) {
            return told(anew(ErrorCode.TRACKING_NUMBER_NOT_FOUND, said), problems);
        }
        if (problems.isEmpty()) {
            return said.toBuilder().carrierText("there is no such address at " + server + ": HTTP 404");
        }
        String text = problems.get(0).words(false).orElse("");
        if (text.startsWith(NO_CONNECTION)) {
            return told(said.toBuilder(), problems);
        }
        if (operation.contains("document") || operation.contains("label")) {
            return told(anew(ErrorCode.DOCUMENT_NOT_FOUND, said), problems);
        }
        Matcher words = NOT_FOUND.matcher(text);
        String what = words.matches()
                ? Optional.ofNullable(words.group(1)).orElse(words.group(2)).toLowerCase(Locale.ROOT)
                : "object";
        return told(anew(ErrorCode.OBJECT_NOT_FOUND, said), problems).argument("what", what);
    }

    private static ErrorDetails.Builder later(ErrorDetails.Builder error, ErrorDetails said, List<Problem> problems) {
        if (said.retryAfter().isEmpty()) {
            problems.stream()
                    .flatMap(problem -> problem.words(false).stream())
                    .map(WAIT::matcher)
                    .filter(Matcher::find)
                    .findFirst()
                    .ifPresent(found -> error.retryAfter(Duration.ofSeconds(Long.parseLong(found.group(1)))));
        }
        return error;
    }

    /** Plain text is Karrio's own in one place, where a paper needs a token; a page is somebody else's, and not repeated. */
    private String unlikeKarrio(CarrierResponse response) {
        String text = response.text().strip();
        boolean plain = !text.isEmpty() && text.length() <= PAGE && !text.startsWith("<") && !text.startsWith("{");
        return "HTTP " + response.status() + " of " + server + (plain ? ": " + text : "");
    }

    /**
     * The failure of what buys, books or cancels: as unknown where it was lost between Karrio and the carrier. Karrio refuses
     * then too, with one code for a carrier that did not answer it and for an answer that it could not read. Source:
     * {@code fail_safe} in modules/sdk/karrio/api/interface.py and {@code ShippingSDKError} in
     * modules/sdk/karrio/core/errors.py of karrioapi/karrio.
     */
    static CarrierException ofDeed(Throwable failure) {
        CarrierException error = Outcomes.carrierException(failure);
        ErrorDetails said = error.details();
        boolean lostBehind = said.httpStatus().orElse(0) == CARRIER_FAILED
                && Stream.of(said.carrierCode(), said.carrierText())
                        .flatMap(Optional::stream)
                        .anyMatch(text -> text.contains(LOST_BEHIND));
        return lostBehind
                ? said.toBuilder(ErrorCode.OUTCOME_UNKNOWN).retryable(false).toException(error)
                : error;
    }

    /** The same error under another code, without what its first teller made of it. */
    static ErrorDetails.Builder anew(ErrorCode code, ErrorDetails said) {
        return said.toBuilder(code).retryable(false);
    }
}
