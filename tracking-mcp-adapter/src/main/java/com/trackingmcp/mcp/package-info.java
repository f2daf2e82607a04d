/** The client for AI agents: the same verbs as MCP tools, resources and prompts. */
@NullMarked
package com.trackingmcp.mcp;

import org.jspecify.annotations.NullMarked;
