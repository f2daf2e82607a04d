package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.MissingArgumentsException;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells what is missing or wrong in a request of the client by the names of a tool's arguments, and has what is missing
 * asked for. Immutable.
 */
final class FieldNames {
    private static final String REQUIRED = "is required";

    private final ToolSpec spec;
    private final Map<String, String> names;

    /**
     * The names of a tool.
     *
     * @param names the argument for each path of the request, or for all that begin with it; a path without one is its own
     */
    FieldNames(ToolSpec spec, Map<String, String> names) {
        this.spec = spec;
        this.names = Map.copyOf(names);
    }

    /** The argument for a path; what is in a list keeps its place in it. */
    String of(String path) {
        Optional<String> known = names.keySet().stream()
                .filter(begin -> isWithin(path, begin))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
        return known.map(begin -> named(names.get(begin), path.substring(begin.length())))
                .orElse(path);
    }

    private static boolean isWithin(String path, String begin) {
        return path.startsWith(begin)
                && (path.length() == begin.length() || ".[".indexOf(path.charAt(begin.length())) >= 0);
    }

    private String named(String argument, String rest) {
        boolean isList = spec.input().field(argument).map(Field::type).stream()
                .anyMatch(type -> type == Field.Type.TEXTS || type == Field.Type.OBJECTS);
        return isList ? argument + rest : argument;
    }

    /**
     * What the client answers.
     *
     * @throws MissingArgumentsException where arguments are missing and nothing else is wrong
     * @throws InvalidRequestException with the names of the arguments, where something is wrong
     */
    <T> T told(Supplier<T> question) {
        try {
            return question.get();
        } catch (InvalidRequestException e) {
            throw renamed(e);
        }
    }

    private RuntimeException renamed(InvalidRequestException refused) {
        boolean missing = refused.code() == ErrorCode.MISSING_REQUIRED_FIELDS;
        if (refused.fields().isEmpty() || !missing && refused.code() != ErrorCode.MALFORMED_REQUEST) {
            return refused;
        }
        RequestCheck check = new RequestCheck();
        for (FieldProblem problem : refused.fields()) {
            String name = of(problem.path());
            if (problem.problem().equals(REQUIRED)) {
                check.missing(name);
            } else if (problem.problem().startsWith(REQUIRED + " ")) {
                check.missing(name, problem.problem().substring(REQUIRED.length() + 1));
            } else {
                check.wrong(name, problem.problem());
            }
        }
        CarrierException told =
                check.refusal(code -> about(code, refused.details())).orElseThrow();
        List<Optional<Field>> fields = check.problems().stream()
                .map(FieldProblem::path)
                .flatMap(this::withUnit)
                .distinct()
                .map(spec.input()::field)
                .toList();
        return missing && fields.stream().allMatch(Optional::isPresent)
                ? new MissingArgumentsException(
                        fields.stream()
                                .map(field -> field.orElseThrow().required())
                                .toList(),
                        told)
                : told;
    }

    /** A measure is of no use without its unit. */
    private Stream<String> withUnit(String name) {
        String unit = name + "_unit";
        return spec.input().field(unit).isPresent() ? Stream.of(name, unit) : Stream.of(name);
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

    /** Refuses what a tool found out by itself, by the names of its arguments. */
    static InvalidRequestException wrong(String argument, String why) {
        RequestCheck check = new RequestCheck();
        check.wrong(argument, why);
        return check.refusal(ErrorDetails::builder).orElseThrow();
    }

    /** Says that an argument is missing, because of what others say. */
    static InvalidRequestException missing(String argument, String why) {
        RequestCheck check = new RequestCheck();
        check.missing(argument, why);
        return check.refusal(ErrorDetails::builder).orElseThrow();
    }
}
