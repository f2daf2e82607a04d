package com.trackingmcp.karrio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of Karrio's pickups; any member of an answer may be missing. */
final class KarrioPickupWire {
    private KarrioPickupWire() {}

    /** A booking; of a change, with the number of what is changed. */
    record Order(
            @Nullable String carrier_code,
            @Nullable String confirmation_number,
            String pickup_date,
            String ready_time,
            String closing_time,
            Map<String, Object> address,
            @Nullable List<String> tracking_numbers,
            @Nullable Integer parcels_count,
            @Nullable String instruction,
            @Nullable String package_location,
            @Nullable Map<String, Object> options,
            @Nullable Map<String, Object> metadata) {}

    record Cancel(@Nullable String reason) {}

    record Pickup(
            @Nullable String id,
            @Nullable String status,
            @Nullable String carrier_id,
            @Nullable String confirmation_number,
            @Nullable String pickup_date,
            @Nullable String ready_time,
            @Nullable String closing_time,
            @Nullable Charge pickup_charge,
            @Nullable KarrioAddressWire address,
            @Nullable List<@Nullable Object> parcels,
            @Nullable Integer parcels_count,
            @Nullable String instruction,
            @Nullable String package_location,
            @Nullable Object meta,
            @Nullable Object metadata) {}

    record Charge(
            @Nullable String name,
            @Nullable BigDecimal amount,
            @Nullable String currency) {}

    record Pickups(
            @Nullable Integer count,
            @Nullable String next,
            @Nullable List<@Nullable Pickup> results) implements KarrioListing<Pickup> {}
}
