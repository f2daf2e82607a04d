/**
 * Prices and places as the fulfillment of the Universal Commerce Protocol, tag {@code v2026-04-08} of
 * {@code Universal-Commerce-Protocol/ucp}.
 */
@NullMarked
package com.trackingmcp.mcp.internal.ucp;

import org.jspecify.annotations.NullMarked;
