/** What the server remembers of a caller: the quotes it was given, the shipments it bought. */
@NullMarked
package com.trackingmcp.mcp.internal.book;

import org.jspecify.annotations.NullMarked;
