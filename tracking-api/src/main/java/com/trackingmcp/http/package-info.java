/**
 * What a carrier module is built on, in-house or third-party: HTTP with authorisation, deadlines, retries and bounded
 * bodies, and lenient reading of what carriers send.
 */
@NullMarked
package com.trackingmcp.http;

import org.jspecify.annotations.NullMarked;
