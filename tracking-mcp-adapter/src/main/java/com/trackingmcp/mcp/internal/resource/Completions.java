package com.trackingmcp.mcp.internal.resource;

import java.util.Collection;
import java.util.List;

/** What is offered to someone who types. Stateless. */
public final class Completions {
    /** No more are told at once. */
    public static final int MOST = 100;

    private Completions() {}

    /** Those that begin with what was typed, in upper or lower case; at most {@link #MOST}, in their order. */
    public static List<String> of(Collection<String> values, String begun) {
        return values.stream()
                .filter(value -> value.regionMatches(true, 0, begun, 0, begun.length()))
                .limit(MOST)
                .toList();
    }
}
