package com.trackingmcp.mcp.internal.tool;

import com.trackingmcp.spi.RequestCheck;

/** One thing an agent can ask for. Stateless or safe for use by many threads. */
public interface Tool {
    /** What is known of it without calling it; always the same. */
    ToolSpec spec();

    /**
     * Tells all that keeps it from doing what a call asks, by the names of the schema, as far as that can be told of a call
     * of which some may be missing or left out as unreadable. Does nothing, and asks no carrier. It is asked where
     * something is wrong already, so that all of it is told at once, and before a person is asked for a yes.
     *
     * @throws com.trackingmcp.error.CarrierException where no more can be told
     */
    default void check(ToolCall call, RequestCheck check) {}

    /**
     * Does it. Waits as long as it takes, on a thread of the call's own; interrupted when the call is cancelled.
     *
     * @param call its arguments keep to the schema already
     * @return an answer that keeps to the schema; a failure is thrown
     * @throws com.trackingmcp.error.CarrierException what an agent is told, with its fields by the names of the schema
     */
    ToolAnswer call(ToolCall call);
}
