package com.trackingmcp.mcp.internal.sdk;

import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import java.util.List;

/** What an argument may be, as the protocol tells it: a hundred values at most. Stateless. */
final class Completions {
    private static final int MOST = 100;

    private Completions() {}

    static CompleteResult of(List<String> values) {
        boolean more = values.size() > MOST;
        return new CompleteResult(new CompleteResult.CompleteCompletion(
                more ? List.copyOf(values.subList(0, MOST)) : values, values.size(), more));
    }
}
