/** What the documentation shows must work. */
@NullMarked
package com.trackingmcp.verification.docs;

import org.jspecify.annotations.NullMarked;
