package com.trackingmcp.mcp.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.auth.Scopes;
import com.trackingmcp.mcp.internal.tool.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is read with a plain GET: what the server is, who lets callers in, its health and its metrics. Stateless. */
final class Pages {
    private static final String JSON = "application/json";

    private Pages() {}

    /** Answers a GET. */
    @FunctionalInterface
    interface Page {
        void get(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    static HttpServlet servlet(Page page) {
        return new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                page.get(request, response);
            }
        };
    }

    /**
     * What the server is, as the draft of server cards has it: no secrets, and no tools, for which one must be let in.
     *
     * @param url the address of the messages
     */
    static Page card(HttpServer.About about, String url, List<String> versions, boolean authenticates) {
        ObjectNode card = Json.object();
        card.put("$schema", "https://static.modelcontextprotocol.io/schemas/v1/server-card.schema.json");
        card.put("name", about.name());
        card.put("title", about.title());
        card.put("version", about.version());
        card.put("description", about.description());
        ObjectNode remote = card.putArray("remotes").addObject();
        remote.put("type", "streamable-http").put("url", url);
        if (authenticates) {
            remote.putArray("headers")
                    .addObject()
                    .put("name", "Authorization")
                    .put("description", "Bearer and a token")
                    .put("isRequired", true)
                    .put("isSecret", true);
        }
        remote.set("supportedProtocolVersions", Json.texts(versions));
        return (request, response) -> send(response, "application/mcp-server-card+json", 200, card.toString());
    }

    /** Where a caller gets tokens (RFC 9728). */
    static Page resource(HttpServer.About about, String url, String issuer) {
        ObjectNode json = Json.object().put("resource", url).put("resource_name", about.title());
        json.set("authorization_servers", Json.texts(List.of(issuer)));
        json.set("scopes_supported", Json.texts(Scopes.all()));
        json.set("bearer_methods_supported", Json.texts(List.of("header")));
        return (request, response) -> send(response, JSON, 200, json.toString());
    }

    /** The process answers. */
    static Page live() {
        return (request, response) -> send(response, 200, Json.object().put("status", "up"));
    }

    /** The carriers are connected. */
    static Page ready(Supplier<Optional<TrackingClient>> client) {
        return (request, response) -> {
            boolean ready = client.get().isPresent();
            send(response, ready ? 200 : 503, Json.object().put("status", ready ? "up" : "disconnected"));
        };
    }

    /** One word for everybody; each connection for those who may see it. */
    static Page health(Supplier<Optional<TrackingClient>> client, Gate gate) {
        return (request, response) -> {
            if (!gate.isOpen() && !Gate.isSigned(request)) {
                send(response, 200, Json.object().put("status", Health.status(client.get())));
                return;
            }
            Optional<Caller> caller = gate.enter(request, response, Role.ADMIN);
            if (caller.isPresent()) {
                send(response, 200, Health.detail(client.get()));
            }
        };
    }

    /** The metrics, for those who may see them. */
    static Page metrics(Metrics metrics, Gate gate) {
        return (request, response) -> {
            if (gate.enter(request, response, Role.ADMIN).isPresent()) {
                send(response, Metrics.CONTENT_TYPE, 200, metrics.text());
            }
        };
    }

    private static void send(HttpServletResponse response, int status, JsonNode json) throws IOException {
        send(response, JSON, status, json.toString());
    }

    private static void send(HttpServletResponse response, String type, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
