package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A question for all parcels with one reference of the shipper's. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableTrackingReference.class)
@JsonDeserialize(as = ImmutableTrackingReference.class)
public interface TrackingReference {
    /** The reference, such as an order number. */
    String value();

    /** The kind in the carrier's word, such as {@code customer_reference}; any kind where absent. */
    Optional<String> type();

    /** The carrier or connection to ask; every one that can where absent. */
    Optional<String> carrier();

    /** The first day the parcels may have been shipped; carriers look back two to four weeks where absent. */
    Optional<LocalDate> shippedFrom();

    /** The last day the parcels may have been shipped. */
    Optional<LocalDate> shippedTo();

    /** The shipper's account with the carrier; the connection's own where absent. */
    Optional<String> accountNumber();

    /** The destination country, ISO 3166-1 alpha-2. */
    Optional<String> destinationCountry();

    /** The destination postal code. */
    Optional<String> destinationPostalCode();

    /** A reference of any kind at every connected carrier. */
    static TrackingReference of(String value) {
        return builder().value(value).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableTrackingReference.Builder {}
}
