package com.trackingmcp.mcp.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The same tools for callers of every role, without sessions. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatelessBindingTest {
    private static final Caller TRACKER = new Caller("tracker", Role.TRACK);
    private static final Caller ADMIN = new Caller("admin", Role.ADMIN);

    private final ObjectMapper json = new ObjectMapper();
    private final SdkBinding binding = Rehearsal.binding(Rehearsal.CONNECTED);
    private final CompletableFuture<McpStatelessServerHandler> handler = new CompletableFuture<>();

    StatelessBindingTest() {
        binding.bind(new McpStatelessServerTransport() {
            @Override
            public void setMcpHandler(McpStatelessServerHandler value) {
                handler.complete(value);
            }

            @Override
            public Mono<Void> closeGracefully() {
                return Mono.empty();
            }
        });
    }

    private JsonNode ask(Caller caller, String method, Map<String, Object> params) {
        JSONRPCResponse answer = handler.join()
                .handleRequest(new Peer(caller, "", Optional.of("1")).context(), new JSONRPCRequest(method, 1, params))
                .block(Duration.ofSeconds(10));
        try {
            return json.readTree(binding.mapper().writeValueAsBytes(answer));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode call(Caller caller, String tool) {
        return ask(caller, "tools/call", Map.of("name", tool, "arguments", Map.of()));
    }

    @Test
    void a_tool_is_listed_for_whom_it_exists() {
        assertThat(ask(TRACKER, "tools/list", Map.of()).at("/result/tools"))
                .extracting(tool -> tool.path("name").asText())
                .contains("tells_who")
                .doesNotContain("for_admins");
        assertThat(ask(ADMIN, "tools/list", Map.of()).at("/result/tools"))
                .extracting(tool -> tool.path("name").asText())
                .contains("for_admins");
    }

    @Test
    void for_all_others_it_does_not_exist() {
        assertThat(call(ADMIN, "for_admins")
                        .at("/result/structuredContent/said")
                        .asText())
                .isEqualTo("yes");
        JsonNode hidden = call(TRACKER, "for_admins");
        assertThat(hidden.at("/error/code").asInt()).isEqualTo(-32602);
        JsonNode unknown = call(TRACKER, "no_such");
        assertThat(unknown.at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void a_tool_and_a_resource_know_who_calls() {
        assertThat(call(TRACKER, "tells_who")
                        .at("/result/structuredContent/said")
                        .asText())
                .isEqualTo("tracker");
        assertThat(ask(ADMIN, "resources/read", Map.of("uri", "test://b"))
                        .at("/result/contents/0/text")
                        .asText())
                .isEqualTo("for admin");
    }

    @Test
    void nobody_can_be_asked() {
        assertThat(call(TRACKER, "asks").at("/result/structuredContent/said").asText())
                .isEqualTo("cannot ask");
    }

    @Test
    void prompts_and_templates_work() {
        assertThat(ask(TRACKER, "prompts/get", Map.of("name", "a_prompt", "arguments", Map.of("number", "7")))
                        .at("/result/messages/0/content/text")
                        .asText())
                .isEqualTo("Where is 7?");
        assertThat(ask(TRACKER, "resources/read", Map.of("uri", "test://labels/7"))
                        .at("/result/contents/0/text")
                        .asText())
                .isEqualTo("seven");
        assertThat(ask(TRACKER, "resources/list", Map.of()).at("/result/resources"))
                .hasSize(2);
    }

    @Test
    void a_failure_keeps_its_secrets() {
        assertThat(call(TRACKER, "fails").toString()).doesNotContain(Rehearsal.SECRET);
        assertThat(ask(TRACKER, "resources/read", Map.of("uri", "test://labels/broken"))
                        .toString())
                .doesNotContain(Rehearsal.SECRET);
    }

    @Test
    void who_is_not_told_is_not_served() {
        for (String method : new String[] {"tools/list", "tools/call", "resources/read"}) {
            JSONRPCResponse answer = handler.join()
                    .handleRequest(
                            McpTransportContext.EMPTY,
                            new JSONRPCRequest(method, 1, Map.of("name", "tells_who", "uri", "test://b")))
                    .onErrorReturn(JSONRPCResponse.error(1, new JSONRPCResponse.JSONRPCError(-32603, "refused")))
                    .block(Duration.ofSeconds(10));
            assertThat(answer.error().code()).as(method).isEqualTo(-32603);
        }
    }

    @Test
    void a_caller_needs_a_name() {
        assertThatThrownBy(() -> new Caller(" ", Role.TRACK)).isInstanceOf(IllegalArgumentException.class);
    }
}
