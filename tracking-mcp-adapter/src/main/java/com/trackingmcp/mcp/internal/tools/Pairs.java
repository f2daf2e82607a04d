package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.spi.RequestCheck;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names and values, written as {@code name=value} each. Stateless. */
final class Pairs {
    private Pairs() {}

    /** Names and values; one that is written otherwise is told. */
    static Map<String, String> read(Arguments arguments, String name, RequestCheck check) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : arguments.texts(name)) {
            int sign = text.indexOf('=');
            if (sign < 1) {
                check.wrong(name, "must be of the form name=value");
            } else {
                pairs.put(
                        text.substring(0, sign).strip(),
                        text.substring(sign + 1).strip());
            }
        }
        return pairs;
    }

    /** Puts names and values as {@link #read} takes them, where there are any. */
    static void put(ObjectNode json, String name, Map<String, String> pairs) {
        if (!pairs.isEmpty()) {
            json.set(
                    name,
                    Json.texts(pairs.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(pair -> pair.getKey() + "=" + pair.getValue())
                            .toList()));
        }
    }
}
