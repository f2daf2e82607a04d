package com.trackingmcp.mcp.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.tool.ToolEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** One line for each call. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CallLogTest {
    private static ToolEvent event(String subject, Optional<String> carrier) {
        return new ToolEvent(
                new Caller(subject, Role.SHIP),
                "create_shipment",
                carrier,
                "E-3001",
                "5f0c9a1e",
                Duration.ofMillis(812));
    }

    @Test
    void a_line_tells_who_what_and_how_it_ended() {
        assertThat(CallLog.line(event("key:shop", Optional.of("ups"))))
                .isEqualTo("who=key:shop role=ship tool=create_shipment carrier=ups outcome=E-3001 id=5f0c9a1e ms=812");
        assertThat(CallLog.line(event("key:shop", Optional.empty()))).contains(" carrier=- ");
    }

    @Test
    void nothing_breaks_a_line_or_passes_for_another_value() {
        assertThat(CallLog.line(event("oauth:a\nwho=\"root\" \u202e\\", Optional.of("-"))))
                .startsWith("who=\"oauth:a\\u000awho=\\\"root\\\" \\u202e\\\\\" role=ship")
                .contains(" carrier=\"-\" ")
                .hasLineCount(1);
    }

    @Test
    void the_line_goes_to_a_logger_of_its_own() {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            new CallLog().accept(event("key:captured", Optional.of("ups")));
        } finally {
            System.setErr(before);
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("com.trackingmcp.mcp.audit", "who=key:captured");
    }
}
