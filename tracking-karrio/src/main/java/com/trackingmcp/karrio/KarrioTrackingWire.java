package com.trackingmcp.karrio;

import com.trackingmcp.karrio.KarrioErrorWire.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Karrio's JSON of tracking. */
final class KarrioTrackingWire {
    private KarrioTrackingWire() {}

    /** What is asked. */
    record Asked(String tracking_number, String carrier_name) {}

    /** A tracker: what the carrier said when the server asked it last. */
    record Tracker(
            @Nullable String id,
            @Nullable String carrier_name,
            @Nullable String carrier_id,
            @Nullable String tracking_number,
            @Nullable String status,
            @Nullable Boolean delivered,
            @Nullable String estimated_delivery,
            @Nullable List<@Nullable Event> events,
            @Nullable Info info,
            @Nullable List<@Nullable Problem> messages,
            @Nullable String delivery_image_url,
            @Nullable String signature_image_url) {}

    /** A part of the list of trackers. */
    record Trackers(
            @Nullable Integer count,
            @Nullable String next,
            @Nullable List<@Nullable Tracker> results) implements KarrioListing<Tracker> {}

    /** What happened; {@code timestamp} ends in {@code Z} although most connectors write local times there. */
    record Event(
            @Nullable String date,
            @Nullable String time,
            @Nullable String timestamp,
            @Nullable String status,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String description,
            @Nullable String location) {}

    /** What else is told of a parcel; weights and counts come as texts and as numbers. */
    record Info(
            @Nullable String expected_delivery,
            @Nullable String order_id,
            @Nullable String package_weight,
            @Nullable String package_weight_unit,
            @Nullable String shipment_package_count,
            @Nullable String shipment_delivery_date,
            @Nullable String shipment_service,
            @Nullable String shipment_origin_country,
            @Nullable String shipment_origin_postal_code,
            @Nullable String shipment_destination_country,
            @Nullable String shipment_destination_postal_code,
            @Nullable String signed_by) {
        static final Info NOTHING = new Info(null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
