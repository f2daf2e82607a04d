/** The engine over the carriers' wire formats, on good days and on bad ones. */
@NullMarked
package com.trackingmcp.verification.engine;

import org.jspecify.annotations.NullMarked;
