package com.trackingmcp.mcp.internal.tool;

import com.trackingmcp.mcp.Caller;
import java.util.Set;

/**
 * One call of a tool. Immutable.
 *
 * @param arguments what it was called with, checked against the schema
 * @param caller who calls
 * @param dialogue the way back to the person
 * @param toldByPerson the names of those arguments that were missing, and that the person was asked for
 */
public record ToolCall(Arguments arguments, Caller caller, Dialogue dialogue, Set<String> toldByPerson) {
    /** One call of a tool. */
    public ToolCall {
        toldByPerson = Set.copyOf(toldByPerson);
    }
}
