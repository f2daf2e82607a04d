package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.mcp.internal.tool.ErrorAnswers;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why one of several carriers did not answer. Stateless. */
final class FailureView {
    private static final int MOST = 100;
    private static final int LINES = 3;

    private FailureView() {}

    static Field field() {
        return Field.objects(
                "failures",
                "Carriers without an answer",
                MOST,
                Schema.of(
                        Field.text("carrier", "").required(),
                        Field.text("code", "").required(),
                        Field.text("problem", "").required(),
                        Field.text("fix", "").required(),
                        Field.flag("retryable", "").required()));
    }

    /** Puts the failures, where there are some. */
    static void put(ObjectNode json, Map<String, CarrierException> failures) {
        if (!failures.isEmpty()) {
            json.set(
                    "failures",
                    Json.list(
                            failures.entrySet().stream().limit(MOST).toList(),
                            entry -> view(entry.getKey(), entry.getValue())));
        }
    }

    private static ObjectNode view(String carrier, CarrierException error) {
        return Json.object()
                .put("carrier", carrier)
                .put("code", error.code().id())
                .put("problem", problem(error))
                .put("fix", error.remediation())
                .put("retryable", error.retryable());
    }

    private static String problem(CarrierException error) {
        return ForeignText.of(error.details().message()
                + error.carrierText()
                        .filter(said -> !error.details().message().contains(said))
                        .map(said -> " It said: " + said)
                        .orElse(""));
    }

    /** Who answered, and who did not and why, in a few lines. */
    static String lines(Collection<String> answered, Map<String, CarrierException> failures) {
        if (failures.isEmpty()) {
            return "";
        }
        String first = answered.isEmpty() ? "No carrier answered:" : and(List.copyOf(answered)) + " answered;";
        return "\n" + first
                + failures.entrySet().stream()
                        .limit(LINES)
                        .map(entry -> "\n" + entry.getKey() + ": " + ErrorAnswers.line(entry.getValue()))
                        .collect(Collectors.joining())
                + (failures.size() > LINES ? "\nand " + (failures.size() - LINES) + " more failed." : "");
    }

    private static String and(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
