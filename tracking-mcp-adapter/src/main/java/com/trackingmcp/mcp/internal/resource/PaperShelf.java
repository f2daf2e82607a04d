package com.trackingmcp.mcp.internal.resource;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.book.PaperBook;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Papers that belong to no shipment, such as manifests: for whoever they were made for and for an administrator. None is
 * listed. Safe for use by many threads.
 */
public final class PaperShelf implements Shelf {
    private static final UriPattern PAPER = new UriPattern("tracking://papers/{id}");

    private final PaperBook papers;

    PaperShelf(PaperBook papers) {
        this.papers = papers;
    }

    /** Where a paper is read. */
    public static String uri(PaperBook.Entry entry) {
        return PAPER.with(entry.id());
    }

    /** A link to it. */
    public static ToolAnswer.Link link(PaperBook.Entry entry) {
        return new ToolAnswer.Link(
                uri(entry),
                entry.paper().kind(),
                Papers.mimeType(entry.paper()),
                Papers.size(entry.paper()),
                Optional.of(entry.until()));
    }

    @Override
    public List<Entry> entries(Caller caller) {
        return List.of();
    }

    @Override
    public List<Template> templates() {
        return List.of(new Template(
                PAPER.template(),
                "paper",
                "A paper",
                "A paper that a tool told of, such as a manifest, for a day",
                "application/octet-stream"));
    }

    @Override
    public Optional<Content> read(String uri, Caller caller) {
        if (!caller.role().includes(Role.SHIP)) {
            return Optional.empty();
        }
        return PAPER.match(uri)
                .flatMap(values -> papers.find(caller, String.valueOf(values.get("id"))))
                .flatMap(entry -> Papers.content(entry.paper()));
    }

    @Override
    public List<String> complete(String template, String variable, String begun, Map<String, String> known) {
        return List.of();
    }
}
