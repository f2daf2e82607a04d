/** FedEx, straight to its REST APIs. */
@NullMarked
package com.trackingmcp.fedex;

import org.jspecify.annotations.NullMarked;
