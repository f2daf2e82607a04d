package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** A web address that is to be told of what happens. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableWebhookRequest.class)
@JsonDeserialize(as = ImmutableWebhookRequest.class)
public interface WebhookRequest {
    /** The connection that is to tell it, such as {@code karrio}. Required where several can. */
    Optional<String> carrier();

    /** The web address; https but on this machine. Required. */
    Optional<String> url();

    /** What it is to be told of, in the carrier's words; of everything where empty. */
    Set<String> events();

    /** What it is for. */
    Optional<String> description();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableWebhookRequest.Builder {}
}
