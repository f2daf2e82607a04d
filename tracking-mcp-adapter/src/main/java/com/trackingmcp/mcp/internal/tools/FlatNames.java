package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.spi.RequestCheck;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells what is wrong with an address by the names of a tool's arguments. Stateless. */
final class FlatNames {
    private static final String REQUIRED = "is required";
    private static final Map<String, String> NAMES = Map.of(
            "person", "name",
            "lines", "street",
            "lines[0]", "street",
            "lines[1]", "street2",
            "state_or_province", "state");

    private FlatNames() {}

    /** The answer; a refusal of it names the arguments. */
    static <T> T of(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (CarrierException e) {
            throw told(e);
        }
    }

    private static CarrierException told(CarrierException error) {
        RequestCheck check = new RequestCheck();
        for (FieldProblem field : error.fields()) {
            String name = name(field.path());
            if (field.problem().equals(REQUIRED)) {
                check.missing(name);
            } else if (field.problem().startsWith(REQUIRED + " ")) {
                check.missing(name, field.problem().substring(REQUIRED.length() + 1));
            } else {
                check.wrong(name, field.problem());
            }
        }
        Optional<? extends CarrierException> named = check.refusal(code -> {
            ErrorDetails.Builder details = ErrorDetails.builder(code)
                    .correlationId(error.details().correlationId().orElse(null));
            error.carrier().ifPresent(details::carrier);
            error.details().operation().ifPresent(details::operation);
            return details;
        });
        return named.isPresent() ? named.get() : error;
    }

    /** The argument for a part of an address. */
    static String name(String path) {
        String plain = path.startsWith("address.") ? path.substring("address.".length()) : path;
        return NAMES.getOrDefault(plain, plain);
    }
}
