/** The client: where every use of this library begins. */
@NullMarked
package com.trackingmcp;

import org.jspecify.annotations.NullMarked;
