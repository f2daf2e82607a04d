package com.trackingmcp.testkit;

import com.trackingmcp.model.LocationQuery;
import java.util.Optional;

/**
 * What the server of a carrier can be asked for that fetches parcels, takes papers or the like. Used by one test at a time.
 */
public interface DeskSubject {
    /** Requests this server answers as they are; empty for what it does not have. */
    SandboxErrands errands();

    /** Places around a town in which this server knows none. */
    Optional<LocationQuery> nowhere();

    /** Loses the answers to pickups after they were booked, until {@link #answerAgain()}. */
    void loseAnswers();

    /** Ends {@link #loseAnswers()}. */
    void answerAgain();

    /** Lets so much time pass that a shipment just bought takes papers. */
    default void rest() {}

    /** How many pickups are booked at this server and not called off. */
    int booked();

    /** How many papers this server has taken. */
    int papers();
}
