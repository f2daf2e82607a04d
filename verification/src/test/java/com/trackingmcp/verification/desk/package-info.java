/** What a shipping desk does besides buying labels, carrier beside carrier. */
@NullMarked
package com.trackingmcp.verification.desk;

import org.jspecify.annotations.NullMarked;
