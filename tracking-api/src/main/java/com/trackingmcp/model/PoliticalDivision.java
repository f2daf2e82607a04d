package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/** A state, province or the like of a country, as addresses name it. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutablePoliticalDivision.class)
@JsonDeserialize(as = ImmutablePoliticalDivision.class)
public interface PoliticalDivision {
    /** The code in addresses, such as {@code CA}, where it is known. */
    Optional<String> code();

    /** The name, or where only that is known the code. */
    String name();

    /** Who says so: a carrier's id, or {@code iso-3166-2}. */
    String source();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutablePoliticalDivision.Builder {}
}
