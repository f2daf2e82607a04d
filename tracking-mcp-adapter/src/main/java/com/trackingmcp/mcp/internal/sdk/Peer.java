package com.trackingmcp.mcp.internal.sdk;

import com.trackingmcp.mcp.Caller;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who sent a request, as the transport knows it. Immutable.
 *
 * @param caller who calls
 * @param session whose request ids they are; empty where there are no sessions
 * @param request the request's id as {@link RunningCalls#request} makes it; absent where it cannot be cancelled
 */
public record Peer(Caller caller, String session, Optional<String> request) {
    private static final String CALLER = Caller.class.getName();
    private static final String SESSION = "session";
    private static final String REQUEST = "request";

    /** As the SDK carries it from the transport to the handlers. */
    public McpTransportContext context() {
        Map<String, Object> values = new HashMap<>();
        values.put(CALLER, caller);
        values.put(SESSION, session);
        request.ifPresent(id -> values.put(REQUEST, id));
        return McpTransportContext.create(values);
    }

    /** Reads it back; a transport that does not tell who calls serves nobody. */
    static Peer of(McpTransportContext context) {
        if (!(context.get(CALLER) instanceof Caller caller)) {
            throw new IllegalStateException("the transport does not tell who calls");
        }
        return new Peer(
                caller,
                context.get(SESSION) instanceof String id ? id : "",
                Optional.ofNullable(context.get(REQUEST)).map(Object::toString));
    }
}
