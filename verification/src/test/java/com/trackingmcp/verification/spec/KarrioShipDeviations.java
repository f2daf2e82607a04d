package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.CarrierDocument.KARRIO;

import java.util.List;

/** Where what is priced and bought through Karrio differs from Karrio's own description, and the wire is right. */
final class KarrioShipDeviations {
    private static final String LIST = "GET /v1/shipments";

    static final List<KnownDeviation> ALL = List.of(
            KarrioDeviations.undeclaredStatuses(),
            KarrioDeviations.nulls("billing_address|return_address|customs|selected_rate"),
            KarrioDeviations.pages(),
            new KnownDeviation(
                    "karrio-rates-and-messages",
                    KARRIO,
                    "POST /v1/proxy/rates",
                    "validation.response.status.unknown",
                    "status:207",
                    "The server answers so as soon as a carrier said anything; the description knows 200 alone."),
            new KnownDeviation(
                    "karrio-several-states",
                    KARRIO,
                    LIST,
                    "validation.request.parameter.collection.invalid",
                    "query:status",
                    "The server's filter takes any number of states; the description declares one text."),
            new KnownDeviation(
                    "karrio-list-of-shipments",
                    KARRIO,
                    LIST,
                    "validation.response.body.schema.additionalProperties",
                    "count|next|previous|results",
                    "The description declares one shipment where the server answers a page of them."),
            new KnownDeviation(
                    "karrio-list-is-no-shipment",
                    KARRIO,
                    LIST,
                    "validation.response.body.schema.required",
                    "created_at|parcels|recipient|shipper|test_mode",
                    "The same: a page has not got what a shipment has. Each of its shipments is held to it by itself."));

    private KarrioShipDeviations() {}
}
