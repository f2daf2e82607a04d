/** The server over HTTP: who may call, what is let through, and what is told of its health. */
@NullMarked
package com.trackingmcp.mcp.internal.http;

import org.jspecify.annotations.NullMarked;
