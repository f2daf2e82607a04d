package com.trackingmcp.verification.spec;

/** Where Karrio's wire differs from Karrio's own description in all of its rooms, and the wire is right. Stateless. */
final class KarrioDeviations {
    private KarrioDeviations() {}

    /** Statuses that any request may be answered with. */
    static KnownDeviation undeclaredStatuses() {
        return new KnownDeviation(
                "karrio-undeclared-failures",
                CarrierDocument.KARRIO,
                "*",
                "validation.response.status.unknown",
                "status:(400|401|403|404|429|503)",
                "The description lists failures here and there; the server refuses keys, throttles and misses"
                        + " connections at each address, and what stands before it fails as any does.");
    }

    /**
     * Members that are told as null.
     *
     * @param members their names, with bars between them
     */
    static KnownDeviation nulls(String members) {
        return new KnownDeviation(
                "karrio-nulls " + members,
                CarrierDocument.KARRIO,
                "*",
                "validation.response.body.schema.allOf",
                "(.*/)?(" + members + ")",
                "The description lets them be null beside an allOf, where validators do not look.");
    }

    /** What lists are asked with that the description does not name. */
    static KnownDeviation pages() {
        return new KnownDeviation(
                "karrio-pages",
                CarrierDocument.KARRIO,
                "*",
                "validation.request.parameter.query.unexpected",
                "query:(limit|offset)",
                "The server pages its lists, which the description forgot.");
    }
}
