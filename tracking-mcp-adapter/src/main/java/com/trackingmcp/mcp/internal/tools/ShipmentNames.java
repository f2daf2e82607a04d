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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what is missing or wrong in a shipment by the names of the arguments. Stateless. */
final class ShipmentNames {
    private static final String REQUIRED = "is required";
    private static final Pattern PARTY = Pattern.compile("(sender|recipient)(?:\\.(.+))?");
    private static final Pattern PARCEL = Pattern.compile("parcels(?:\\[(\\d+)](?:\\.(.+))?)?");
    private static final Pattern GOODS = Pattern.compile("customs(?:\\.commodities)?(\\[\\d+]\\..+)?");

    private ShipmentNames() {}

    /**
     * The argument of a path.
     *
     * @param several whether the parcels were given as a list
     */
    static String argument(String path, boolean several) {
        Matcher party = PARTY.matcher(path);
        if (party.matches()) {
            String prefix = party.group(1).equals("sender") ? ShipmentArguments.FROM : ShipmentArguments.TO;
            return prefix + (party.group(2) == null ? "country" : ofAddress(party.group(2)));
        }
        Matcher parcel = PARCEL.matcher(path);
        if (parcel.matches()) {
            return ofParcel(parcel, several);
        }
        Matcher goods = GOODS.matcher(path);
        if (goods.matches()) {
            return "items" + (goods.group(1) == null ? "" : goods.group(1));
        }
        return other(path);
    }

    private static String ofAddress(String part) {
        return switch (part) {
            case "person" -> "name";
            case "lines", "lines[0]" -> "street";
            case "state_or_province" -> "state";
            default -> part.startsWith("lines[") ? "street2" : part;
        };
    }

    private static String ofParcel(Matcher parcel, boolean several) {
        if (parcel.group(1) == null) {
            return several ? "packages" : "weight";
        }
        String part = Optional.ofNullable(parcel.group(2)).orElse("weight");
        String name = part.equals("dimensions") ? "length" : part;
        return several ? "packages[" + parcel.group(1) + "]." + name : name;
    }

    private static String other(String path) {
        if (path.startsWith("label.")) {
            return "label_format";
        }
        if (path.startsWith("references")) {
            return "reference";
        }
        if (path.startsWith("options.")) {
            return "options";
        }
        return path.equals("return_shipment") ? "is_return" : path.replaceFirst("^customs\\.", "");
    }

    /** Adds what was found to what was found before, by the names of the arguments. */
    static void add(List<FieldProblem> problems, boolean several, RequestCheck check) {
        for (FieldProblem problem : problems) {
            String name = argument(problem.path(), several);
            boolean isOption = name.equals("options") && problem.path().startsWith("options.");
            String what = isOption
                    ? problem.path().substring("options.".length()) + " " + problem.problem()
                    : problem.problem();
            if (what.startsWith(REQUIRED)) {
                String why = what.substring(REQUIRED.length()).strip();
                together(problem.path(), name).forEach(each -> missing(each, why, check));
            } else {
                check.wrong(name, what);
            }
        }
    }

    /** The measures are one thing there, and several arguments here. */
    private static List<String> together(String path, String name) {
        if (!path.endsWith(".dimensions")) {
            return List.of(name);
        }
        String before = name.substring(0, name.length() - "length".length());
        return List.of(name, before + "width", before + "height", before + "dimension_unit");
    }

    private static void missing(String name, String why, RequestCheck check) {
        if (check.problems().stream().anyMatch(known -> known.path().equals(name))) {
            return;
        }
        if (why.isEmpty()) {
            check.missing(name);
        } else {
            check.missing(name, why);
        }
    }

    /** The same error, by the names of the arguments; other errors as they are. */
    static CarrierException renamed(CarrierException error, boolean several) {
        if (!(error instanceof InvalidRequestException)
                || error.fields().isEmpty()
                || error.carrierText().isPresent()
                || error.code() == ErrorCode.AMBIGUOUS_BILLING) {
            return error;
        }
        RequestCheck check = new RequestCheck();
        add(error.fields(), several, check);
        Optional<? extends CarrierException> refusal = check.refusal(code -> {
            ErrorDetails.Builder details = ErrorDetails.builder(code)
                    .correlationId(error.details().correlationId().orElse(null));
            error.carrier().ifPresent(details::carrier);
            error.details().connection().ifPresent(details::connection);
            error.details().operation().ifPresent(details::operation);
            return details;
        });
        return refusal.isPresent() ? refusal.get() : error;
    }

    /**
     * Refuses a call in which anything was found, before anything is sent.
     *
     * @throws MissingArgumentsException where something is missing and no more is wrong, so that the person can be asked
     * @throws CarrierException for anything else
     */
    static void refuse(RequestCheck check, ToolSpec spec) {
        check.refusal(ErrorDetails::builder).ifPresent(refusal -> {
            throw asked(refusal, spec);
        });
    }

    /** What is missing and no more can be asked for, where each has an argument of its own. */
    static RuntimeException asked(CarrierException refusal, ToolSpec spec) {
        if (refusal.code() != ErrorCode.MISSING_REQUIRED_FIELDS
                || refusal.fields().isEmpty()) {
            return refusal;
        }
        List<Optional<Field>> fields = refusal.fields().stream()
                .map(problem -> spec.input().field(problem.path()))
                .toList();
        return fields.stream().allMatch(Optional::isPresent)
                ? new MissingArgumentsException(
                        fields.stream()
                                .flatMap(Optional::stream)
                                .map(Field::required)
                                .toList(),
                        refusal)
                : refusal;
    }
}
