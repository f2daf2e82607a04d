package com.trackingmcp.mcp.internal.http;

import com.trackingmcp.mcp.internal.sdk.Peer;
import com.trackingmcp.mcp.internal.sdk.SdkBinding;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.ProtocolVersions;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The SDK's servlets: one for sessions beside one for messages that stand alone, or the latter only.
 *
 * @param servlet takes messages
 * @param end ends its sessions
 */
record Endpoint(HttpServlet servlet, Mono<Void> end) implements AutoCloseable {
    static final String PATH = "/mcp";
    /** The versions of the protocol that it speaks. */
    static final List<String> VERSIONS = List.of(
            ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18,
            ProtocolVersions.MCP_2025_11_25);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    /** Messages of sessions, and beside them those that stand alone. */
    static Endpoint withSessions(SdkBinding binding, Bounds bounds) {
        HttpServletStreamableServerTransportProvider servlet = HttpServletStreamableServerTransportProvider.builder()
                .jsonMapper(binding.mapper())
                .mcpEndpoint(PATH)
                .contextExtractor(Endpoint::context)
                .maxRequestSize(bounds.body())
                .keepAliveInterval(bounds.ping())
                .sessionSweepInterval(bounds.sessionIdle())
                .build();
        binding.bind(servlet);
        Endpoint alone = stateless(binding, bounds);
        return new Endpoint(
                new EitherServlet(servlet, alone.servlet()),
                Mono.defer(() -> servlet.closeGracefully().then(alone.end())));
    }

    /** Each message stands alone. */
    static Endpoint stateless(SdkBinding binding, Bounds bounds) {
        HttpServletStatelessServerTransport servlet = HttpServletStatelessServerTransport.builder()
                .jsonMapper(binding.mapper())
                .messageEndpoint(PATH)
                .contextExtractor(Endpoint::context)
                .maxRequestSize(bounds.body())
                .build();
        binding.bind(servlet);
        return new Endpoint(servlet, Mono.defer(servlet::closeGracefully));
    }

    private static McpTransportContext context(HttpServletRequest request) {
        Object peer = Objects.requireNonNull(request.getAttribute(McpFilter.PEER), "no request gets by the filter");
        return ((Peer) peer).context();
    }

    @Override
    public void close() {
        end.block(LONGEST_CLOSE);
    }
}
