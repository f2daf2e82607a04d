/** UPS, straight to its REST APIs. */
@NullMarked
package com.trackingmcp.ups;

import org.jspecify.annotations.NullMarked;
