package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Somebody's name and address. Immutable. {@code toString()} tells no more than city, state, postal code and country.
 *
 * <p>All parts are optional here: what a carrier needs depends on the verb, and is checked all at once before anything
 * is sent.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableAddress.class)
@JsonDeserialize(as = ImmutableAddress.class)
public interface Address {
    /** The person. */
    @Value.Redacted
    Optional<String> person();

    /** The company. */
    @Value.Redacted
    Optional<String> company();

    /** Street, house number, building: one to three lines, each as long as the carrier allows (30 to 45 characters). */
    @Value.Redacted
    List<String> lines();

    /** The city or town. */
    Optional<String> city();

    /** The state, province or region: the two letters in the US, Canada and Mexico. */
    Optional<String> stateOrProvince();

    /** The postal code, as written in its country. */
    Optional<String> postalCode();

    /** The country, ISO 3166-1 alpha-2. */
    Optional<String> country();

    /** The telephone number, as dialled from abroad or in the country. */
    @Value.Redacted
    Optional<String> phone();

    /** The e-mail address. */
    @Value.Redacted
    Optional<String> email();

    /** Whether somebody lives there; not known where absent. Carriers charge more for it. */
    Optional<Boolean> residential();

    /** What tax and customs offices know the person or company by. */
    @Value.Redacted
    List<TaxId> taxIds();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableAddress.Builder {}
}
