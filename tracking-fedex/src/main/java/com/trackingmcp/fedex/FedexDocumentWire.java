package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexSellingErrors.SellingFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FedEx's Trade Documents Upload API as it is on the wire. Everything in an answer may be missing. */
final class FedexDocumentWire {
    private FedexDocumentWire() {}

    /** The first part of the form; the file is the second. */
    record Described(String workflowName, @Nullable String carrierCode, String name, String contentType, Meta meta) {}

    record Meta(
            String shipDocumentType,
            @Nullable String formCode,
            @Nullable String trackingNumber,
            @Nullable String shipmentDate,
            String originCountryCode,
            String destinationCountryCode) {}

    record Answer(
            @Nullable String transactionId,
            @Nullable Output output,
            @Nullable List<@Nullable SellingFault> errors) {}

    record Output(@Nullable Held meta, @Nullable List<@Nullable Object> alerts) {}

    record Held(
            @Nullable String docId,
            @Nullable String documentType,
            @Nullable List<@Nullable String> folderId) {}
}
