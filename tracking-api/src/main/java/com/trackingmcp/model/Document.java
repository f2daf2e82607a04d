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
    /** The {@link #kind()} of what is put on a parcel. */
    String LABEL = "label";

    /** The {@link #kind()} of the invoice for customs. */
    String COMMERCIAL_INVOICE = "commercial_invoice";

    /** The kind, such as {@code label}, {@code commercial_invoice}, {@code proof_of_delivery} or {@code signature}. */
    String kind();

    /** The media type, such as {@code application/pdf}; told by the content where the carrier says otherwise. */
    Optional<String> mediaType();

    /** What a label is sent as. */
    Optional<LabelFormat> format();

    /** The size of the page or label, in the carrier's words, such as {@code STOCK_4X6}. */
    Optional<String> pageFormat();

    /** The content in base64, where the carrier sent it; not in {@code toString()}. */
    @Value.Redacted
    Optional<String> base64();

    /** Where the carrier offers it; may need a login or expire. Not in {@code toString()}, for it may be a key to the content. */
    @Value.Redacted
    Optional<URI> url();

    /** A copy of the content, where the carrier sent it: decoded anew each time. */
    @JsonIgnore
    default Optional<byte[]> content() {
        return base64().map(text -> Base64.getMimeDecoder().decode(text));
    }

    /** How many bytes the content has; 0 where the carrier sent none. */
    @JsonIgnore
    default int size() {
        return content().map(bytes -> bytes.length).orElse(0);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableDocument.Builder {}
}
