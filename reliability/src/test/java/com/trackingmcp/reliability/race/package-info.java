/** Many threads at once: data structures of the engine, and the whole client while it is closed. */
@NullMarked
package com.trackingmcp.reliability.race;

import org.jspecify.annotations.NullMarked;
