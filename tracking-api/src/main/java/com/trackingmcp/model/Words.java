package com.trackingmcp.model;

import java.util.Locale;

/** The words that constants are in JSON: lower case. Stateless. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E read(Class<E> type, String word) {
        return Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT));
    }
}
