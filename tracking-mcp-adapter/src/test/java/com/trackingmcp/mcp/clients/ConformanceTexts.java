package com.trackingmcp.mcp.clients;

import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The resources and prompts that the conformance suite reads by name. */
final class ConformanceTexts {
    private ConformanceTexts() {}

    static void addTo(SyncSpecification<?> server) {
        addResources(server);
        addPrompts(server);
    }

    private static void addResources(SyncSpecification<?> server) {
        resource(
                server,
                "text/plain",
                TextResourceContents.builder("test://static-text", "This is the content of the static text resource.")
                        .mimeType("text/plain")
                        .build());
        resource(
                server,
                "image/png",
                BlobResourceContents.builder("test://static-binary", ConformanceTools.PICTURE)
                        .mimeType("image/png")
                        .build());
        resource(
                server,
                "text/plain",
                TextResourceContents.builder("test://watched-resource", "This is a watched resource content.")
                        .mimeType("text/plain")
                        .build());
        server.resourceTemplates(new SyncResourceTemplateSpecification(
                ResourceTemplate.builder("test://template/{id}/data", "data")
                        .mimeType("application/json")
                        .build(),
                (exchange, request) -> {
                    String id = request.uri().split("/", -1)[3];
                    return ReadResourceResult.builder(List.of(TextResourceContents.builder(
                                            request.uri(),
                                            "{\"id\":\"" + id + "\",\"templateTest\":true,\"data\":\"Data for ID: " + id
                                                    + "\"}")
                                    .mimeType("application/json")
                                    .build()))
                            .build();
                }));
    }

    private static void resource(SyncSpecification<?> server, String mimeType, ResourceContents contents) {
        server.resources(new SyncResourceSpecification(
                Resource.builder(contents.uri(), contents.uri())
                        .mimeType(mimeType)
                        .build(),
                (exchange, request) ->
                        ReadResourceResult.builder(List.of(contents)).build()));
    }

    private static void addPrompts(SyncSpecification<?> server) {
        prompt(
                server,
                "test_simple_prompt",
                List.of(),
                request -> List.of(ConformanceTools.text("This is a simple prompt for testing.")));
        prompt(
                server,
                "test_prompt_with_arguments",
                List.of("arg1", "arg2"),
                request -> List.of(ConformanceTools.text("Prompt with arguments: arg1='" + argument(request, "arg1")
                        + "', arg2='" + argument(request, "arg2") + "'")));
        prompt(
                server,
                "test_prompt_with_embedded_resource",
                List.of("resourceUri"),
                request -> List.of(
                        ConformanceTools.embedded(
                                argument(request, "resourceUri"),
                                "text/plain",
                                "Embedded resource content for testing."),
                        ConformanceTools.text("Please process the embedded resource above.")));
        prompt(
                server,
                "test_prompt_with_image",
                List.of(),
                request ->
                        List.of(ConformanceTools.picture(), ConformanceTools.text("Please analyze the image above.")));
        server.completions(new SyncCompletionSpecification(
                new PromptReference("test_prompt_with_arguments"),
                (exchange, request) -> new CompleteResult(new CompleteResult.CompleteCompletion(List.of(), 0, false))));
    }

    private static String argument(GetPromptRequest request, String name) {
        return request.arguments().get(name).toString();
    }

    private static void prompt(
            SyncSpecification<?> server,
            String name,
            List<String> arguments,
            Function<GetPromptRequest, List<Content>> contents) {
        Stream<PromptArgument> takes = arguments.stream()
                .map(argument -> PromptArgument.builder(argument).required(true).build());
        server.prompts(new SyncPromptSpecification(
                Prompt.builder(name)
                        .description("A prompt of the conformance suite")
                        .arguments(takes.toList())
                        .build(),
                (exchange, request) -> GetPromptResult.builder(contents.apply(request).stream()
                                .map(content -> PromptMessage.builder(Role.USER, content)
                                        .build())
                                .toList())
                        .build()));
    }
}
