package com.trackingmcp.internal.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The idempotency keys something was bought under, so that nothing is bought under one of them twice. Safe for use by many
 * threads; holds those of all purchases under way and the last hundred thousand others, in this process only.
 */
final class PurchaseKeys {
    private static final int KEPT = 100_000;

    private final int kept;
    private final Set<String> underWay = new HashSet<>();
    private final Map<String, String> settled = new LinkedHashMap<>();

    PurchaseKeys() {
        this(KEPT);
    }

    PurchaseKeys(int kept) {
        this.kept = kept;
    }

    /** Takes a key; or says what became of the purchase that has it. */
    synchronized Optional<String> take(String key) {
        Optional<String> state = Optional.ofNullable(settled.get(key));
        return state.isPresent() || underWay.add(key) ? state : Optional.of("the first purchase is under way");
    }

    /** Says what became of the purchase that has the key. */
    synchronized void settle(String key, String state) {
        underWay.remove(key);
        settled.put(key, state);
        if (settled.size() > kept) {
            settled.remove(settled.keySet().iterator().next());
        }
    }

    /** Nothing was bought under the key: it may be used again. */
    synchronized void release(String key) {
        underWay.remove(key);
    }
}
