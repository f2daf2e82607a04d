package com.trackingmcp.mcp.internal.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What holds for every request: the name it was sent to, the page it comes from, its method; and headers for answers. */
final class GuardFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE");

    private final transient Names names;

    GuardFilter(Names names) {
        this.names = names;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        if (hosts.size() != 1 || !names.isHost(hosts.get(0)) || !names.isHost(request.getServerName())) {
            Refusal.of(421, "This server does not go by that name; see --allowed-host")
                    .send(response);
            return;
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !names.isOrigin(origin)) {
            Refusal.of(403, "Pages of that origin may not call this server; see --allowed-origin")
                    .send(response);
            return;
        }
        if (origin != null && names.isListedOrigin(origin)) {
            allow(response, origin);
            if ("OPTIONS".equals(request.getMethod())) {
                preflight(response);
                return;
            }
        }
        if (!METHODS.contains(request.getMethod())) {
            Refusal.of(405, "Method not allowed").send(response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void allow(HttpServletResponse response, String origin) {
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Expose-Headers", "Mcp-Session-Id, WWW-Authenticate, Retry-After");
        response.setHeader("Vary", "Origin");
    }

    private static void preflight(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE");
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Accept, Authorization, Content-Type, Last-Event-ID, MCP-Protocol-Version, Mcp-Session-Id");
        response.setHeader("Access-Control-Max-Age", "600");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
