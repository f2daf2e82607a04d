package com.trackingmcp.mcp.internal.tool;

import com.trackingmcp.mcp.Toolset;

/**
 * Which tools there are at all. Immutable.
 *
 * @param toolset the list they must be in
 * @param readOnly whether only those that change nothing are there
 */
public record Exposure(Toolset toolset, boolean readOnly) {
    boolean shows(ToolSpec spec) {
        return spec.isIn(toolset) && (!readOnly || spec.hints().readOnly());
    }
}
