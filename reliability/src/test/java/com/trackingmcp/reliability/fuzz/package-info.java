/** Hostile bytes for every reader: of carriers' answers, of what they push, of numbers, settings and tools' arguments. */
@NullMarked
package com.trackingmcp.reliability.fuzz;

import org.jspecify.annotations.NullMarked;
