package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A place as a carrier names it: as little as a country, never more than a person may see. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableLocation.class)
@JsonDeserialize(as = ImmutableLocation.class)
public interface Location {
    /** The city or town. */
    Optional<String> city();

    /** The state, province or region, in the carrier's code. */
    Optional<String> stateOrProvince();

    /** The postal code. */
    Optional<String> postalCode();

    /** The country, ISO 3166-1 alpha-2. */
    Optional<String> country();

    /** The carrier's name or code of its facility there. */
    Optional<String> facility();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableLocation.Builder {}
}
