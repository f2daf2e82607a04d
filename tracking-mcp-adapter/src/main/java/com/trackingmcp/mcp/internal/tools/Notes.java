package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.model.Alert;
import java.util.List;

/** What a carrier noted on its answer. Stateless. */
final class Notes {
    private static final int MOST = 5;
    private static final int LINES = 3;

    private Notes() {}

    static Field field() {
        return Field.texts("notes", "", MOST);
    }

    /** Puts the first notes, where there are any. */
    static void put(ObjectNode json, List<Alert> alerts) {
        List<String> notes = first(MOST, alerts);
        if (!notes.isEmpty()) {
            json.set("notes", Json.texts(notes));
        }
    }

    /** The first notes in one line each, to end an answer with. */
    static String lines(List<Alert> alerts) {
        StringBuilder text = new StringBuilder();
        first(LINES, alerts)
                .forEach(note -> text.append("\nNote of the carrier: ").append(note));
        return text.toString();
    }

    private static List<String> first(int most, List<Alert> alerts) {
        return alerts.stream()
                .map(alert -> ForeignText.of(alert.text()))
                .filter(note -> !note.isEmpty())
                .limit(most)
                .toList();
    }
}
