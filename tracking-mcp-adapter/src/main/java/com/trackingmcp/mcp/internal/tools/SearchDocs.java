package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.docs.Library;
import com.trackingmcp.mcp.internal.docs.Passage;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Page;
import java.util.List;

/** Searches this project's own documentation. */
final class SearchDocs implements Tool {
    private static final int LIMIT = 5;
    private static final int MOST = 20;

    private static final ToolSpec SPEC = ToolSpec.tracking(
                    "search_docs",
                    "Search the documentation",
                    "Searches the documentation of this server and its Java library: settings, errors, carriers, code.",
                    Hints.LOOKS_UP,
                    Schema.of(
                            Field.text("query", "A few words").required().longest(300),
                            Paging.limit(LIMIT, MOST),
                            Paging.offset()),
                    Schema.of(
                            Field.objects(
                                            "results",
                                            "Best first",
                                            Schema.of(
                                                    Field.text("title", "").required(),
                                                    Field.text("file", "").required(),
                                                    Field.text("text", "Markdown")
                                                            .required()))
                                    .required(),
                            Paging.total(),
                            Paging.hasMore(),
                            Paging.nextOffset()))
            .alsoIn(Toolset.SHIP);

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        String query = call.arguments().required("query");
        List<Passage> found = Library.bundled().search(query);
        Page<Passage> page = Paging.cut(found, call.arguments());
        ObjectNode json = Json.object();
        json.set("results", Json.list(page.items(), SearchDocs::view));
        Paging.put(json, page);
        if (page.items().isEmpty()) {
            return ToolAnswer.of(
                    json, "Nothing is found for: " + ForeignText.of(query) + ". Try fewer or other words.");
        }
        Passage best = page.items().get(0);
        String text = best.title() + " (" + best.file() + ")\n" + best.text() + "\n\nFound:"
                + Lines.of(page.items(), passage -> passage.title() + " (" + passage.file() + ")")
                + Paging.more(page);
        return ToolAnswer.of(json, text);
    }

    private static ObjectNode view(Passage passage) {
        return Json.object()
                .put("title", passage.title())
                .put("file", passage.file())
                .put("text", passage.text());
    }
}
