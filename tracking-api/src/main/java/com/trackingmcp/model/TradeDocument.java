package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import org.immutables.value.Value;

/** A paper for customs, as a file. Immutable. {@code toString()} tells neither its name nor its content. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableTradeDocument.class)
@JsonDeserialize(as = ImmutableTradeDocument.class)
public interface TradeDocument {
    /**
     * How many bytes {@link #read} takes at most: 10 MB of 1,048,576 bytes each. That is UPS's limit of one paper, the largest
     * that a carrier publishes: FedEx takes 5 MB, and MyDHL's description names none.
     */
    int MOST_BYTES = 10 * 1024 * 1024;

    /** The file's name, such as {@code invoice-4711.pdf}. */
    @Value.Redacted
    String name();

    /** What it is. */
    TradeDocumentKind kind();

    /** What the file is; told from the end of its name where absent. */
    Optional<DocumentFormat> format();

    /** The content in base64. */
    @Value.Redacted
    String base64();

    /** The same with the format its name tells, where none was given. */
    @Value.Check
    default TradeDocument withFormat() {
        Optional<DocumentFormat> told = format().isPresent() ? Optional.empty() : DocumentFormat.ofFile(name());
        return told.<TradeDocument>map(
                        format -> builder().from(this).format(format).build())
                .orElse(this);
    }

    /** A file of these bytes; its format is told from the end of its name. */
    static TradeDocument of(String name, TradeDocumentKind kind, byte[] content) {
        return builder()
                .name(name)
                .kind(kind)
                .base64(Base64.getEncoder().encodeToString(content))
                .build();
    }

    /**
     * The same, read from a stream to its end; the stream is not closed. Of a stream without an end no more is read than one
     * byte over {@link #MOST_BYTES}.
     *
     * @throws IOException where the stream cannot be read
     * @throws InvalidRequestException where it has more bytes than {@link #MOST_BYTES}; {@link #of} has no such bound
     */
    static TradeDocument read(String name, TradeDocumentKind kind, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            FieldProblem problem = new FieldProblem(
                    "base64",
                    "has more than " + MOST_BYTES
                            + " bytes, the largest limit of a paper that a carrier publishes; make the"
                            + " file smaller, or hand it over as several");
            throw new InvalidRequestException(
                    ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST)
                            .field(problem)
                            .argument("reason", problem.toString())
                            .build(),
                    null);
        }
        return of(name, kind, bytes);
    }

    /**
     * A copy of the content: decoded anew each time.
     *
     * @throws IllegalArgumentException where that is no base64
     */
    @JsonIgnore
    default byte[] content() {
        return Base64.getDecoder().decode(base64());
    }

    /** How many bytes the content has, told without decoding it. */
    @JsonIgnore
    default int size() {
        int padding = base64().endsWith("==") ? 2 : base64().endsWith("=") ? 1 : 0;
        return (int) ((base64().length() - padding) * 3L / 4);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableTradeDocument.Builder {}
}
