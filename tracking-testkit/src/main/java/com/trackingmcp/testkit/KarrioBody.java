package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The body of a request, or an object in it, and what is wrong with it: the gateway tells of every field at once, each by its
 * path. Not safe for use by many threads.
 */
final class KarrioBody {
    static final String REQUIRED = "This field is required.";
    private static final String WHOLE = "non_field_errors";

    private final JsonNode body;
    private final String path;
    private final List<String> complaints;

    private KarrioBody(JsonNode body, String path, List<String> complaints) {
        this.body = body;
        this.path = path;
        this.complaints = complaints;
    }

    /** The whole body of a request; no body at all is an empty object. */
    static KarrioBody of(KarrioAsk ask) {
        JsonNode body = ask.http().body().isBlank() ? Json.object() : ask.body();
        if (body.isMissingNode()) {
            throw KarrioRefusal.error(400, "parse_error", "JSON parse error", "error");
        }
        if (!body.isObject()) {
            throw KarrioRefusal.invalid(WHOLE + ": Invalid data. Expected a dictionary.");
        }
        return new KarrioBody(body, "", new ArrayList<>());
    }

    /** The whole of what a thing would become. */
    static KarrioBody of(ObjectNode whole) {
        return new KarrioBody(whole, "", new ArrayList<>());
    }

    /** Something whose faults are told of with others. */
    static KarrioBody of(JsonNode body, List<String> complaints) {
        return new KarrioBody(body, "", complaints);
    }

    /** An object in it; what is wrong with that is wrong with this. */
    KarrioBody below(String field) {
        return new KarrioBody(body.path(field), at(field) + ".", complaints);
    }

    /** The rows of a list in it; none where it is no list. */
    List<KarrioBody> rows(String field) {
        List<KarrioBody> rows = new ArrayList<>();
        for (JsonNode row : body.path(field)) {
            rows.add(new KarrioBody(row, at(field) + "[" + rows.size() + "].", complaints));
        }
        return rows;
    }

    private String at(String field) {
        return path + field;
    }

    JsonNode whole() {
        return body;
    }

    JsonNode get(String field) {
        return body.path(field);
    }

    boolean has(String field) {
        return body.hasNonNull(field);
    }

    String text(String field) {
        return body.path(field).asText("");
    }

    /** The texts of a list. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        body.path(field).forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** A copy of an object in it; empty where there is none. */
    ObjectNode object(String field) {
        return body.path(field).isObject() ? body.path(field).deepCopy() : Json.object();
    }

    ObjectNode copy() {
        return body.isObject() ? body.deepCopy() : Json.object();
    }

    /** Whether this field is all there is. */
    boolean isOnly(String field) {
        return body.size() == 1 && body.has(field);
    }

    KarrioBody complain(String field, String complaint) {
        complaints.add(at(field) + ": " + complaint);
        return this;
    }

    /** Complains of the whole rather than of a field. */
    KarrioBody complain(String complaint) {
        return complain(WHOLE, complaint);
    }

    KarrioBody need(String... fields) {
        for (String field : fields) {
            if (!has(field)) {
                complain(field, REQUIRED);
            }
        }
        return this;
    }

    /** A list with at least one row. */
    KarrioBody needRows(String field) {
        need(field);
        if (has(field) && body.path(field).isEmpty()) {
            complain(field, "This list may not be empty.");
        }
        return this;
    }

    KarrioBody most(int length, String... fields) {
        for (String field : fields) {
            if (text(field).length() > length) {
                complain(field, "Ensure this field has no more than " + length + " characters.");
            }
        }
        return this;
    }

    KarrioBody oneOf(String field, Collection<String> choices) {
        if (has(field) && !choices.contains(text(field))) {
            complain(field, "\"" + text(field) + "\" is not a valid choice.");
        }
        return this;
    }

    KarrioBody number(String... fields) {
        for (String field : fields) {
            if (has(field) && !body.path(field).isNumber()) {
                complain(field, "A valid number is required.");
            }
        }
        return this;
    }

    KarrioBody like(String field, Pattern pattern, String complaint) {
        if (has(field) && !pattern.matcher(text(field)).matches()) {
            complain(field, complaint);
        }
        return this;
    }

    /** Refuses the request if anything was wrong with it. */
    void check() {
        if (!complaints.isEmpty()) {
            throw KarrioRefusal.invalid(complaints);
        }
    }
}
