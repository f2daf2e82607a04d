package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.mcp.internal.tool.Toolbox;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tools in the SDK's words. Safe for use by many threads. */
final class SdkTools {
    /** Under which key an answer tells an error to programs. */
    static final String ERROR = "com.trackingmcp/error";

    private final Toolbox toolbox;
    private final Guard guard;
    private final Set<String> names;

    SdkTools(Toolbox toolbox, Guard guard) {
        this.toolbox = toolbox;
        this.guard = guard;
        this.names = toolbox.specs().stream().map(ToolSpec::name).collect(Collectors.toUnmodifiableSet());
    }

    List<Tool> all() {
        return toolbox.specs().stream().map(SdkTools::tool).toList();
    }

    private static Tool tool(ToolSpec spec) {
        return Tool.builder(spec.name(), spec.input().asInput())
                .title(spec.title())
                .description(spec.description())
                .outputSchema(spec.output().asOutput())
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(spec.hints().readOnly())
                        .destructiveHint(spec.hints().destructive())
                        .idempotentHint(spec.hints().idempotent())
                        .openWorldHint(spec.hints().openWorld())
                        .build())
                .build();
    }

    /** Whether a tool exists for who asks; one that is none of the toolbox's does. */
    boolean isVisible(McpTransportContext context, Tool tool) {
        return !names.contains(tool.name())
                || toolbox.isListed(tool.name(), Peer.of(context).caller());
    }

    CallToolResult call(McpTransportContext context, CallToolRequest request, Dialogue dialogue) {
        return guard.run(
                context, peer -> result(toolbox.call(request.name(), arguments(request), peer.caller(), dialogue)));
    }

    private static ObjectNode arguments(CallToolRequest request) {
        return request.arguments() == null ? Json.object() : (ObjectNode) Json.of(request.arguments());
    }

    private static CallToolResult result(ToolAnswer answer) {
        CallToolResult.Builder result = CallToolResult.builder().addTextContent(answer.text());
        answer.links().forEach(link -> result.addContent(link(link)));
        if (answer.structured() != null) {
            result.structuredContent(answer.structured());
        }
        answer.failure().ifPresent(error -> result.isError(true).meta(Map.of(ERROR, error)));
        return result.build();
    }

    private static ResourceLink link(ToolAnswer.Link link) {
        ResourceLink.Builder built =
                ResourceLink.builder().uri(link.uri()).name(link.name()).mimeType(link.mimeType());
        link.bytes().ifPresent(built::size);
        link.until().ifPresent(until -> built.description("Until " + until));
        return built.build();
    }
}
