package com.trackingmcp.dhl;

import java.util.List;

/** The JSON of MyDHL's papers for customs. */
final class DhlDocumentWire {
    private DhlDocumentWire() {}

    /**
     * Papers for a shipment that was bought. Its description calls the waybill a member too and forbids it in the same breath:
     * the path tells it.
     */
    record Upload(
            String originalPlannedShippingDate,
            List<DhlBody.Account> accounts,
            String productCode,
            List<Image> documentImages) {}

    record Image(String typeCode, String imageFormat, String content) {}
}
