package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.CarrierDocument.FEDEX_DOCUMENTS;
import static com.trackingmcp.verification.spec.CarrierDocument.FEDEX_LOCATIONS;
import static com.trackingmcp.verification.spec.CarrierDocument.FEDEX_RATE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where what a shipping desk says to FedEx differs from FedEx's own descriptions, and the wire is right. */
final class FedexDeskDeviations {
    /** Duties are asked for beside prices and papers go with shipments, whose differences are known. */
    private static final Set<String> OF_SALES =
            Set.of("fedex-rates-encoded", "fedex-rates-currency", "fedex-piece-amounts-and-dates");

    private static final List<KnownDeviation> OWN = List.of(
            new KnownDeviation(
                    "fedex-estimated-duties-and-taxes",
                    FEDEX_RATE,
                    "POST /rate/v1/rates/quotes",
                    "validation.request.body.schema.additionalProperties",
                    "requestedShipment/edtRequestType",
                    "FedEx's examples ask for duties and taxes with it, and the document describes the answer to that;"
                            + " of the question it forgot it."),
            new KnownDeviation(
                    "fedex-lockers",
                    FEDEX_LOCATIONS,
                    "POST /location/v1/locations",
                    "validation.response.body.schema.enum",
                    "output/locationDetailList/locationType",
                    "FedEx's lists of values are open: the document has lockers among the types that can be asked for,"
                            + " and not among those that are told."),
            new KnownDeviation(
                    "fedex-documents-transaction-id",
                    FEDEX_DOCUMENTS,
                    "POST /documents/v1/etds/upload",
                    "validation.response.body.schema.additionalProperties",
                    "transactionId",
                    "The errors of this host have no transaction id; a sandbox that is told to fail has one voice for all"
                            + " of FedEx's hosts."));

    static final List<KnownDeviation> ALL = Stream.concat(
                    FedexSaleDeviations.ALL.stream().filter(known -> OF_SALES.contains(known.name())), OWN.stream())
            .toList();

    private FedexDeskDeviations() {}
}
