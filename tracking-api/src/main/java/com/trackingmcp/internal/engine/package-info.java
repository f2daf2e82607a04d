/**
 * The engine between the client and its carriers. Not for use outside this library.
 *
 * <p>How a number travels: a caller's {@code Question} joins or starts one {@code Search} for each of its numbers, in the
 * {@code TrackingEngine}; by the {@code Routing} a search asks carriers stage by stage, with one {@code Ask} in the
 * {@code Lane} of each; a lane takes a {@code Batch} of asks out of its {@code LaneQueue} when its {@code Permits} allow;
 * {@code Dispatch} sends it, splits it where it is refused, and brings an outcome for each number back to the engine,
 * which puts it into the {@code ResultCache} and tells everybody who joined. {@code Searches} are the verbs that need none
 * of this: by reference, and proofs of delivery.
 */
@NullMarked
package com.trackingmcp.internal.engine;

import org.jspecify.annotations.NullMarked;
