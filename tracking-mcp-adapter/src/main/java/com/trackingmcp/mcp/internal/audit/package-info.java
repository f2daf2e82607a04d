/** What is written down of each call. */
@NullMarked
package com.trackingmcp.mcp.internal.audit;

import org.jspecify.annotations.NullMarked;
