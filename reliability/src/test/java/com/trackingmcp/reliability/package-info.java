/**
 * The promises under attack: faults on the wire, hostile bytes, races, and searches for secrets that leak. What each attack
 * tried and found is told in {@code docs/RELIABILITY.md}.
 */
@NullMarked
package com.trackingmcp.reliability;

import org.jspecify.annotations.NullMarked;
