/** What clients can read beside the tools' answers, in no words of any protocol's library. */
@NullMarked
package com.trackingmcp.mcp.internal.resource;

import org.jspecify.annotations.NullMarked;
