package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a list. Immutable.
 *
 * @param items what is in it, in the list's order
 * @param offset how many come before it
 * @param total how many there are in all, where that is told
 * @param hasMore whether more come after it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Page<T>(
        @JsonProperty("items") List<T> items,
        @JsonProperty("offset") int offset,
        @JsonProperty("total") Optional<Long> total,
        @JsonProperty("has_more") boolean hasMore) {
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(total, "total");
    }
}
