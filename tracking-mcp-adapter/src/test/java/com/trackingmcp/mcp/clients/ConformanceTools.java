package com.trackingmcp.mcp.clients;

import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.SamplingMessage;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The tools that the conformance suite calls by name: it cannot know a server's own. What each must do is told by the
 * suite itself, in the description of its scenario.
 */
final class ConformanceTools {
    /** A picture of one red point. */
    static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
    /** A sound without samples. */
    private static final String SOUND = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQAAAAA=";

    private static final Map<String, Object> NOTHING = Map.of("type", "object", "properties", Map.of());

    private final SyncSpecification<?> server;

    private ConformanceTools(SyncSpecification<?> server) {
        this.server = server;
    }

    static void addTo(SyncSpecification<?> server) {
        ConformanceTools tools = new ConformanceTools(server);
        tools.addContents();
        tools.addNotifying();
        tools.addAsking();
        tools.addSchema();
    }

    private void addContents() {
        answering("test_simple_text", text("This is a simple text response for testing."));
        answering("test_image_content", picture());
        answering("test_audio_content", AudioContent.builder(SOUND, "audio/wav").build());
        answering(
                "test_embedded_resource",
                embedded("test://embedded-resource", "text/plain", "This is an embedded resource content."));
        answering(
                "test_multiple_content_types",
                text("Multiple content types test:"),
                picture(),
                embedded("test://mixed-content-resource", "application/json", "{\"test\":\"data\",\"value\":123}"));
        add(
                "test_error_handling",
                NOTHING,
                (exchange, request) -> CallToolResult.builder()
                        .addTextContent("This tool intentionally returns an error for testing")
                        .isError(true)
                        .build());
    }

    private void addNotifying() {
        add("test_tool_with_logging", NOTHING, (exchange, request) -> {
            for (String line : List.of("Tool execution started", "Tool processing data", "Tool execution completed")) {
                exchange.loggingNotification(LoggingMessageNotification.builder(LoggingLevel.INFO, line)
                        .build());
            }
            return result(text("Tool execution completed with logging"));
        });
        add("test_tool_with_progress", NOTHING, (exchange, request) -> {
            for (double done : new double[] {0, 50, 100}) {
                exchange.progressNotification(ProgressNotification.builder(request.progressToken(), done)
                        .total(100.0)
                        .build());
            }
            return result(text("Tool execution completed with progress"));
        });
    }

    private void addAsking() {
        add("test_sampling", taking("prompt"), (exchange, request) -> {
            Content prompt = text(request.arguments().get("prompt").toString());
            Content answer = exchange.createMessage(CreateMessageRequest.builder(
                                    List.of(SamplingMessage.builder(Role.USER, prompt)
                                            .build()),
                                    100)
                            .build())
                    .content();
            return result(text("LLM response: " + ((TextContent) answer).text()));
        });
        add(
                "test_elicitation",
                taking("message"),
                (exchange, request) -> ask(
                        exchange,
                        request.arguments().get("message").toString(),
                        form(Map.of(
                                "username", Map.of("type", "string", "description", "User's response"),
                                "email", Map.of("type", "string", "description", "User's email address")))));
        add(
                "test_elicitation_sep1034_defaults",
                NOTHING,
                (exchange, request) -> ask(
                        exchange,
                        "Who are you?",
                        form(Map.of(
                                "name", Map.of("type", "string", "default", "John Doe"),
                                "age", Map.of("type", "integer", "default", 30),
                                "score", Map.of("type", "number", "default", 95.5),
                                "status",
                                        Map.of(
                                                "type", "string",
                                                "enum", List.of("active", "inactive", "pending"),
                                                "default", "active"),
                                "verified", Map.of("type", "boolean", "default", true)))));
        add(
                "test_elicitation_sep1330_enums",
                NOTHING,
                (exchange, request) -> ask(exchange, "What do you choose?", form(choices())));
    }

    /** The five ways in which a form may offer a choice. */
    private static Map<String, Object> choices() {
        List<String> options = List.of("option1", "option2", "option3");
        return Map.of(
                "untitledSingle", Map.of("type", "string", "enum", options),
                "titledSingle", Map.of("type", "string", "oneOf", titled("Option")),
                "legacyEnum",
                        Map.of(
                                "type", "string",
                                "enum", List.of("opt1", "opt2", "opt3"),
                                "enumNames", List.of("Option One", "Option Two", "Option Three")),
                "untitledMulti", Map.of("type", "array", "items", Map.of("type", "string", "enum", options)),
                "titledMulti", Map.of("type", "array", "items", Map.of("anyOf", titled("Choice"))));
    }

    private static List<Map<String, Object>> titled(String what) {
        return List.of(
                Map.of("const", "value1", "title", "First " + what),
                Map.of("const", "value2", "title", "Second " + what),
                Map.of("const", "value3", "title", "Third " + what));
    }

    private void addSchema() {
        Map<String, Object> name = Map.of("type", "string");
        add(
                "json_schema_2020_12_tool",
                Map.of(
                        "$schema",
                        "https://json-schema.org/draft/2020-12/schema",
                        "type",
                        "object",
                        "$defs",
                        Map.of("address", Map.of("type", "object", "properties", Map.of("street", name, "city", name))),
                        "properties",
                        Map.of("name", name, "address", Map.of("$ref", "#/$defs/address")),
                        "additionalProperties",
                        false),
                (exchange, request) -> result(text("Read.")));
    }

    private static CallToolResult ask(McpSyncServerExchange exchange, String question, Map<String, Object> form) {
        ElicitResult reply = exchange.createElicitation(
                ElicitFormRequest.builder(question, form).build());
        return result(text("Elicitation completed: action="
                + reply.action().name().toLowerCase(java.util.Locale.ROOT) + ", content=" + reply.content()));
    }

    private static Map<String, Object> form(Map<String, Object> properties) {
        return Map.of("type", "object", "properties", properties, "required", List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> taking(String argument) {
        return form(Map.of(argument, Map.of("type", "string", "description", "What to say")));
    }

    private void answering(String name, Content... contents) {
        add(name, NOTHING, (exchange, request) -> result(contents));
    }

    private void add(
            String name,
            Map<String, Object> input,
            BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
        server.toolCall(
                Tool.builder(name, input)
                        .description("A tool of the conformance suite")
                        .build(),
                handler);
    }

    private static CallToolResult result(Content... contents) {
        return CallToolResult.builder().content(List.of(contents)).build();
    }

    static Content text(String text) {
        return TextContent.builder(text).build();
    }

    static Content picture() {
        return ImageContent.builder(PICTURE, "image/png").build();
    }

    static Content embedded(String uri, String mimeType, String text) {
        return EmbeddedResource.builder(TextResourceContents.builder(uri, text)
                        .mimeType(mimeType)
                        .build())
                .build();
    }
}
