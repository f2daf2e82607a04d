package com.trackingmcp.mcp.internal.tool;

import com.trackingmcp.mcp.Caller;

/**
 * One call of a tool. Immutable.
 *
 * @param arguments what it was called with, checked against the schema
 * @param caller who calls
 * @param dialogue the way back to the person
 */
public record ToolCall(Arguments arguments, Caller caller, Dialogue dialogue) {}
