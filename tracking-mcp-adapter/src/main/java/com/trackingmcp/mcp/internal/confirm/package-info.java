/** What is asked before money is spent or something destroyed, and that it is done once. */
@NullMarked
package com.trackingmcp.mcp.internal.confirm;

import org.jspecify.annotations.NullMarked;
