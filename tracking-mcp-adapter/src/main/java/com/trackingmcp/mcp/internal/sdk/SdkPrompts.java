package com.trackingmcp.mcp.internal.sdk;

import com.trackingmcp.mcp.internal.prompt.Prompt;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prompts in the SDK's words. Safe for use by many threads. */
final class SdkPrompts {
    private final List<Prompt> prompts;
    private final Guard guard;

    SdkPrompts(List<Prompt> prompts, Guard guard) {
        this.prompts = List.copyOf(prompts);
        this.guard = guard;
    }

    List<Prompt> all() {
        return prompts;
    }

    static McpSchema.Prompt prompt(Prompt prompt) {
        return McpSchema.Prompt.builder(prompt.name())
                .title(prompt.title())
                .description(prompt.description())
                .arguments(prompt.arguments().stream()
                        .map(argument -> PromptArgument.builder(argument.name())
                                .description(argument.description())
                                .required(argument.required())
                                .build())
                        .toList())
                .build();
    }

    GetPromptResult get(McpTransportContext context, Prompt prompt, GetPromptRequest request) {
        return guard.run(context, peer -> {
            Map<String, String> given = new LinkedHashMap<>();
            if (request.arguments() != null) {
                request.arguments().forEach((name, value) -> given.put(name, String.valueOf(value)));
            }
            List<String> missing = prompt.arguments().stream()
                    .filter(argument -> argument.required()
                            && given.getOrDefault(argument.name(), "").isBlank())
                    .map(Prompt.Argument::name)
                    .toList();
            if (!missing.isEmpty()) {
                throw McpError.builder(ErrorCodes.INVALID_PARAMS)
                        .message("Missing: " + String.join(", ", missing))
                        .build();
            }
            PromptMessage message = PromptMessage.builder(
                            McpSchema.Role.USER,
                            TextContent.builder(prompt.text(given)).build())
                    .build();
            return GetPromptResult.builder(List.of(message))
                    .description(prompt.description())
                    .build();
        });
    }

    CompleteResult complete(McpTransportContext context, Prompt prompt, CompleteRequest request) {
        return guard.run(
                context,
                peer -> Completions.of(prompt.complete(
                        request.argument().name(),
                        Optional.ofNullable(request.argument().value()).orElse(""))));
    }
}
