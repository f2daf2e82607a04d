package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A note a carrier put on its answer, such as that it is canned. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableAlert.class)
@JsonDeserialize(as = ImmutableAlert.class)
public interface Alert {
    /** The carrier's code of the note. */
    Optional<String> code();

    /** The note. */
    String text();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableAlert.Builder {}
}
