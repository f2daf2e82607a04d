package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the answers of UPS's classic APIs have in common: texts for numbers, a head, errors. Stateless. */
final class UpsJson {
    private UpsJson() {}

    /** A list, be it an array, one object or nothing. */
    static List<JsonNode> many(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(all::add);
        } else if (!node.isMissingNode() && !node.isNull()) {
            all.add(node);
        }
        return all;
    }

    static String text(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        return at.asText("").strip();
    }

    static BigDecimal number(JsonNode node, String... path) {
        String text = text(node, path);
        try {
            return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            throw new UpsRefusal(UpsRefusal.UNPUBLISHED, "Not a number: " + String.join(".", path));
        }
    }

    static ObjectNode status(String code, String description) {
        return Json.object().put("Code", code).put("Description", description);
    }

    static ObjectNode amount(BigDecimal value, String currency) {
        return Json.object()
                .put("CurrencyCode", currency)
                .put("MonetaryValue", value.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    /** The head of an answer that went well; UPS adds an id of its own that its descriptions forgot. */
    static ObjectNode head(JsonNode request) {
        ObjectNode head = Json.object();
        head.set("ResponseStatus", status("1", "Success"));
        String context = text(request, "Request", "TransactionReference", "CustomerContext");
        ObjectNode transaction = head.putObject("TransactionReference");
        if (!context.isEmpty()) {
            transaction.put("CustomerContext", context);
        }
        transaction.put(
                "TransactionIdentifier",
                "sandbox-" + UUID.nameUUIDFromBytes(request.toString().getBytes(StandardCharsets.UTF_8)));
        return head;
    }

    static SandboxResponse refusal(UpsRefusal refused) {
        ObjectNode body = Json.object();
        ArrayNode errors = body.putObject("response").putArray("errors");
        refused.problems()
                .forEach(problem ->
                        errors.addObject().put("code", problem.code()).put("message", problem.message()));
        return SandboxResponse.json(400, body);
    }
}
