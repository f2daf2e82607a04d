package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A day that was closed, with its papers. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableManifest.class)
@JsonDeserialize(as = ImmutableManifest.class)
public interface Manifest {
    /** The carrier's id, such as {@code ups}. */
    String carrier();

    /** The id of the connection that was asked. */
    String connection();

    /** What the carrier knows it by, where it gives it a name. */
    Optional<String> id();

    /** The day. */
    LocalDate date();

    /** The papers, such as the manifest the driver signs. */
    List<Document> documents();

    /** Notes the carrier put on its answer. */
    List<Alert> alerts();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableManifest.Builder {}
}
