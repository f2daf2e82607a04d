/** What holds for every value: tried with many that chance makes, of which jqwik tells the smallest that breaks it. */
@NullMarked
package com.trackingmcp.reliability.property;

import org.jspecify.annotations.NullMarked;
