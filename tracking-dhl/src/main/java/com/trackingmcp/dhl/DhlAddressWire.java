package com.trackingmcp.dhl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of MyDHL's address validation; any member may be missing. */
final class DhlAddressWire {
    private DhlAddressWire() {}

    record Answer(
            @Nullable List<@Nullable String> warnings,
            @Nullable List<@Nullable Area> address) {}

    /** A postal code or city that DHL serves: no street, no house. */
    record Area(
            @Nullable String countryCode,
            @Nullable String postalCode,
            @Nullable String cityName,
            @Nullable String countyName,
            @Nullable ServiceArea serviceArea) {}

    record ServiceArea(
            @Nullable String code,
            @Nullable String description,
            @Nullable String GMTOffset) {}
}
