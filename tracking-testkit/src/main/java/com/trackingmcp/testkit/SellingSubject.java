package com.trackingmcp.testkit;

import com.trackingmcp.model.ShipmentRequest;
import java.util.Optional;

/** What the server of a carrier that sells labels can be asked for besides. Used by one test at a time. */
public interface SellingSubject {
    /** A shipment of one parcel that this server sells as it is, its service named. */
    ShipmentRequest order();

    /** The same over a customs border, with what customs ask for; nothing where it sells none. */
    default Optional<ShipmentRequest> orderAbroad() {
        return Optional.empty();
    }

    /** Loses the answers to purchases after they were carried out, until {@link #answerAgain()}. */
    void loseAnswers();

    /**
     * Answers purchases, after they were carried out, with this HTTP status and another address, until {@link #answerAgain()}.
     *
     * @return whether this server can
     */
    default boolean redirectAfterwards(int httpStatus) {
        return false;
    }

    /** Ends {@link #loseAnswers()} and {@link #redirectAfterwards}. */
    void answerAgain();

    /** How many shipments this server has sold. */
    int sold();
}
