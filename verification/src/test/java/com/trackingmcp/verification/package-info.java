/**
 * What no single module can check of itself: the architecture, the published API, and that what the carrier modules and
 * the sandbox say to each other is what the carriers' own descriptions allow.
 */
@NullMarked
package com.trackingmcp.verification;

import org.jspecify.annotations.NullMarked;
