package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One thing of many that a server works on. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableBatchItem.class)
@JsonDeserialize(as = ImmutableBatchItem.class)
public interface BatchItem {
    /** What the server knows it by; empty where nothing came of it. */
    Optional<String> id();

    /** How far it is. */
    BatchStatus status();

    /** What was wrong with it, in the server's words. */
    List<String> errors();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableBatchItem.Builder {}
}
