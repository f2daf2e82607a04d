package com.trackingmcp.dhl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of DHL's Location Finder; any member may be missing.
 *
 * <p>Its description calls {@code provider} {@code providerType} and misspells {@code serviceTypes}; both are read.
 */
final class DhlLocationWire {
    private DhlLocationWire() {}

    record Answer(@Nullable List<@Nullable Place> locations) {}

    record Place(
            @Nullable String name,
            @Nullable String distance,
            @Nullable Location location,
            @Nullable Spot place,
            @Nullable List<@Nullable Hours> openingHours,
            @Nullable List<@Nullable Closure> closurePeriods,
            @Nullable List<@Nullable String> serviceTypes,
            @Nullable List<@Nullable String> seviceTypes) {}

    record Location(
            @Nullable List<@Nullable Id> ids,
            @Nullable String keyword,
            @Nullable String keywordId,
            @Nullable String type) {}

    record Id(
            @Nullable String locationId,
            @Nullable String provider,
            @Nullable String providerType) {}

    record Spot(
            @Nullable Postal address,
            @Nullable Geo geo,
            @Nullable Containing containedInPlace) {}

    record Containing(@Nullable String name) {}

    record Postal(
            @Nullable String countryCode,
            @Nullable String postalCode,
            @Nullable String addressLocality,
            @Nullable String streetAddress) {}

    record Geo(@Nullable String latitude, @Nullable String longitude) {}

    record Hours(
            @Nullable String opens,
            @Nullable String closes,
            @Nullable String dayOfWeek) {}

    record Closure(
            @Nullable String type,
            @Nullable String fromDate,
            @Nullable String toDate) {}
}
