package com.trackingmcp.fedex;

import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.StatusTable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * FedEx's three kinds of codes, looked up in the table {@code fedex-status.csv}: under a key of their own kind first,
 * then by the code alone. Safe for use by many threads.
 */
enum FedexCodes {
    LATEST(""),
    EVENT("event:"),
    DERIVED("derived:");

    private static final StatusTable TABLE = StatusTable.load(FedexCodes.class, "fedex-status.csv");
    private static final int MOST_KEPT = 500;

    private final String prefix;

    /** The keys of the codes that were looked up so far: their texts are joined once. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    FedexCodes(String prefix) {
        this.prefix = prefix;
    }

    /**
     * What a code means.
     *
     * @param unmapped takes the code where the table does not have it
     */
    TrackingStatus meaning(String code, Set<String> unmapped) {
        String key = key(code);
        if (!TABLE.knows(key)) {
            unmapped.add(code);
        }
        return TABLE.status(key).orElse(TrackingStatus.UNKNOWN);
    }

    /** Whether a code is a mere message. */
    boolean isInformational(String code) {
        return TABLE.isInformational(key(code));
    }

    private String key(String code) {
        String known = keys.get(code);
        if (known != null) {
            return known;
        }
        String key = TABLE.knows(prefix + code) ? prefix + code : code;
        if (TABLE.knows(key) && keys.size() < MOST_KEPT) {
            keys.put(code, key);
        }
        return key;
    }
}
