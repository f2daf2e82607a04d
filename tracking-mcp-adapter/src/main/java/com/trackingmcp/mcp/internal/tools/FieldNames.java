package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.mcp.internal.tool.FieldType;
import com.trackingmcp.mcp.internal.tool.MissingArgumentsException;
import com.trackingmcp.mcp.internal.tool.Problems;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.spi.RequestCheck;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells what is missing or wrong in a request of the client by the names of a tool's arguments, and has what is missing
 * asked for. Immutable.
 */
final class FieldNames {
    private static final String SIZE = "dimensions";

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
        return names.entrySet().stream()
                .filter(name -> isWithin(path, name.getKey()))
                .max(Comparator.comparingInt(name -> name.getKey().length()))
                .map(name -> named(name.getValue(), path.substring(name.getKey().length())))
                .orElse(path);
    }

    private static boolean isWithin(String path, String begin) {
        return path.startsWith(begin)
                && (path.length() == begin.length() || ".[".indexOf(path.charAt(begin.length())) >= 0);
    }

    private String named(String argument, String rest) {
        boolean isWhole = spec.input()
                .field(argument)
                .filter(field -> field.type() != FieldType.TEXTS && field.type() != FieldType.OBJECTS)
                .isPresent();
        return isWhole ? argument : argument + rest;
    }

    /**
     * What the client answers.
     *
     * @throws MissingArgumentsException where arguments are missing and nothing else is wrong
     * @throws CarrierException with the names of the arguments, where something is wrong
     */
    <T> T told(Supplier<T> question) {
        try {
            return question.get();
        } catch (InvalidRequestException e) {
            throw asked(e);
        }
    }

    /**
     * Refuses a call in which anything was found, before anything is sent.
     *
     * @throws MissingArgumentsException where arguments are missing and nothing else is wrong
     * @throws CarrierException where something is wrong
     */
    void refuse(RequestCheck check) {
        check.refusal(ErrorDetails::builder).ifPresent(refusal -> {
            throw asked(refusal);
        });
    }

    /**
     * What the client is asked, as the arguments say it.
     *
     * @throws MissingArgumentsException where arguments are missing and nothing else is wrong
     * @throws CarrierException where something is wrong
     */
    <T> T read(Function<RequestCheck, T> request) {
        RequestCheck check = new RequestCheck();
        T read = request.apply(check);
        refuse(check);
        return read;
    }

    /** Adds what the client found to what was found before, by the names of the arguments. */
    void add(List<FieldProblem> problems, RequestCheck check) {
        for (FieldProblem problem : problems) {
            List<String> arguments = arguments(of(problem.path()));
            boolean isMissing = problem.problem().startsWith("is required");
            arguments.stream()
                    .limit(isMissing ? arguments.size() : 1)
                    .forEach(argument -> Problems.add(argument, problem.problem(), check));
        }
    }

    /** The measures are one thing there, and several arguments here. */
    private static List<String> arguments(String name) {
        if (!name.endsWith(SIZE)) {
            return List.of(name);
        }
        String before = name.substring(0, name.length() - SIZE.length());
        return Stream.of("length", "width", "height", "dimension_unit")
                .map(before::concat)
                .toList();
    }

    /** The same error by the names of the arguments; what a carrier said, and errors of other kinds, as they are. */
    CarrierException renamed(CarrierException error) {
        if (!Problems.areOf(error)) {
            return error;
        }
        RequestCheck check = new RequestCheck();
        add(error.fields(), check);
        return Problems.error(check, error.details());
    }

    /** The same error; where all that it tells is missing has an argument, what asks the person for it. */
    RuntimeException asked(CarrierException error) {
        return Problems.asked(spec, renamed(error));
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
