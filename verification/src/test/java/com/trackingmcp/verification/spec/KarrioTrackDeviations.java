package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.CarrierDocument.KARRIO;

import java.util.List;

/** Where what a Karrio server is asked to find carriers and to track differs from Karrio's own description, and the wire is right. */
final class KarrioTrackDeviations {
    private static final String STATUS = "validation.response.status.unknown";
    private static final String VALUES = "validation.response.body.schema.enum";
    private static final String UNDECLARED = "validation.response.body.schema.additionalProperties";

    static final List<KnownDeviation> ALL = List.of(
            KarrioDeviations.undeclaredStatuses(),
            KarrioDeviations.pages(),
            new KnownDeviation(
                    "karrio-lent-connections",
                    KARRIO,
                    "GET /v1/connections",
                    "validation.response.body.schema.type",
                    "results/metadata",
                    "Connections that the server lends have null where one's own have what their owner noted."),
            new KnownDeviation(
                    "karrio-tracker-connection",
                    KARRIO,
                    "POST /v1/trackers",
                    "validation.request.parameter.query.unexpected",
                    "query:carrier_id",
                    "The server looks for the connection by every parameter it is given; without one it takes the first of"
                            + " the carrier."),
            new KnownDeviation(
                    "karrio-tracker-accepted",
                    KARRIO,
                    "POST /v1/trackers",
                    STATUS,
                    "status:202",
                    "The server accepts a tracker with 202, where the description has 200."),
            new KnownDeviation(
                    "karrio-reasons",
                    KARRIO,
                    "*",
                    VALUES,
                    "(results/)?events/reason",
                    "Connectors tell reasons of their own: carrier_delay is one of MyDHL's."),
            new KnownDeviation(
                    "karrio-batch-created",
                    KARRIO,
                    "POST /v1/batches/trackers",
                    STATUS,
                    "status:201",
                    "The server answers a batch with 201, where the description has 200."),
            new KnownDeviation(
                    "karrio-batch-rows",
                    KARRIO,
                    "GET /v1/batches/operations",
                    VALUES,
                    "results/resources/status",
                    "The rows of a batch have words of their own, the description gives them those of the batch."),
            new KnownDeviation(
                    "karrio-webhook-read",
                    KARRIO,
                    "GET /v1/webhooks/{id}",
                    STATUS,
                    "status:200",
                    "The server answers a reading with 200, where the description has 201."),
            new KnownDeviation(
                    "karrio-webhook-removed",
                    KARRIO,
                    "DELETE /v1/webhooks/{id}",
                    UNDECLARED,
                    "\\w+",
                    "The server answers with what it removed, where the description has an operation."),
            new KnownDeviation(
                    "karrio-webhook-removed-parts",
                    KARRIO,
                    "DELETE /v1/webhooks/{id}",
                    "validation.response.body.schema.required",
                    "(operation|success)",
                    "The same: what it removed has not what an operation has."));

    private KarrioTrackDeviations() {}
}
