package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Work that a server does by itself on many things, after the question is answered. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableBatchOperation.class)
@JsonDeserialize(as = ImmutableBatchOperation.class)
public interface BatchOperation {
    /** The id of the connection that does it. */
    String connection();

    /** What the server knows it by. */
    String id();

    /** How far it is. */
    BatchStatus status();

    /** The server's own word behind {@link #status()}. */
    Optional<String> carrierStatusCode();

    /** What it is about, such as {@code trackers}. */
    String kind();

    /** The single things, as far as the server tells of them. */
    List<BatchItem> items();

    /** When it was begun. */
    Optional<Instant> created();

    /** When it last went on. */
    Optional<Instant> updated();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableBatchOperation.Builder {}
}
