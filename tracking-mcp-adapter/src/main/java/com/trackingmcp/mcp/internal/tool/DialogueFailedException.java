package com.trackingmcp.mcp.internal.tool;

/** The client said that it can ask the person, and could not. */
public final class DialogueFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DialogueFailedException(Throwable cause) {
        super("the client could not ask", cause);
    }
}
