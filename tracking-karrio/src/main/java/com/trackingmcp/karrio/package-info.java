/** The carriers behind a Karrio server, through its REST API. */
@NullMarked
package com.trackingmcp.karrio;

import org.jspecify.annotations.NullMarked;
