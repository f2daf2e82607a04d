/** This project's own documentation, in the jar, and how it is searched. */
@NullMarked
package com.trackingmcp.mcp.internal.docs;

import org.jspecify.annotations.NullMarked;
