package com.trackingmcp.reliability.storm;

/** What is done to a request or its answer on its way, and what must become of a question and of a purchase. */
interface Blow {
    Fault.Told told();

    Fault.Bought bought();

    /** Whether it keeps a caller waiting until the time for one attempt is over. */
    default boolean isSlow() {
        return told() == Fault.Told.LATE;
    }

    /** Whether a request that is sent right after the answer may go over a connection that ends just then. */
    default boolean strikesNext() {
        return false;
    }
}
