package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A web address that a carrier or gateway tells of what happens. Immutable. {@code toString()} does not tell the secret. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableWebhookRegistration.class)
@JsonDeserialize(as = ImmutableWebhookRegistration.class)
public interface WebhookRegistration {
    /** The id of the connection that tells it. */
    String connection();

    /** What the carrier knows it by. */
    String id();

    /** The web address. */
    String url();

    /** What it is told of, in the carrier's words. */
    List<String> events();

    /** What proves that a message comes from the carrier: the setting by which messages are parsed. */
    @Value.Redacted
    Optional<String> secret();

    /** What it is for. */
    Optional<String> description();

    /** Whether it is not told at present; gateways turn addresses off that fail too often. */
    boolean disabled();

    /** When it was last told of something. */
    Optional<Instant> lastEvent();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableWebhookRegistration.Builder {}
}
