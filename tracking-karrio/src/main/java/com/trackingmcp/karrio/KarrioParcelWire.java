package com.trackingmcp.karrio;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A parcel as Karrio tells it; any member may be missing. */
record KarrioParcelWire(
        @Nullable String id,
        @Nullable BigDecimal weight,
        @Nullable String weight_unit,
        @Nullable BigDecimal length,
        @Nullable BigDecimal width,
        @Nullable BigDecimal height,
        @Nullable String dimension_unit,
        @Nullable String packaging_type,
        @Nullable String package_preset,
        @Nullable String description,
        @Nullable String content,
        @Nullable String reference_number,
        @Nullable Object options,
        @Nullable Object meta) {}
