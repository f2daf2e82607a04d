package com.trackingmcp.mcp.internal.tools;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists in the text of an answer, which has some fifteen lines at most. Stateless. */
final class Lines {
    private static final int MOST = 12;

    private Lines() {}

    /** A line for each of the first; says how many are only in the structured answer. */
    static <T> String of(List<T> values, Function<? super T, String> line) {
        return of(values, MOST, line);
    }

    /** A line for each of the first, so many at most. */
    static <T> String of(List<T> values, int most, Function<? super T, String> line) {
        String first = values.stream()
                .limit(most)
                .map(value -> "\n- " + line.apply(value))
                .collect(Collectors.joining());
        int rest = values.size() - most;
        return rest > 0 ? first + "\n- and " + rest + " more in the structured answer" : first;
    }
}
