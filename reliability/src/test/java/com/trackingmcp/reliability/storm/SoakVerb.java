package com.trackingmcp.reliability.storm;

/** What is asked in a long run, and how often beside the others. */
enum SoakVerb {
    TRACK(30),
    TRACK_ALL(6),
    STREAM(3),
    RATES(8),
    TRANSIT(5),
    SHIP(14),
    VOID(5),
    RECOVER(3),
    PICKUP(5),
    PICKUP_CANCEL(3),
    LANDED_COST(4),
    ADDRESS(4),
    LOCATIONS(4),
    DOCUMENT(4),
    MANIFEST(2);

    private static final int ALL = 100;

    private final int weight;

    SoakVerb(int weight) {
        this.weight = weight;
    }

    /** The verb at a place from 0 to 99. */
    static SoakVerb at(int place) {
        int left = place % ALL;
        for (SoakVerb verb : values()) {
            left -= verb.weight;
            if (left < 0) {
                return verb;
            }
        }
        return TRACK;
    }
}
