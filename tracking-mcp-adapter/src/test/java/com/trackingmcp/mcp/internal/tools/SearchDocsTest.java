package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The documentation answers questions. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SearchDocsTest {
    private final TestBench bench = TestBench.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_question_finds_its_section() {
        ToolAnswer answer = bench.call("search_docs", "{'query': 'how do I track many numbers at once'}");
        JsonNode best = answer.structured().at("/results/0");
        assertThat(answer.structured().path("results")).hasSize(5);
        assertThat(best.path("file").asText()).isEqualTo("README.md");
        assertThat(best.path("title").asText()).endsWith("Many at once");
        assertThat(best.path("text").asText()).contains("client.track(numbers)");
        assertThat(answer.text()).startsWith(best.path("title").asText() + " (README.md)\n");
    }

    @Test
    void a_setting_is_found_by_its_name() {
        JsonNode answer = bench.ask("search_docs", "{'query': 'KARRIO_WEBHOOK_SECRET'}");
        assertThat(answer.at("/results/0/text").asText()).contains("KARRIO_WEBHOOK_SECRET");
    }

    @Test
    void a_part_of_what_is_found_says_that_there_is_more() {
        ToolAnswer answer = bench.call("search_docs", "{'query': 'fedex', 'limit': 2}");
        assertThat(answer.structured().path("results")).hasSize(2);
        assertThat(answer.structured().path("next_offset").asInt()).isEqualTo(2);
        assertThat(answer.text()).endsWith("There are more: call again with offset 2.");
    }

    @Test
    void what_nobody_wrote_about_is_not_found() {
        ToolAnswer answer = bench.call("search_docs", "{'query': 'xylophone'}");
        assertThat(answer.structured().path("results")).isEmpty();
        assertThat(answer.text()).startsWith("Nothing is found for: xylophone");
    }

    @Test
    void a_question_must_be_asked() {
        assertThat(bench.call("search_docs", "{'query': ' '}").text())
                .startsWith("E-2020 ")
                .contains("- query: ");
    }

    @Test
    void what_an_error_means_is_found_by_its_code() {
        JsonNode found = bench.ask("search_docs", "{'query': 'what does E-3009 mean'}");
        assertThat(found.at("/results/0/title").asText()).isEqualTo("Error E-3009 OUTCOME_UNKNOWN");
        assertThat(found.at("/results/0/text").asText())
                .contains("recover_label")
                .doesNotContain("TrackingClient");
    }
}
