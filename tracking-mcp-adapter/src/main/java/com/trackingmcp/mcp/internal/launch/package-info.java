/** The server as a program: its options, its logging, its sandbox. */
@NullMarked
package com.trackingmcp.mcp.internal.launch;

import org.jspecify.annotations.NullMarked;
