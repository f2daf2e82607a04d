package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;

/**
 * An address that a server keeps. Immutable.
 *
 * @param id what the server knows it by
 * @param label what it is called there
 * @param address the address
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SavedAddress(
        @JsonProperty("id") String id,
        @JsonProperty("label") Optional<String> label,
        @JsonProperty("address") Address address) {
    public SavedAddress {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(address, "address");
    }
}
