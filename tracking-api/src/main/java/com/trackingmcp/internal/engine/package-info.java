/**
 * The engine between the client and its carriers. Not for use outside this library.
 *
 * <p>How a number travels: a caller's {@code Question} joins or starts one {@code Search} for each of its numbers; a
 * search asks carriers stage by stage, with one {@code Ask} in the {@code Lane} of each; a lane forms a {@code Batch} of
 * asks when its {@code Permits} allow; the answers go back the same way, into the {@code ResultCache}, and to everybody
 * who joined. {@code Searches} are the verbs that need none of this: by reference, and proofs of delivery.
 */
@NullMarked
package com.trackingmcp.internal.engine;

import org.jspecify.annotations.NullMarked;
