/** The tools: each a thin layer of words over a verb of the client. */
@NullMarked
package com.trackingmcp.mcp.internal.tools;

import org.jspecify.annotations.NullMarked;
