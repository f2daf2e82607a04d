/** What the MCP Java SDK is told of the tools, resources and prompts; all of its types end here. */
@NullMarked
package com.trackingmcp.mcp.internal.sdk;

import org.jspecify.annotations.NullMarked;
