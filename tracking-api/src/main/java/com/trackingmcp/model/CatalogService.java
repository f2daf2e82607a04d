package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One service of a carrier's catalogue. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableCatalogService.class)
@JsonDeserialize(as = ImmutableCatalogService.class)
public interface CatalogService {
    /** The carrier's code: what a {@link ShipmentRequest#service()} takes. */
    String code();

    /** Its name for people. */
    String name();

    /** How far it goes. */
    Scope scope();

    /** The countries it is offered from, ISO 3166-1 alpha-2; not told where empty. */
    List<String> origins();

    /** What else the carrier says of it, such as where it is not offered. */
    Optional<String> remark();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableCatalogService.Builder {}
}
