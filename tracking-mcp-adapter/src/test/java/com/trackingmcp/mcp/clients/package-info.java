/** The server held against the protocol's own suite and against other people's clients, which run on Node. */
@NullMarked
package com.trackingmcp.mcp.clients;

import org.jspecify.annotations.NullMarked;
