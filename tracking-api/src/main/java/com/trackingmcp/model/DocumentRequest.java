package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A paper that a server is to make from a template. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableDocumentRequest.class)
@JsonDeserialize(as = ImmutableDocumentRequest.class)
public interface DocumentRequest {
    /** The connection that is to make it, such as {@code karrio}. Required where several can. */
    Optional<String> carrier();

    /** What the server knows the template by. This or {@link #template()} is required. */
    Optional<String> templateId();

    /** The template itself, in the server's language. */
    @Value.Redacted
    Optional<String> template();

    /** What is put in: texts, numbers, lists and maps, as JSON has them. */
    @Value.Redacted
    Map<String, Object> data();

    /** The name of the paper, such as {@code invoice.pdf}. */
    Optional<String> name();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableDocumentRequest.Builder {}
}
