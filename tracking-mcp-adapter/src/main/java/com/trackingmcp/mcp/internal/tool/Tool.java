package com.trackingmcp.mcp.internal.tool;

/** One thing an agent can ask for. Stateless or safe for use by many threads. */
public interface Tool {
    /** What is known of it without calling it; always the same. */
    ToolSpec spec();

    /**
     * Does it. Waits as long as it takes, on a thread of the call's own; interrupted when the call is cancelled.
     *
     * @param call its arguments keep to the schema already
     * @return an answer that keeps to the schema; a failure is thrown
     * @throws com.trackingmcp.error.CarrierException what an agent is told, with its fields by the names of the schema
     */
    ToolAnswer call(ToolCall call);
}
