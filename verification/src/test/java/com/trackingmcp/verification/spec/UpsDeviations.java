package com.trackingmcp.verification.spec;

import java.util.List;
import java.util.stream.Stream;

/** Where all that UPS answers differs from its descriptions. */
final class UpsDeviations {
    private UpsDeviations() {}

    /** Statuses that UPS's gateway answers with, and that these descriptions forgot. */
    static Stream<KnownDeviation> gatewayFailures(List<CarrierDocument> documents) {
        return documents.stream()
                .map(document -> new KnownDeviation(
                        "ups-gateway-failures " + document,
                        document,
                        "*",
                        "validation.response.status.unknown",
                        "status:(404|500|503)",
                        "The documents list 400, 401, 403 and 429; UPS's gateway fails as any does."));
    }

    /** An id of UPS's own in the head of each answer. */
    static Stream<KnownDeviation> transactionIdentifiers(List<CarrierDocument> documents) {
        return documents.stream()
                .map(document -> new KnownDeviation(
                        "ups-transaction-identifier " + document,
                        document,
                        "*",
                        "validation.response.body.schema.additionalProperties",
                        "\\w+Response/Response/TransactionReference/TransactionIdentifier",
                        "Real answers carry an id of UPS's own, which the documents forgot but for one example."));
    }
}
