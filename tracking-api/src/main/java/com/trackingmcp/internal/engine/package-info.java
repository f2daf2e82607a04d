/** The engine between the client and its carriers. Not for use outside this library. */
@NullMarked
package com.trackingmcp.internal.engine;

import org.jspecify.annotations.NullMarked;
