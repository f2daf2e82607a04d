/** Credentials, tokens and people's addresses under attack: everything that is told is searched for them. */
@NullMarked
package com.trackingmcp.reliability.secret;

import org.jspecify.annotations.NullMarked;
