package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The commercial invoice that goes with a parcel across a border. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableInvoice.class)
@JsonDeserialize(as = ImmutableInvoice.class)
public interface Invoice {
    /** The invoice's number. */
    Optional<String> number();

    /** The day it was written; the day of shipping where absent. */
    Optional<LocalDate> date();

    /** What else is to be printed on it. */
    Optional<String> remarks();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableInvoice.Builder {}
}
