/** What a tool is, and how it is called, in no words of any protocol's library. */
@NullMarked
package com.trackingmcp.mcp.internal.tool;

import org.jspecify.annotations.NullMarked;
