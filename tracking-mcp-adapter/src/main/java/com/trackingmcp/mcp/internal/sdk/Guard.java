package com.trackingmcp.mcp.internal.sdk;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.mcp.internal.tool.ErrorAnswers;
import com.trackingmcp.mcp.internal.tool.UnknownToolException;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Around every handler: it can be cancelled, and whatever it throws becomes an error that was meant for the client. Safe
 * for use by many threads.
 */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    /** The first of the codes that are left to servers. */
    private static final int REFUSED = -32_000;

    private final RunningCalls calls;

    Guard(RunningCalls calls) {
        this.calls = calls;
    }

    /**
     * The id of an error in the log, which is all that a client is told of what was not meant for it.
     *
     * @param id a few characters
     */
    record LoggedError(String id) {}

    <T> T run(McpTransportContext context, Function<Peer, T> handler) {
        Peer peer = Peer.of(context);
        if (peer.request().isEmpty()) {
            return translated(peer, handler);
        }
        RunningCalls.Call call = calls.begin(peer.session(), peer.request().get());
        try {
            return translated(peer, handler);
        } finally {
            call.close();
        }
    }

    private static <T> T translated(Peer peer, Function<Peer, T> handler) {
        try {
            return handler.apply(peer);
        } catch (McpError meant) {
            throw meant;
        } catch (UnknownToolException e) {
            throw McpError.builder(ErrorCodes.INVALID_PARAMS)
                    .message(e.getMessage())
                    .build();
        } catch (CarrierException e) {
            throw McpError.builder(REFUSED)
                    .message(ErrorAnswers.line(e))
                    .data(ErrorAnswers.json(e))
                    .build();
        } catch (RuntimeException | Error e) {
            String id = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("A request failed, id {}", id, e);
            throw McpError.builder(ErrorCodes.INTERNAL_ERROR)
                    .message("Internal error")
                    .data(new LoggedError(id))
                    .build();
        }
    }
}
