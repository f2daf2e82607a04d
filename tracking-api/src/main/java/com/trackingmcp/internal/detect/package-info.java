/** Telling whose number a tracking number is. Internal: may change at any time. */
@NullMarked
package com.trackingmcp.internal.detect;

import org.jspecify.annotations.NullMarked;
