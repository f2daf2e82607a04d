package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.CarrierDocument.KARRIO;

import java.util.List;

/**
 * Where what a shipping desk says to a Karrio server differs from Karrio's own description, and the wire is right: what the
 * server's code does was read where the description says otherwise.
 */
final class KarrioDeskDeviations {
    static final List<KnownDeviation> ALL = List.of(
            new KnownDeviation(
                    "karrio-pages",
                    KARRIO,
                    "*",
                    "validation.request.parameter.query.unexpected",
                    "query:(limit|offset)",
                    "Every list is paged; the description gives the answers their count, next and previous, and forgot to"
                            + " say how a page is asked for."),
            new KnownDeviation(
                    "karrio-order-filters",
                    KARRIO,
                    "GET /v1/orders",
                    "validation.request.parameter.query.unexpected",
                    "query:(created_after|created_before|keyword|order_id|source|status)",
                    "The server's orders have filters as its other lists do; the description shows those of the others."),
            new KnownDeviation(
                    "karrio-shipment-list",
                    KARRIO,
                    "GET /v1/shipments",
                    "validation.response.body.schema.additionalProperties",
                    "(count|next|previous|results)",
                    "The description gives the list the body of one shipment; the server answers a page of them."),
            new KnownDeviation(
                    "karrio-shipment-list-parts",
                    KARRIO,
                    "GET /v1/shipments",
                    "validation.response.body.schema.required",
                    "(created_at|parcels|recipient|shipper|test_mode)",
                    "The same: a page has not what a shipment has."),
            new KnownDeviation(
                    "karrio-lent-connections",
                    KARRIO,
                    "GET /v1/connections",
                    "validation.response.body.schema.type",
                    "results/metadata",
                    "Connections that the server lends have null where one's own have what their owner noted."),
            new KnownDeviation(
                    "karrio-orders-without-parties",
                    KARRIO,
                    "GET /v1/orders",
                    "validation.response.body.schema.allOf",
                    "results/(billing_address|shipping_from)",
                    "The description allows null beside an allOf of an address, which takes it back; the server answers"
                            + " null where an order names nobody."),
            new KnownDeviation(
                    "karrio-order-without-parties",
                    KARRIO,
                    "GET /v1/orders/{id}",
                    "validation.response.body.schema.allOf",
                    "(billing_address|shipping_from)",
                    "The same of one order."),
            new KnownDeviation(
                    "karrio-pickup-cancelled-before",
                    KARRIO,
                    "POST /v1/pickups/{id}/cancel",
                    "validation.response.body.schema.additionalProperties",
                    "\\w+",
                    "A pickup that was called off before is answered with 409 and the pickup itself, not with errors."),
            new KnownDeviation(
                    "karrio-pickup-state",
                    KARRIO,
                    "POST /v1/pickups/{id}",
                    "validation.response.status.unknown",
                    "status:409",
                    "The server refuses to change what is over with 409, which the description has for calling off alone."),
            new KnownDeviation(
                    "karrio-undescribed-refusals",
                    KARRIO,
                    "*",
                    "validation.response.status.unknown",
                    "status:(400|401|403|404|429|503)",
                    "Who is let in, how often, and what cannot be read is refused everywhere alike, and before any operation;"
                            + " the description tells it of some, and so do servers in front of Karrio."));

    private KarrioDeskDeviations() {}
}
