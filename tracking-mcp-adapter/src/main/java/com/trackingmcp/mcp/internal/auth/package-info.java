/** Who calls over HTTP, by static keys or JSON Web Tokens, and how much each may call. */
@NullMarked
package com.trackingmcp.mcp.internal.auth;

import org.jspecify.annotations.NullMarked;
