package com.trackingmcp.mcp.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.internal.sdk.Peer;
import com.trackingmcp.mcp.internal.sdk.RunningCalls;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * What holds for messages: who sends them, in which session, how large they are and whether they are messages at all.
 * What comes behind it reads only what was found to be in order.
 */
final class McpFilter extends HttpFilter {
    /** Where a request says who sent it. */
    static final String PEER = Peer.class.getName();

    private static final long serialVersionUID = 1L;
    /** That a message is of no session, on its request. */
    private static final String ALONE = McpFilter.class.getName() + ".alone";

    private static final String SESSION = "Mcp-Session-Id";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final transient Gate gate;
    private final transient Traffic traffic;
    private final transient Sessions sessions;
    private final transient RunningCalls calls;
    private final transient ObjectMapper json;
    private final transient Bounds bounds;
    private final transient Transport transport;

    /**
     * What the transport is like.
     *
     * @param stateless whether there are no sessions at all
     * @param versions the versions of the protocol that it speaks
     */
    record Transport(boolean stateless, List<String> versions) {}

    McpFilter(Gate gate, Traffic traffic, RunningCalls calls, ObjectMapper json, Bounds bounds, Transport transport) {
        this.gate = gate;
        this.traffic = traffic;
        this.sessions = traffic.sessions();
        this.calls = calls;
        this.json = json;
        this.bounds = bounds;
        this.transport = transport;
    }

    /** Whether a request is a message of no session: a stream, an answer and an end are always of one. */
    static boolean standsAlone(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(ALONE));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (traffic.isStopping()) {
            Refusal.of(503, "The server is stopping").send(response);
            return;
        }
        Optional<Caller> caller = gate.enter(request, response);
        if (caller.isEmpty()) {
            return;
        }
        try {
            checkVersion(request);
            switch (request.getMethod()) {
                case "POST" -> post(request, response, caller.get(), chain);
                case "GET" -> stream(request, response, caller.get(), chain);
                case "DELETE" -> inSession(request, response, caller.get(), chain, Optional.empty());
                default -> throw new RefusedException(Refusal.of(405, "Method not allowed"));
            }
        } catch (RefusedException e) {
            e.refusal().send(response);
        }
    }

    private void checkVersion(HttpServletRequest request) throws RefusedException {
        String version = request.getHeader("MCP-Protocol-Version");
        if (version != null && !transport.versions().contains(version)) {
            throw new RefusedException(
                    Refusal.invalid("MCP-Protocol-Version is none of " + String.join(", ", transport.versions())));
        }
    }

    private void post(HttpServletRequest request, HttpServletResponse response, Caller caller, FilterChain chain)
            throws IOException, ServletException, RefusedException {
        byte[] body = body(request, caller);
        String text = Body.text(body);
        Envelope message = Envelope.read(text, json);
        HttpServletRequest again = Body.replay(request, body, text);
        if (!message.isRequest()) {
            // what a person says, and what ends a call, must not wait for the calls that wait for it
            inSession(again, response, caller, chain, Optional.of(message));
        } else if (traffic.calls().begin(caller)) {
            onceSent(request, () -> traffic.calls().end(caller));
            answer(again, response, caller, chain, message);
        } else {
            Refusal.of(429, "Too many calls at once").send(response, SOON);
        }
    }

    private byte[] body(HttpServletRequest request, Caller caller) throws RefusedException {
        if (!isJson(request)) {
            throw new RefusedException(Refusal.of(415, "Content-Type must be application/json"));
        }
        if (!traffic.bodies().begin(caller)) {
            throw new RefusedException(Refusal.of(503, "Too many requests arrive at once"));
        }
        try {
            return Body.read(request, bounds.body(), bounds.request());
        } finally {
            traffic.bodies().end(caller);
        }
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            FilterChain chain,
            Envelope message)
            throws IOException, ServletException, RefusedException {
        if (!transport.stateless() && message.isCall("initialize")) {
            initialize(request, response, caller, chain);
        } else {
            inSession(request, response, caller, chain, Optional.of(message));
        }
    }

    private void stream(HttpServletRequest request, HttpServletResponse response, Caller caller, FilterChain chain)
            throws IOException, ServletException, RefusedException {
        if (!traffic.streams().begin(caller)) {
            throw new RefusedException(Refusal.of(429, "Too many streams are open"));
        }
        onceSent(request, () -> traffic.streams().end(caller));
        HttpServletResponse opened = new HttpServletResponseWrapper(response) {
            @Override
            public PrintWriter getWriter() throws IOException {
                // a client waits for the head of the answer, though the first event may be long in coming
                flushBuffer();
                return super.getWriter();
            }
        };
        inSession(request, opened, caller, chain, Optional.empty());
    }

    /** Not before the last byte of the answer is written, which is later than the end of the work on it. */
    private static void onceSent(HttpServletRequest request, Runnable then) {
        Request.addCompletionListener(ServletContextRequest.getServletContextRequest(request), failure -> then.run());
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private void initialize(HttpServletRequest request, HttpServletResponse response, Caller caller, FilterChain chain)
            throws IOException, ServletException {
        Optional<Sessions.Room> room = sessions.room(caller);
        if (room.isEmpty()) {
            Refusal.of(429, "Too many sessions; end those that are not needed with DELETE")
                    .send(response, bounds.sessionIdle());
            return;
        }
        try (Sessions.Room free = room.get()) {
            request.setAttribute(PEER, new Peer(caller, "", Optional.empty()));
            chain.doFilter(request, new HttpServletResponseWrapper(response) {
                @Override
                public void setHeader(String name, String value) {
                    if (name.equalsIgnoreCase(SESSION)) {
                        // before the client can know its id
                        free.begin(value);
                    }
                    super.setHeader(name, value);
                }
            });
        }
    }

    private void inSession(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            FilterChain chain,
            Optional<Envelope> message)
            throws IOException, ServletException, RefusedException {
        String session = transport.stateless() ? null : request.getHeader(SESSION);
        if (session == null) {
            // outside sessions nothing tells apart two requests of one id: none of them can be cancelled
            request.setAttribute(PEER, new Peer(caller, "", Optional.empty()));
            request.setAttribute(ALONE, message.flatMap(Envelope::method).isPresent());
            chain.doFilter(request, response);
            return;
        }
        if (!sessions.entered(session, caller)) {
            throw new RefusedException(Refusal.of(404, "There is no such session; initialize a new one"));
        }
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(request), failure -> sessions.left(session));
        message.flatMap(Envelope::cancelled).ifPresent(id -> calls.cancel(session, RunningCalls.request(id)));
        Optional<String> id =
                message.filter(Envelope::isRequest).flatMap(Envelope::id).map(RunningCalls::request);
        request.setAttribute(PEER, new Peer(caller, session, id));
        chain.doFilter(request, response);
        boolean deleted = request.getMethod().equals("DELETE") && response.getStatus() == HttpServletResponse.SC_OK;
        if (deleted) {
            calls.cancelAll(session);
        }
        if (deleted || response.getStatus() == HttpServletResponse.SC_NOT_FOUND) {
            sessions.ended(session);
        }
    }
}
