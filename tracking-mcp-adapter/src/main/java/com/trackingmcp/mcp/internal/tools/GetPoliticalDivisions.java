package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.tool.Arguments;
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
import com.trackingmcp.model.PoliticalDivision;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the states or provinces of a country, as addresses name them. */
final class GetPoliticalDivisions implements Tool {
    private static final int MOST = 300;

    private static final ToolSpec SPEC = new ToolSpec(
            "get_political_divisions",
            "Get states and provinces",
            "The states, provinces or the like of a country, with the codes addresses use.",
            Schema.of(AddressArguments.country().required(), Paging.limit(100, MOST), Paging.offset()),
            Schema.of(
                    Field.text("source", ""),
                    Field.objects(
                                    "divisions",
                                    "",
                                    Schema.of(
                                            Field.text("code", ""),
                                            Field.text("name", "").required()))
                            .required(),
                    Paging.total(),
                    Paging.hasMore(),
                    Paging.nextOffset()),
            Hints.ASKS,
            Role.TRACK,
            Set.of(Toolset.SHIP, Toolset.ALL),
            // told without any carrier too
            List.of());

    private final Workbench bench;

    GetPoliticalDivisions(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        String country = AddressArguments.country(arguments, "country").orElseThrow();
        List<PoliticalDivision> all = bench.client().get().locations().politicalDivisions(country);
        Page<PoliticalDivision> page = Paging.cut(all, arguments);
        ObjectNode json = Json.object();
        Json.put(json, "source", all.stream().findFirst().map(PoliticalDivision::source));
        json.set("divisions", Json.list(page.items(), GetPoliticalDivisions::view));
        Paging.put(json, page);
        String text = all.isEmpty()
                ? "No states or provinces of " + country + " are known: leave state out."
                : all.size() + " in " + country + ": "
                        + page.items().stream().map(GetPoliticalDivisions::word).collect(Collectors.joining(", "))
                        + Paging.more(page);
        return ToolAnswer.of(json, text);
    }

    private static ObjectNode view(PoliticalDivision division) {
        ObjectNode json = Json.object();
        Json.put(json, "code", division.code().map(ForeignText::of));
        return json.put("name", ForeignText.of(division.name()));
    }

    private static String word(PoliticalDivision division) {
        String name = ForeignText.of(division.name());
        return division.code()
                .map(ForeignText::of)
                .filter(code -> !code.equals(name))
                .map(code -> code + " " + name)
                .orElse(name);
    }
}
