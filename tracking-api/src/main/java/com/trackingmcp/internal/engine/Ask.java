package com.trackingmcp.internal.engine;

import com.trackingmcp.model.TrackingNumber;

/** One number in the queue of one lane, for a search. Guarded by its lane, but for what never changes. */
final class Ask {
    private final Search search;
    private final Lane lane;
    private final long since = System.nanoTime();

    /** Whether it came with others, and so need not wait for company. */
    private final boolean accompanied;

    /** Whether it has left the queue; it may stand in two. */
    private boolean taken;

    Ask(Search search, Lane lane, boolean accompanied) {
        this.search = search;
        this.lane = lane;
        this.accompanied = accompanied;
    }

    Search search() {
        return search;
    }

    Lane lane() {
        return lane;
    }

    TrackingNumber number() {
        return search.number();
    }

    long since() {
        return since;
    }

    boolean isAccompanied() {
        return accompanied;
    }

    boolean isTaken() {
        return taken || search.isAbandoned();
    }

    void take() {
        taken = true;
    }
}
