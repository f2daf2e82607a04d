package com.trackingmcp.mcp.internal.resource;

import com.trackingmcp.model.Document;
import java.util.Optional;

/** Papers of carriers as contents of resources. Stateless. */
final class Papers {
    private static final String BYTES = "application/octet-stream";

    private Papers() {}

    static String mimeType(Document paper) {
        return paper.mediaType().orElse(BYTES);
    }

    /** The bytes, or where the carrier offers them; empty where neither is known. */
    static Optional<Shelf.Content> content(Document paper) {
        return paper.content()
                .<Shelf.Content>map(bytes -> new Shelf.Bytes(mimeType(paper), bytes))
                .or(() -> paper.url().map(url -> new Shelf.Text("text/uri-list", url.toString())));
    }

    /** How many bytes; empty where they are elsewhere. */
    static Optional<Long> size(Document paper) {
        return Optional.of((long) paper.size()).filter(bytes -> bytes > 0);
    }
}
