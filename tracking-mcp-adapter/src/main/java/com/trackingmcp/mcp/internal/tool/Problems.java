package com.trackingmcp.mcp.internal.tool;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with a call by the names of its arguments: found by the schema, the tool or a carrier, told as one. Stateless. */
public final class Problems {
    private static final String REQUIRED = "is required";

    private Problems() {}

    /** Adds what was found elsewhere, under a name of its own; nothing where that name is told to be missing already. */
    public static void add(String name, String problem, RequestCheck check) {
        if (!problem.startsWith(REQUIRED)) {
            check.wrong(name, problem);
        } else if (check.problems().stream().noneMatch(known -> known.path().equals(name))) {
            String why = problem.substring(REQUIRED.length()).strip();
            if (why.isEmpty()) {
                check.missing(name);
            } else {
                check.missing(name, why);
            }
        }
    }

    /** Whether an error is about fields, in words of the client's own. */
    public static boolean areOf(CarrierException error) {
        boolean isOfFields =
                error.code() == ErrorCode.MISSING_REQUIRED_FIELDS || error.code() == ErrorCode.MALFORMED_REQUEST;
        return isOfFields && !error.fields().isEmpty() && error.carrierText().isEmpty();
    }

    /** The error that says what a check found, of the same call as another error. */
    public static InvalidRequestException error(RequestCheck check, ErrorDetails about) {
        return check.refusal(code -> about(code, about)).orElseThrow();
    }

    private static ErrorDetails.Builder about(ErrorCode code, ErrorDetails refused) {
        ErrorDetails.Builder details =
                ErrorDetails.builder(code).correlationId(refused.correlationId().orElse(null));
        refused.carrier().ifPresent(details::carrier);
        refused.connection().ifPresent(details::connection);
        refused.operation().ifPresent(details::operation);
        refused.subject().ifPresent(details::subject);
        return details;
    }

    /** The same error; where all that it tells is missing has an argument, what asks the person for it. */
    public static RuntimeException asked(ToolSpec spec, CarrierException told) {
        List<Optional<Field>> fields = told.fields().stream()
                .flatMap(problem -> withUnit(spec, problem.path()))
                .distinct()
                .map(spec.input()::field)
                .toList();
        boolean canAsk = told.code() == ErrorCode.MISSING_REQUIRED_FIELDS
                && !fields.isEmpty()
                && fields.stream().allMatch(Optional::isPresent);
        return canAsk
                ? new MissingArgumentsException(
                        fields.stream()
                                .map(field -> field.orElseThrow().required())
                                .toList(),
                        told)
                : told;
    }

    /** A measure is of no use without its unit. */
    private static Stream<String> withUnit(ToolSpec spec, String name) {
        String unit = name + "_unit";
        return spec.input().field(unit).isPresent() ? Stream.of(name, unit) : Stream.of(name);
    }

    /**
     * Refuses a call in which the tool or its carrier finds anything.
     *
     * @throws MissingArgumentsException where arguments are missing and nothing else is wrong
     * @throws CarrierException where something is wrong
     */
    public static void refuse(Tool tool, ToolCall call) {
        RequestCheck check = new RequestCheck();
        tool.check(call, check);
        check.refusal(ErrorDetails::builder).ifPresent(refusal -> {
            throw asked(tool.spec(), refusal);
        });
    }

    /** What was found, and all else that the tool and its carrier find in what can be read of the call. */
    static CarrierException all(Tool tool, ToolCall call, CarrierException found) {
        if (!areOf(found)) {
            return found;
        }
        RequestCheck all = new RequestCheck();
        found.fields().forEach(problem -> add(problem.path(), problem.problem(), all));
        for (FieldProblem more : more(tool, call)) {
            boolean isNew = found.fields().stream().noneMatch(known -> isWithin(more.path(), known.path()));
            // what was given, and could not be read, is not missing; nor is what was given beside it
            boolean isThere =
                    more.problem().startsWith(REQUIRED) && call.arguments().has(more.path());
            if (isNew && !isThere) {
                add(more.path(), more.problem(), all);
            }
        }
        return all.problems().equals(found.fields()) ? found : error(all, found.details());
    }

    private static boolean isWithin(String path, String whole) {
        return path.startsWith(whole)
                && (path.length() == whole.length() || ".[".indexOf(path.charAt(whole.length())) >= 0);
    }

    private static List<FieldProblem> more(Tool tool, ToolCall call) {
        RequestCheck check = new RequestCheck();
        try {
            tool.check(call, check);
        } catch (CarrierException e) {
            boolean isOfCarrier =
                    e.code() == ErrorCode.UNKNOWN_CARRIER || e.code() == ErrorCode.CAPABILITY_NOT_SUPPORTED;
            if (areOf(e)) {
                e.fields().forEach(problem -> add(problem.path(), problem.problem(), check));
            } else if (isOfCarrier && call.arguments().has("carrier")) {
                check.wrong("carrier", "cannot be asked: " + e.details().message());
            }
        }
        return check.problems();
    }
}
