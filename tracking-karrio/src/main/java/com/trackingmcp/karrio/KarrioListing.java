package com.trackingmcp.karrio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list as Karrio answers it; the record that implements it says of what. */
interface KarrioListing<W> {
    /** How many there are in all. */
    @Nullable
    Integer count();

    /** Where the next part is; only whether there is one counts, for the host may be an inner one. */
    @Nullable
    String next();

    /** The part. */
    @Nullable
    List<@Nullable W> results();
}
