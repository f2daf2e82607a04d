package com.trackingmcp.mcp.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What an agent has to read before it calls any of these. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeskBudgetTest {
    /** What stands around it: the names of the parts, and the hints. */
    private static final int AROUND = 200;

    private static final List<String> TOOLS = List.of(
            "schedule_pickup",
            "get_pickup_rates",
            "cancel_pickup",
            "get_pickup_status",
            "get_landed_cost",
            "upload_document",
            "attach_document",
            "delete_document",
            "create_manifest");

    @Test
    void the_definitions_stay_small() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        try (TestBench bench = TestBench.open()) {
            TOOLS.forEach(name -> sizes.put(name, size(bench.spec(name))));
        }
        assertThat(sizes.values().stream().mapToInt(size -> size).sum())
                .as(sizes.toString())
                .isLessThan(17_500);
    }

    private static int size(ToolSpec spec) {
        return spec.name().length()
                + spec.title().length()
                + spec.description().length()
                + Json.of(spec.input().toMap()).toString().length()
                + Json.of(spec.output().toMap()).toString().length()
                + AROUND;
    }
}
