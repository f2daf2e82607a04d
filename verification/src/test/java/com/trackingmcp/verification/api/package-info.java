/** The published API, written down: see each module's {@code public-api.txt}. */
@NullMarked
package com.trackingmcp.verification.api;

import org.jspecify.annotations.NullMarked;
