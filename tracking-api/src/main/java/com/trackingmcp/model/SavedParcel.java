package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;

/**
 * A parcel, such as a usual box, that a server keeps. Immutable.
 *
 * @param id what the server knows it by
 * @param label what it is called there
 * @param parcel the parcel
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SavedParcel(
        @JsonProperty("id") String id,
        @JsonProperty("label") Optional<String> label,
        @JsonProperty("parcel") Parcel parcel) {
    public SavedParcel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(parcel, "parcel");
    }
}
