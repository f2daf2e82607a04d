package com.trackingmcp.mcp.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.mcp.clients.NodeTools.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * The protocol's own suite. Most of its scenarios call tools, resources and prompts of the suite's own, so it runs twice:
 * against the server as it is handed out, where exactly those scenarios fail, and against the same server with them.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConformanceIT {
    private static final int SCENARIOS = 32;
    private static final Pattern PASSED = Pattern.compile("^✓ (\\S+): \\d+ passed, 0 failed", Pattern.MULTILINE);
    private static final Pattern TOTAL = Pattern.compile("^Total: (\\d+) passed, 0 failed", Pattern.MULTILINE);

    @BeforeAll
    static void install() throws Exception {
        NodeTools.require();
    }

    @Test
    void the_server_as_it_is_fails_nothing_but_what_needs_the_fixtures_of_the_suite() throws Exception {
        try (ServerProcess server = ServerProcess.start()) {
            Ended suite = suite(
                    server.url(),
                    "--expected-failures",
                    Path.of("src/test/node/expected-failures.yml").toString());

            assertThat(suite.code()).as(suite.output()).isZero();
            assertThat(suite.output()).contains("Expected failures").doesNotContain("Unexpected");
        }
    }

    @Test
    void the_same_server_with_the_fixtures_of_the_suite_passes_all() throws Exception {
        try (FixtureServer server = FixtureServer.start()) {
            Ended suite = suite(server.url());

            assertThat(suite.code()).as(suite.output()).isZero();
            assertThat(PASSED.matcher(suite.output()).results().map(found -> found.group(1)))
                    .as(suite.output())
                    .hasSize(SCENARIOS)
                    .doesNotHaveDuplicates();
            assertThat(TOTAL.matcher(suite.output()).find()).isTrue();
        }
    }

    private static Ended suite(String url, String... more) throws Exception {
        List<String> arguments = new java.util.ArrayList<>(
                List.of(NodeTools.command("conformance"), "server", "--url", url, "--suite", "all"));
        arguments.addAll(List.of(more));
        return NodeTools.node(Map.of(), arguments.toArray(String[]::new));
    }
}
