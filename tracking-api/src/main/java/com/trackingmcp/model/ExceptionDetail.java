package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One thing that went wrong or needs attention, as the carrier told it. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableExceptionDetail.class)
@JsonDeserialize(as = ImmutableExceptionDetail.class)
public interface ExceptionDetail {
    /** The carrier's reason code. */
    Optional<String> code();

    /** What happened, in the carrier's words. */
    Optional<String> reason();

    /** What the carrier does or asks for next, in its words. */
    Optional<String> action();

    /** When it was recorded. */
    Optional<CarrierTime> time();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableExceptionDetail.Builder {}
}
