package com.trackingmcp.mcp.internal.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tool answers: for programs, and in a few lines that stand alone for the model. Immutable, as long as nobody
 * changes its JSON.
 *
 * @param structured by the tool's output schema; null in an error
 * @param text at most some fifteen lines
 * @param links what can be read beside it
 * @param error what went wrong; null where nothing did
 */
public record ToolAnswer(
        @Nullable ObjectNode structured,
        String text,
        List<Link> links,
        @Nullable ObjectNode error) {
    /** An answer. */
    public ToolAnswer {
        links = List.copyOf(links);
    }

    /**
     * A resource that can be read beside the answer.
     *
     * @param uri such as {@code tracking://shipments/…/label}
     * @param name for people, such as {@code label.pdf}
     * @param mimeType such as {@code application/pdf}
     * @param bytes how many; empty where not known
     * @param until when it is gone; empty where it stays
     */
    public record Link(String uri, String name, String mimeType, Optional<Long> bytes, Optional<Instant> until) {}

    /** An answer without links. */
    public static ToolAnswer of(ObjectNode structured, String text) {
        return new ToolAnswer(structured, text, List.of(), null);
    }

    /** The same answer, with a link more. */
    public ToolAnswer with(Link link) {
        List<Link> all = new ArrayList<>(links);
        all.add(link);
        return new ToolAnswer(structured, text, all, error);
    }

    /**
     * An error.
     *
     * @param error its facts for programs
     */
    public static ToolAnswer failure(ObjectNode error, String text) {
        return new ToolAnswer(null, text, List.of(), error);
    }

    /** Whether it is one. */
    public boolean isError() {
        return error != null;
    }

    /** The error for programs; absent where nothing went wrong. */
    public Optional<JsonNode> failure() {
        return Optional.ofNullable(error);
    }
}
