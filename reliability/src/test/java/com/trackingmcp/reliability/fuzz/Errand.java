package com.trackingmcp.reliability.fuzz;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.testkit.CarrierSandbox;

/**
 * Something a client can ask, and what has to be there before it can. Immutable.
 *
 * @param name what it is, for a person
 */
record Errand(String name, Preparation preparation) {
    /** Makes what the question is about. */
    interface Preparation {
        Question prepare(Bed bed);
    }

    /** Asks; answers what the library made of what it was told. */
    interface Question {
        Object ask(TrackingClient client);
    }

    /** Where a question is prepared. */
    record Bed(CarrierSandbox sandbox, TrackingClient client) {}
}
