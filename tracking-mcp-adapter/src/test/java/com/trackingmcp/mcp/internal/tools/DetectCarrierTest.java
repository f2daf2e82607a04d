package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whose a number may be. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DetectCarrierTest {
    private final TestBench bench = TestBench.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_number_tells_its_carrier() {
        JsonNode answer = bench.ask("detect_carrier", "{'tracking_number': '1Z TK00 0103 1007 0084'}");
        assertThat(answer.at("/matches/0/carrier").asText()).isEqualTo("ups");
        assertThat(answer.at("/matches/0/confidence").asText()).isEqualTo("certain");
    }

    @Test
    void a_number_of_nobody_has_no_matches() {
        assertThat(bench.ask("detect_carrier", "{'tracking_number': '7'}").path("matches"))
                .isEmpty();
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        ToolAnswer answer = bench.call("detect_carrier", "{'number': '1', 'tracking_numer': 2}");
        assertThat(answer.isError()).isTrue();
        assertThat(answer.text())
                .startsWith("E-2021")
                .contains("- number: ", "- tracking_numer: ", "- tracking_number: ")
                .contains("Fix: ", "Retry: no");
    }
}
