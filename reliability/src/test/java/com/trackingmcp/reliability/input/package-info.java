/** What callers pass in under attack: every text of every request of every verb, filled with what could break out of it. */
@NullMarked
package com.trackingmcp.reliability.input;

import org.jspecify.annotations.NullMarked;
