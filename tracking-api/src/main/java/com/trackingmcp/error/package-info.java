/** What can go wrong, as types to catch and as a registry of stable codes. */
@NullMarked
package com.trackingmcp.error;

import org.jspecify.annotations.NullMarked;
