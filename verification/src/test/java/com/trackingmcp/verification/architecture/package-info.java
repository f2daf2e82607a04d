/** The rules between packages and modules. */
@NullMarked
package com.trackingmcp.verification.architecture;

import org.jspecify.annotations.NullMarked;
