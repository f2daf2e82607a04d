package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/** A paper to be given to a carrier, for a shipment to come or one that was bought. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableDocumentUpload.class)
@JsonDeserialize(as = ImmutableDocumentUpload.class)
public interface DocumentUpload {
    /** The carrier or connection to ask, such as {@code fedex-eu}. Required where several can. */
    Optional<String> carrier();

    /** The paper. Required. */
    Optional<TradeDocument> document();

    /** Where the goods come from, ISO 3166-1 alpha-2. FedEx needs it. */
    Optional<String> originCountry();

    /** Where they go, ISO 3166-1 alpha-2. FedEx needs it. */
    Optional<String> destinationCountry();

    /** The shipment it is for, where that was bought already. Required to attach it. */
    Optional<ShippedFor> shipment();

    /** The carrier's code of the service the goods go by; FedEx parts Ground from Express. */
    Optional<String> service();

    /** A paper for a shipment to come. */
    static DocumentUpload of(String carrier, TradeDocument document) {
        return builder().carrier(carrier).document(document).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableDocumentUpload.Builder {}
}
