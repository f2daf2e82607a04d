package com.trackingmcp.fedex;

/** Where FedEx sells, and the least it answers then. */
final class FedexSold {
    static final String SHIP = "/ship/v1/shipments";
    static final String CANCEL = "/ship/v1/shipments/cancel";
    static final String RATES = "/rate/v1/rates/quotes";
    static final String TRANSIT = "/availability/v1/transittimes";
    static final String ADDRESS = "/address/v1/addresses/resolve";
    static final String POSTAL = "/country/v1/postal/validate";

    /** One parcel with its label. */
    static final String ONE = "{\"output\":{\"transactionShipments\":[{\"masterTrackingNumber\":\"794953555571\","
            + "\"pieceResponses\":[{\"trackingNumber\":\"794953555571\",\"packageDocuments\":[{\"contentType\":"
            + "\"LABEL\",\"docType\":\"PDF\",\"encodedLabel\":\"JVBERi0xLjQ=\"}]}]}]}}";

    private FedexSold() {}
}
