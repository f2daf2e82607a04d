/** Requests and responses against the carriers' own OpenAPI descriptions, which are not part of this project. */
@NullMarked
package com.trackingmcp.verification.spec;

import org.jspecify.annotations.NullMarked;
