/** Many numbers of many carriers at once. */
@NullMarked
package com.trackingmcp.verification.batch;

import org.jspecify.annotations.NullMarked;
