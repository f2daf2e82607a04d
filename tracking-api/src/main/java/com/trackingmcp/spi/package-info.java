/** What a carrier implements, and what helps it to: the contracts between the engine and the carrier modules. */
@NullMarked
package com.trackingmcp.spi;

import org.jspecify.annotations.NullMarked;
