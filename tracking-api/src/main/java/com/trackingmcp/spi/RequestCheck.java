package com.trackingmcp.spi;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Collects everything that is missing or wrong in a request, so that a caller is told all of it at once. Not safe for use
 * by several threads; lives as long as one check.
 *
 * <p>Paths are those of the request's JSON: {@code to.postal_code}, {@code parcels[0].weight}.
 */
public final class RequestCheck {
    private enum Kind {
        MISSING,
        WRONG,
        BILLING
    }

    private record Found(Kind kind, FieldProblem problem) {}

    private final List<Found> found = new ArrayList<>();
    private int payers;

    /** A required field is missing. */
    public void missing(String path) {
        add(Kind.MISSING, path, "is required");
    }

    /** A field is missing that this request needs. */
    public void missing(String path, String why) {
        add(Kind.MISSING, path, "is required " + why);
    }

    /** A field is wrong: why, in words that go on from its path, such as "is longer than 35 characters". */
    public void wrong(String path, String why) {
        add(Kind.WRONG, path, why);
    }

    /** Not one payer is named but so many. */
    public void payers(String path, int count) {
        payers = count;
        add(Kind.BILLING, path, "names " + count + " payers instead of one");
    }

    private void add(Kind kind, String path, String problem) {
        Found one = new Found(kind, new FieldProblem(path, problem));
        if (!found.contains(one)) {
            found.add(one);
        }
    }

    /** The value, which is missing where it is absent or a blank text. */
    public <T> Optional<T> required(String path, Optional<T> value) {
        boolean there = value.filter(given -> !(given instanceof String text) || !text.isBlank())
                .isPresent();
        if (!there) {
            missing(path);
        }
        return there ? value : Optional.empty();
    }

    /** A text that may not be longer. */
    public void atMost(int characters, String path, Optional<String> value) {
        value.filter(text -> text.length() > characters)
                .ifPresent(
                        text -> wrong(path, "has " + text.length() + " characters; " + characters + " are the most"));
    }

    /** Whether nothing was found. */
    public boolean isPassed() {
        return found.isEmpty();
    }

    /** What was found, in the order it was told. */
    public List<FieldProblem> problems() {
        return found.stream().map(Found::problem).toList();
    }

    /**
     * Refuses a request in which anything was found: with {@link ErrorCode#MISSING_REQUIRED_FIELDS} where fields are
     * missing and no more is wrong, {@link ErrorCode#AMBIGUOUS_BILLING} where only the payer is not clear, and
     * {@link ErrorCode#MALFORMED_REQUEST} for anything else.
     *
     * @param error starts an error about the request
     */
    public Optional<InvalidRequestException> refusal(Function<ErrorCode, ErrorDetails.Builder> error) {
        if (isPassed()) {
            return Optional.empty();
        }
        ErrorDetails.Builder details = error.apply(code())
                .argument("count", String.valueOf(code() == ErrorCode.AMBIGUOUS_BILLING ? payers : found.size()))
                .argument("paths", joined(problem -> problem.path()))
                .argument("reason", joined(FieldProblem::toString));
        problems().forEach(details::field);
        return Optional.of(new InvalidRequestException(details.build(), null));
    }

    private ErrorCode code() {
        if (all(Kind.MISSING)) {
            return ErrorCode.MISSING_REQUIRED_FIELDS;
        }
        return all(Kind.BILLING) ? ErrorCode.AMBIGUOUS_BILLING : ErrorCode.MALFORMED_REQUEST;
    }

    private boolean all(Kind kind) {
        return found.stream().allMatch(one -> one.kind() == kind);
    }

    private String joined(Function<FieldProblem, String> part) {
        return problems().stream().map(part).collect(Collectors.joining("; "));
    }
}
