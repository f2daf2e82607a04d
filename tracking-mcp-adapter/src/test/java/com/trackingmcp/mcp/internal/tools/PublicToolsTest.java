package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What agents and their prompts rely on stays: the tools' names, what they take and what they answer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublicToolsTest {
    private static final Path FILE = Path.of("public-tools.txt");
    private static final String UPDATE = "mvn -B -ntp test -pl tracking-mcp-adapter -am -Dtest=PublicToolsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -DupdateApi=true";

    @Test
    void the_tools_with_what_they_take_and_answer_are_those_written_down() throws IOException {
        String actual = "# What agents can see. Written by: " + UPDATE + "\n" + tools();
        if (Boolean.getBoolean("updateApi")) {
            Files.writeString(FILE, actual);
        }
        assertThat(Files.readString(FILE).replace("\r\n", "\n").lines())
                .as(
                        "If the change is meant, write it down with\n  %s\nand say in CHANGELOG.md who is affected.",
                        UPDATE)
                .containsExactlyElementsOf(actual.lines().toList());
    }

    private static String tools() {
        try (TestBench bench = TestBench.open()) {
            return bench.tools().specs().stream()
                    .sorted(Comparator.comparing(ToolSpec::name))
                    .map(PublicToolsTest::tool)
                    .collect(Collectors.joining());
        }
    }

    private static String tool(ToolSpec spec) {
        Set<String> fields = new TreeSet<>();
        collect("takes ", Json.of(spec.input().asInput()), fields);
        collect("answers ", Json.of(spec.output().asOutput()), fields);
        return "\n" + spec.name() + " for " + spec.role() + (spec.hints().readOnly() ? ", only reads" : "")
                + (spec.hints().destructive() ? ", is confirmed" : "") + "\n"
                + fields.stream().map(field -> "    " + field + "\n").collect(Collectors.joining());
    }

    private static void collect(String path, JsonNode schema, Set<String> fields) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            JsonNode field = property.getValue();
            String name = path + property.getKey();
            String words = field.has("enum") ? " " + field.path("enum") : "";
            fields.add(name + ": " + field.path("type") + words
                    + (required.contains(property.getKey()) ? " required" : ""));
            collect(name + ".", field, fields);
            collect(name + "[].", field.path("items"), fields);
        });
    }
}
