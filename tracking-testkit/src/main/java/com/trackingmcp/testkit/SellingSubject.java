package com.trackingmcp.testkit;

import com.trackingmcp.model.ShipmentRequest;

/** What the server of a carrier that sells labels can be asked for besides. Used by one test at a time. */
public interface SellingSubject {
    /** A shipment of one parcel that this server sells as it is, its service named. */
    ShipmentRequest order();

    /** Loses the answers to purchases after they were carried out, until {@link #answerAgain()}. */
    void loseAnswers();

    /** Ends {@link #loseAnswers()}. */
    void answerAgain();

    /** How many shipments this server has sold. */
    int sold();
}
