/** What happens inside a client, made visible: listeners, metrics, statistics and health. */
@NullMarked
package com.trackingmcp.observe;

import org.jspecify.annotations.NullMarked;
