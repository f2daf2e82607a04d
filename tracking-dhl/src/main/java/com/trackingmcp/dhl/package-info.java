/** DHL, straight to its REST APIs. */
@NullMarked
package com.trackingmcp.dhl;

import org.jspecify.annotations.NullMarked;
