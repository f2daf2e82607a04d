package com.trackingmcp.mcp.internal.tool;

/** There is no tool of that name, or not for this caller. */
public final class UnknownToolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownToolException(String name) {
        super("Unknown tool: " + ForeignText.of(name));
    }
}
