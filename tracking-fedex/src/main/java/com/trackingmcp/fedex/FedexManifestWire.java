package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Account;
import com.trackingmcp.fedex.FedexSellingErrors.SellingFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FedEx's Ground End of Day Close API as it is on the wire. Everything in an answer may be missing. */
final class FedexManifestWire {
    private FedexManifestWire() {}

    record Close(
            String closeReqType,
            Account accountNumber,
            String groundServiceCategory,
            String closeDate,
            @Nullable String reprintOption,
            @Nullable String trackingNumber,
            Papers closeDocumentSpecification) {}

    record Papers(List<String> closeDocumentTypes) {}

    record Answer(
            @Nullable String transactionId,
            @Nullable Output output,
            @Nullable List<@Nullable SellingFault> errors) {}

    record Output(
            @Nullable List<@Nullable Paper> closeDocuments,
            @Nullable List<@Nullable Object> alerts) {}

    record Paper(@Nullable String type, @Nullable List<@Nullable Part> parts) {}

    record Part(
            @Nullable Integer documentPartSequenceNumber,
            @Nullable String image) {}
}
