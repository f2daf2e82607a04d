package com.trackingmcp.mcp.internal.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors as an agent can act on them: the code, what is wrong, where, what to do, whether to try again. Stateless. */
public final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private ErrorAnswers() {}

    /** Any failure; one that is nobody's word tells its id only, by which the log has the rest. */
    public static ToolAnswer of(Throwable failure) {
        return failure instanceof CarrierException known ? of(known, fix(known)) : unexpected(failure);
    }

    /** An error for which a tool knows better what to do. */
    public static ToolAnswer of(CarrierException error, String fix) {
        return ToolAnswer.failure(json(error).put("fix", fix), text(error, fix));
    }

    /** The facts of an error for programs. */
    public static ObjectNode json(CarrierException error) {
        ObjectNode json = Json.object();
        json.put("code", error.code().id());
        json.put("name", error.code().name());
        json.put("message", error.details().message());
        if (!error.fields().isEmpty()) {
            json.set("fields", Json.list(error.fields(), ErrorAnswers::field));
        }
        if (!error.others().isEmpty()) {
            json.set("asked", Json.list(asked(error), ErrorAnswers::asked));
        }
        json.put("fix", fix(error));
        json.put("retryable", error.retryable());
        error.retryAfter().ifPresent(wait -> json.put("retry_after_seconds", seconds(wait)));
        Json.put(json, "carrier", error.carrier());
        Json.put(json, "carrier_code", error.carrierCode());
        Json.put(json, "carrier_text", error.carrierText().map(ForeignText::of));
        Json.put(json, "reference", error.reference());
        Json.put(json, "correlation_id", error.details().correlationId());
        return json;
    }

    private static ObjectNode field(FieldProblem problem) {
        return Json.object().put("field", problem.path()).put("problem", ForeignText.of(problem.problem()));
    }

    /** All that were asked for the same thing. */
    private static List<ErrorDetails> asked(CarrierException error) {
        return Stream.concat(Stream.of(error.details()), error.others().stream())
                .toList();
    }

    private static ObjectNode asked(ErrorDetails one) {
        return Json.object()
                .put("carrier", whom(one))
                .put("code", one.code().id())
                .put("message", ForeignText.of(one.message()))
                .put("retryable", one.retryable());
    }

    private static String whom(ErrorDetails one) {
        return one.connection().or(one::carrier).orElse("unknown");
    }

    /** What each of several said, those together that said the same; empty where one was asked. */
    private static String askedLine(CarrierException error) {
        if (error.others().isEmpty()) {
            return "";
        }
        Map<String, List<String>> said = new LinkedHashMap<>();
        asked(error)
                .forEach(one -> said.computeIfAbsent(
                                one.code().id() + " " + one.code().title(), same -> new ArrayList<>())
                        .add(whom(one)));
        return said.entrySet().stream()
                .map(same -> String.join(" and ", same.getValue()) + ": " + same.getKey())
                .collect(Collectors.joining("; ", " Asked: ", "."));
    }

    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    /** What is wrong in one line, for lists in which some failed. */
    public static String line(CarrierException error) {
        return error.code().id() + " " + ForeignText.of(error.details().message()) + askedLine(error);
    }

    /** What to do, as an agent can do it. */
    public static String fix(CarrierException error) {
        return fix(error.code())
                + told(error, "service", " get_carrier_services tells the codes.")
                + told(error, "options", " get_shipping_options tells the names and values.");
    }

    /** Which tool tells what may stand in a field, where that is missing or wrong. */
    private static String told(CarrierException error, String field, String by) {
        boolean meant = error.fields().stream()
                .anyMatch(problem -> problem.path().split("[.\\[]", 2)[0].equals(field));
        return meant ? by : "";
    }

    /** What to do about such an error, as an agent can do it: some of it is said in Java elsewhere. */
    public static String fix(ErrorCode code) {
        return switch (code) {
            case NO_CARRIER_ON_CLASS_PATH, NO_CREDENTIALS ->
                "Whoever runs this server has to set the named variables for at least one carrier.";
            case UNKNOWN_CARRIER -> "Use an id of list_carriers.";
            case CARRIER_NOT_DETECTED ->
                "Check the number, name its carrier in the argument carrier, or connect the carrier it belongs to.";
            case ALREADY_REQUESTED ->
                "Look for the first purchase with recover_label; use another idempotency_key only to buy once more.";
            case RATE_LIMITED -> "Wait as long as the error says; ask less often, or for more numbers at once.";
            case DEADLINE_EXCEEDED -> "Try again later.";
            case PICKUP_TIMING ->
                "Choose a date and a window inside the carrier's own, which get_pickup_rates tells where the carrier does.";
            case OUTCOME_UNKNOWN ->
                "Do not repeat it: it may have been carried out. Look for it first: recover_label finds a shipment,"
                        + " get_pickup_status a pickup.";
            default -> code.remediation();
        };
    }

    /** What is wrong, without what the lines about the fields say. */
    private static String headline(CarrierException error) {
        return switch (error.code()) {
            case MISSING_REQUIRED_FIELDS, MALFORMED_REQUEST ->
                error.fields().isEmpty()
                        ? line(error)
                        : error.code().id() + " " + error.code().title() + ":";
            default -> line(error);
        };
    }

    private static String text(CarrierException error, String fix) {
        if (error.code() == ErrorCode.UNEXPECTED) {
            LOG.error("A carrier module failed", error);
        }
        StringBuilder text = new StringBuilder(headline(error)).append('\n');
        error.fields()
                .forEach(field -> text.append("- ")
                        .append(field.path())
                        .append(": ")
                        .append(ForeignText.of(field.problem()))
                        .append('\n'));
        text.append("Fix: ").append(fix).append('\n');
        text.append("Retry: ")
                .append(error.retryAfter()
                        .map(wait -> "after " + seconds(wait) + " s")
                        .orElse(error.retryable() ? "yes, once, a little later" : "no, not without a change"))
                .append('\n');
        error.carrier().ifPresent(carrier -> text.append("Carrier: ").append(carrier));
        error.carrierCode().ifPresent(code -> text.append(", code ").append(ForeignText.of(code)));
        error.carrierText().ifPresent(said -> text.append(", said: ").append(ForeignText.of(said)));
        error.reference().ifPresent(reference -> text.append("\nReference: ").append(reference));
        return text.toString().strip();
    }

    private static ToolAnswer unexpected(Throwable failure) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("A tool failed, id {}", id, failure);
        ObjectNode json = Json.object();
        json.put("code", ErrorCode.UNEXPECTED.id());
        json.put("name", ErrorCode.UNEXPECTED.name());
        json.put("message", "the server failed");
        json.put("fix", "Report it with the id " + id + ", by which the server's log has the cause.");
        json.put("retryable", false);
        json.put("correlation_id", id);
        String text = ErrorCode.UNEXPECTED.id() + " The server failed, id " + id
                + ".\nFix: Report it with this id, by which the server's log has the cause.\nRetry: no.";
        return ToolAnswer.failure(json, text);
    }
}
