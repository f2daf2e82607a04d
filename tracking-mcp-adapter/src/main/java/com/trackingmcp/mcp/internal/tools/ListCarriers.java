package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.mcp.Toolset;
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
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells which carriers are connected and what each can be asked. */
final class ListCarriers implements Tool {
    private static final int LIMIT = 20;
    private static final int MOST = 100;

    private static final ToolSpec SPEC = ToolSpec.tracking(
                    "list_carriers",
                    "List the carriers",
                    "The connected carriers, the ids by which other tools take them, and what each can do.",
                    Hints.LOOKS_UP,
                    Schema.of(
                            Field.text("capability", "Only those that can do this, such as rates or pickups.schedule"),
                            Paging.limit(LIMIT, MOST),
                            Paging.offset()),
                    Schema.of(
                            Field.objects(
                                            "carriers",
                                            "",
                                            Schema.of(
                                                    Field.text("carrier", "The id")
                                                            .required(),
                                                    Field.text("name", "").required(),
                                                    Field.text("gateway", "What leads to it"),
                                                    Field.texts("capabilities", "")
                                                            .required()))
                                    .required(),
                            Paging.total(),
                            Paging.hasMore(),
                            Paging.nextOffset()))
            .alsoIn(Toolset.SHIP);

    private final Workbench bench;

    ListCarriers(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        String wanted = call.arguments().text("capability").orElse("").toLowerCase(Locale.ROOT);
        List<ConnectedCarrier> all = bench.client().get().carriers().stream()
                .filter(carrier -> wanted.isEmpty()
                        || carrier.capabilities().stream()
                                .anyMatch(capability -> isOf(wanted, capability.toLowerCase(Locale.ROOT))))
                .toList();
        Page<ConnectedCarrier> page = Paging.cut(all, call.arguments());
        ObjectNode json = Json.object();
        json.set("carriers", Json.list(page.items(), CatalogView::carrier));
        Paging.put(json, page);
        String text = all.size() + " carriers:" + Lines.of(page.items(), ListCarriers::line) + Paging.more(page);
        return ToolAnswer.of(json, text);
    }

    /** Whether it is the capability that is wanted, or of the area that is. */
    private static boolean isOf(String wanted, String capability) {
        return capability.equals(wanted) || capability.startsWith(wanted + ".");
    }

    /** What it can do in short: all that is about pickups is one. */
    private static String line(ConnectedCarrier carrier) {
        String areas = carrier.capabilities().stream()
                .map(capability -> capability.split("\\.", 2)[0])
                .distinct()
                .collect(Collectors.joining(", "));
        return carrier.connection() + " (" + ForeignText.of(carrier.name()) + "): " + areas;
    }
}
