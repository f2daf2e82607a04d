/**
 * DHL as one carrier over three of its APIs: MyDHL for Express, eCommerce Americas, and unified tracking for all of its
 * divisions.
 *
 * <p>The way of one number: {@code DhlTracking} takes it, {@code DhlRounds} sends it from API to API in the order
 * {@code DhlApi} gives for its shape, and {@code DhlExpressTracking}, {@code DhlEcommerceTracking} or
 * {@code DhlUnifiedTracking} asks over HTTP. The answer is read into the {@code …Wire} records of that API and turned
 * into the common model by its {@code …Mapper}, which asks {@code DhlStatus} what a code means and {@code DhlHistory}
 * what all events say together. {@code DhlErrors} reads refusals of all three.
 */
@NullMarked
package com.trackingmcp.dhl;

import org.jspecify.annotations.NullMarked;
