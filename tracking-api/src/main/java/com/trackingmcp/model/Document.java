package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A paper or picture a carrier holds: its bytes, or where the carrier offers it. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableDocument.class)
@JsonDeserialize(as = ImmutableDocument.class)
public interface Document {
    /** The kind, such as {@code proof_of_delivery}, {@code signature} or {@code delivery_photo}. */
    String kind();

    /** The media type, such as {@code application/pdf}; told by the content where the carrier says otherwise. */
    Optional<String> mediaType();

    /** The content in base64, where the carrier sent it. */
    Optional<String> base64();

    /** Where the carrier offers it; may need a login or expire. */
    Optional<URI> url();

    /** A copy of the content, where the carrier sent it. */
    @JsonIgnore
    default Optional<byte[]> content() {
        return base64().map(text -> Base64.getMimeDecoder().decode(text));
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableDocument.Builder {}
}
