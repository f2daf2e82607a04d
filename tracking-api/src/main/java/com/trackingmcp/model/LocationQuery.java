package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Where places are looked for at which parcels are handed over, and which. Immutable. Address or coordinates are required.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableLocationQuery.class)
@JsonDeserialize(as = ImmutableLocationQuery.class)
public interface LocationQuery {
    /** The carrier or connection to ask, such as {@code fedex-eu}. All that can where absent. */
    Optional<String> carrier();

    /** Around where: the country at least, with postal code or city. */
    Optional<Address> address();

    /** Around where, to the point. */
    Optional<Coordinates> coordinates();

    /** How far away; as far as the carrier looks by itself where absent. */
    Optional<Distance> radius();

    /** Of which kinds; of all where empty. */
    Set<ServicePointKind> kinds();

    /** What must be possible there, all of it; anything where empty. */
    Set<LocationService> services();

    /** How many at most of each carrier; as many as the carrier tells by itself where absent. */
    Optional<Integer> limit();

    /** Around an address. */
    static LocationQuery near(Address address) {
        return builder().address(address).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableLocationQuery.Builder {}
}
