/**
 * A sandbox that speaks the carriers' own wire formats, for tests that go through real HTTP without reaching a carrier.
 *
 * <p>Start at {@link com.trackingmcp.testkit.CarrierSandbox}; the numbers it knows from the beginning are in
 * {@link com.trackingmcp.testkit.SandboxNumbers}.
 */
@NullMarked
package com.trackingmcp.testkit;

import org.jspecify.annotations.NullMarked;
