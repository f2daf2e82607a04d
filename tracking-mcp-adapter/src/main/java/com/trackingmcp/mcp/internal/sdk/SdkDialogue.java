package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.DialogueFailedException;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way back to the person, by elicitation and progress notifications. */
final class SdkDialogue implements Dialogue {
    private static final Logger LOG = LoggerFactory.getLogger(SdkDialogue.class);

    private final McpSyncServerExchange exchange;
    private final @Nullable Object progressToken;

    /**
     * The way back of one call.
     *
     * @param progressToken by which the client wants to be told how far it is; null where it does not want to
     */
    SdkDialogue(McpSyncServerExchange exchange, @Nullable Object progressToken) {
        this.exchange = exchange;
        this.progressToken = progressToken;
    }

    @Override
    public boolean canAsk() {
        ClientCapabilities client = exchange.getClientCapabilities();
        ClientCapabilities.Elicitation elicitation = client == null ? null : client.elicitation();
        // an empty capability is one for forms: it is older than the other kind
        return elicitation != null && (elicitation.form() != null || elicitation.url() == null);
    }

    @Override
    public Reply ask(String question, Schema form) {
        try {
            ElicitResult result = exchange.createElicitation(
                    ElicitFormRequest.builder(question, formSchema(form)).build());
            return switch (result.action()) {
                case ACCEPT -> new Reply(Action.ACCEPTED, content(result));
                case DECLINE -> new Reply(Action.DECLINED, Json.object());
                case CANCEL -> new Reply(Action.CANCELLED, Json.object());
            };
        } catch (RuntimeException e) {
            throw new DialogueFailedException(e);
        }
    }

    /** What the protocol allows in a form; nothing is said of other properties there. */
    private static Map<String, Object> formSchema(Schema form) {
        Map<String, Object> schema = new LinkedHashMap<>(form.toMap());
        schema.remove("additionalProperties");
        return schema;
    }

    private static ObjectNode content(ElicitResult result) {
        return result.content() == null ? Json.object() : (ObjectNode) Json.of(result.content());
    }

    @Override
    public void progress(long done, long total, String message) {
        if (progressToken == null) {
            return;
        }
        try {
            exchange.progressNotification(ProgressNotification.builder(progressToken, (double) done)
                    .total((double) total)
                    .message(message)
                    .build());
        } catch (RuntimeException e) {
            LOG.debug("The client was not told how far a call is", e);
        }
    }
}
