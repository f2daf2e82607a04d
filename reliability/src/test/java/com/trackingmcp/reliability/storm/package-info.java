/** Faults on the wire: a proxy that breaks answers in every way we know, and long runs of mixed work under it. */
@NullMarked
package com.trackingmcp.reliability.storm;

import org.jspecify.annotations.NullMarked;
