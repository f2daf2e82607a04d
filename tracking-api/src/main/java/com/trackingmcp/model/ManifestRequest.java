package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The end of a day at the carrier's counter: what was labelled is declared as handed over. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableManifestRequest.class)
@JsonDeserialize(as = ImmutableManifestRequest.class)
public interface ManifestRequest {
    /** The carrier or connection to ask, such as {@code fedex-eu}. Required where several can. */
    Optional<String> carrier();

    /** The day that is closed. Required. */
    Optional<LocalDate> date();

    /** Of which shipments, for carriers that close some; all of the day where empty. */
    List<String> trackingNumbers();

    /** Where the parcels are handed over. A Karrio server needs it. */
    Optional<Address> address();

    /** A day of a carrier. */
    static ManifestRequest of(String carrier, LocalDate date) {
        return builder().carrier(carrier).date(date).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableManifestRequest.Builder {}
}
