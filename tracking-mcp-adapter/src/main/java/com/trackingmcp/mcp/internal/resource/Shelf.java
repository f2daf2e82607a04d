package com.trackingmcp.mcp.internal.resource;

import com.trackingmcp.mcp.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources of one kind. Safe for use by many threads. */
public interface Shelf {
    /** Those that are listed, always in the same order; may ask the client who is connected. */
    List<Entry> entries(Caller caller);

    /** The families of resources that are read by a URI with variables. */
    List<Template> templates();

    /**
     * Reads one; may wait for a carrier.
     *
     * @return empty where the URI is none of this shelf's, or there is nothing for this caller
     */
    Optional<Content> read(String uri, Caller caller);

    /**
     * What a variable of a template may be.
     *
     * @param begun what was typed of it
     * @param known the other variables, as far as they are given
     */
    List<String> complete(String template, String variable, String begun, Map<String, String> known);

    /** A resource that is listed. */
    record Entry(String uri, String name, String title, String description, String mimeType) {}

    /**
     * A family of resources.
     *
     * @param uri as RFC 6570 writes it, with simple variables only
     */
    record Template(String uri, String name, String title, String description, String mimeType) {}

    /** What was read. */
    sealed interface Content {
        String mimeType();
    }

    /** Text. */
    record Text(String mimeType, String text) implements Content {}

    /** Bytes; whoever made them leaves them alone afterwards. */
    record Bytes(String mimeType, byte[] bytes) implements Content {}
}
