package com.trackingmcp.mcp.internal.sdk;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.resource.Shelf;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The resources in the SDK's words. Safe for use by many threads. */
final class SdkResources {
    private static final Logger LOG = LoggerFactory.getLogger(SdkResources.class);
    /** The SDK has one list for all callers, so it holds what everybody may see. */
    private static final Caller EVERYBODY = new Caller("everybody", Role.TRACK);

    private final List<Shelf> shelves;
    private final Guard guard;

    SdkResources(List<Shelf> shelves, Guard guard) {
        this.shelves = List.copyOf(shelves);
        this.guard = guard;
    }

    /** Those that are listed; waits for the client. A shelf that cannot be looked at without it is left out. */
    List<Resource> entries() {
        return shelves.stream()
                .flatMap(shelf -> listed(shelf).stream())
                .map(entry -> Resource.builder(entry.uri(), entry.name())
                        .title(entry.title())
                        .description(entry.description())
                        .mimeType(entry.mimeType())
                        .build())
                .toList();
    }

    private static List<Shelf.Entry> listed(Shelf shelf) {
        try {
            return shelf.entries(EVERYBODY);
        } catch (RuntimeException e) {
            LOG.warn("Some resources are not listed: {}", e.getClass().getSimpleName());
            return List.of();
        }
    }

    List<ResourceTemplate> templates() {
        return shelves.stream()
                .flatMap(shelf -> shelf.templates().stream())
                .map(template -> ResourceTemplate.builder(template.uri(), template.name())
                        .title(template.title())
                        .description(template.description())
                        .mimeType(template.mimeType())
                        .build())
                .toList();
    }

    ReadResourceResult read(McpTransportContext context, ReadResourceRequest request) {
        return guard.run(context, peer -> {
            Shelf.Content content = shelves.stream()
                    .flatMap(shelf -> shelf.read(request.uri(), peer.caller()).stream())
                    .findFirst()
                    .orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(request.uri()));
            return ReadResourceResult.builder(List.of(contents(request.uri(), content)))
                    .build();
        });
    }

    private static ResourceContents contents(String uri, Shelf.Content content) {
        if (content instanceof Shelf.Text text) {
            return TextResourceContents.builder(uri, text.text())
                    .mimeType(text.mimeType())
                    .build();
        }
        Shelf.Bytes bytes = (Shelf.Bytes) content;
        return BlobResourceContents.builder(uri, Base64.getEncoder().encodeToString(bytes.bytes()))
                .mimeType(bytes.mimeType())
                .build();
    }

    CompleteResult complete(McpTransportContext context, String template, CompleteRequest request) {
        return guard.run(
                context,
                peer -> Completions.of(shelves.stream()
                        .filter(shelf -> shelf.templates().stream()
                                .anyMatch(own -> own.uri().equals(template)))
                        .flatMap(shelf -> shelf
                                .complete(
                                        template,
                                        request.argument().name(),
                                        Optional.ofNullable(request.argument().value())
                                                .orElse(""),
                                        known(request))
                                .stream())
                        .toList()));
    }

    private static Map<String, String> known(CompleteRequest request) {
        return request.context() == null || request.context().arguments() == null
                ? Map.of()
                : request.context().arguments();
    }
}
