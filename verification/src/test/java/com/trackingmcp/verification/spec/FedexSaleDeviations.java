package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.CarrierDocument.FEDEX_AVAILABILITY;
import static com.trackingmcp.verification.spec.CarrierDocument.FEDEX_RATE;
import static com.trackingmcp.verification.spec.CarrierDocument.FEDEX_SHIP;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where what FedEx sells with differs from FedEx's own descriptions, and the wire is right. */
final class FedexSaleDeviations {
    private static final String UNDECLARED = "validation.response.body.schema.additionalProperties";

    /** What was sold is found again through tracking, whose differences are known. */
    private static final Set<String> OF_TRACKING = Set.of(
            "fedex-empty-contact", "fedex-possession-status", "fedex-package-identifier-values", "fedex-ship-date-end");

    private static final List<KnownDeviation> OWN = List.of(
            new KnownDeviation(
                    "fedex-rates-encoded",
                    FEDEX_RATE,
                    "POST /rate/v1/rates/quotes",
                    UNDECLARED,
                    "output/encoded",
                    "The document calls it isEncoded; real answers call it encoded."),
            new KnownDeviation(
                    "fedex-rates-currency",
                    FEDEX_RATE,
                    "POST /rate/v1/rates/quotes",
                    UNDECLARED,
                    "output/rateReplyDetails/ratedShipmentDetails/currency",
                    "Real answers tell the currency beside each total; the document knows that of the detail alone."),
            new KnownDeviation(
                    "fedex-piece-amounts-and-dates",
                    FEDEX_SHIP,
                    "POST /ship/v1/shipments",
                    UNDECLARED,
                    "output/transactionShipments/pieceResponses/(netRateAmount|deliveryDatestamp)",
                    "Real answers carry a piece's price and day of delivery in fields the document does not have."),
            new KnownDeviation(
                    "fedex-cancel-success-message",
                    FEDEX_SHIP,
                    "PUT /ship/v1/shipments/cancel",
                    UNDECLARED,
                    "output/successMessage",
                    "The document calls it message; real answers call it successMessage."),
            new KnownDeviation(
                    "fedex-transit-times-503",
                    FEDEX_AVAILABILITY,
                    "POST /availability/v1/transittimes",
                    "validation.response.status.unknown",
                    "status:503",
                    "The document lists 500 and not 503, which FedEx's other documents have."));

    static final List<KnownDeviation> ALL = Stream.concat(
                    KnownDeviations.ALL.stream().filter(known -> OF_TRACKING.contains(known.name())), OWN.stream())
            .toList();

    private FedexSaleDeviations() {}
}
