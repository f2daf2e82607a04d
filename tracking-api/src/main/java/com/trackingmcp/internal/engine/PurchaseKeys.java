package com.trackingmcp.internal.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The idempotency keys something was bought under, so that nothing is bought under one of them twice. Safe for use by many
 * threads; holds the last ten thousand, in this process only.
 */
final class PurchaseKeys {
    private static final int KEPT = 10_000;

    private final Map<String, String> states = new LinkedHashMap<>();

    /** Takes a key; or says what became of the purchase that has it. */
    synchronized Optional<String> take(String key) {
        String taken = states.putIfAbsent(key, "the first purchase is under way");
        if (taken == null && states.size() > KEPT) {
            states.remove(states.keySet().iterator().next());
        }
        return Optional.ofNullable(taken);
    }

    /** Says what became of the purchase that has the key. */
    synchronized void settle(String key, String state) {
        states.replace(key, state);
    }

    /** Nothing was bought under the key: it may be used again. */
    synchronized void release(String key) {
        states.remove(key);
    }
}
