/**
 * The immutable values of the public API: what is asked and what is answered, in one vocabulary for all carriers.
 *
 * <p>Every value round-trips through JSON (snake_case, ISO-8601 times, amounts as decimal strings) with
 * {@link com.trackingmcp.model.ModelJson}. What a carrier may not say is an {@code Optional}; nothing is made up.
 */
@ImmutableStyle
@NullMarked
package com.trackingmcp.model;

import org.jspecify.annotations.NullMarked;
