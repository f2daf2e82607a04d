/** Ways of working that a person picks from a list, in no words of any protocol's library. */
@NullMarked
package com.trackingmcp.mcp.internal.prompt;

import org.jspecify.annotations.NullMarked;
