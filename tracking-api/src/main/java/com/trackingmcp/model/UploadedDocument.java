package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A paper a carrier holds for a shipment to come, or has attached to one. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableUploadedDocument.class)
@JsonDeserialize(as = ImmutableUploadedDocument.class)
public interface UploadedDocument {
    /** The carrier's id, such as {@code ups}. */
    String carrier();

    /** The id of the connection that holds it. */
    String connection();

    /** What the carrier knows it by; empty where it gives papers no name, and attaches them at once. */
    Optional<String> id();

    /** What it is. */
    TradeDocumentKind kind();

    /** Whether it is attached to a shipment. */
    boolean attached();

    /** How long the carrier keeps it, where it says so. */
    Optional<Instant> expires();

    /** What the carrier needs to do more with it. */
    Map<String, String> details();

    /** Notes the carrier put on its answer. */
    List<Alert> alerts();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableUploadedDocument.Builder {}
}
