package com.trackingmcp.mcp.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.mcp.Main;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The SDK's own client starts the program and talks to it. */
@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SdkClientTest {
    private static McpSyncClient client() {
        ServerParameters program = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args(List.of("-cp", ProgramTest.classPath(), Main.class.getName(), "--sandbox"))
                .build();
        return McpClient.sync(new StdioClientTransport(program, new JacksonMcpJsonMapper(new ObjectMapper())))
                .requestTimeout(Duration.ofSeconds(60))
                .initializationTimeout(Duration.ofSeconds(60))
                .jsonSchemaValidator((schema, content) ->
                        io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse.asValid(null))
                .build();
    }

    @Test
    void it_greets_lists_calls_and_leaves() {
        McpSyncClient client = client();
        try {
            assertThat(client.initialize().serverInfo().name()).isEqualTo("tracking-mcp");
            assertThat(client.listTools().tools())
                    .anyMatch(tool -> tool.name().equals("detect_carrier")
                            && Boolean.TRUE.equals(tool.annotations().readOnlyHint()));
            CallToolResult result = client.callTool(CallToolRequest.builder("detect_carrier")
                    .arguments(Map.of("tracking_number", "1ZTK00010310070084"))
                    .build());
            assertThat(((TextContent) result.content().get(0)).text()).contains("ups (certain)");
            assertThat(result.structuredContent()).asString().contains("matches");
            assertThat(client.listResources()).isNotNull();
            assertThat(client.listPrompts()).isNotNull();
            client.ping();
        } finally {
            assertThat(client.closeGracefully()).isTrue();
        }
    }
}
