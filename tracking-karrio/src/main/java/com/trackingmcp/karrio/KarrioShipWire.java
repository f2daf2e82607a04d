package com.trackingmcp.karrio;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices and shipments as Karrio tells them; any member may be missing. */
final class KarrioShipWire {
    private KarrioShipWire() {}

    /** What one service costs. */
    record Price(
            @Nullable String id,
            @Nullable String carrier_name,
            @Nullable String carrier_id,
            @Nullable String currency,
            @Nullable String service,
            @Nullable BigDecimal total_charge,
            @Nullable Integer transit_days,
            @Nullable List<@Nullable Part> extra_charges,
            @Nullable String estimated_delivery,
            @Nullable Object meta) {}

    /** A part of a price. */
    record Part(
            @Nullable String name,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String id) {}

    /** What a carrier said; the code may be any JSON, and so may the message. */
    record Note(
            @Nullable Object code,
            @Nullable Object message,
            @Nullable String level,
            @Nullable String carrier_name,
            @Nullable String carrier_id) {}

    /** The answer to a question for prices. */
    record Prices(
            @Nullable List<@Nullable Price> rates, @Nullable List<@Nullable Note> messages) {}

    /** A shipment, bought or not. */
    record Stored(
            @Nullable String id,
            @Nullable String status,
            @Nullable String carrier_name,
            @Nullable String carrier_id,
            @Nullable List<@Nullable String> carrier_ids,
            @Nullable String service,
            @Nullable String selected_rate_id,
            @Nullable Price selected_rate,
            @Nullable List<@Nullable Price> rates,
            @Nullable List<@Nullable Note> messages,
            @Nullable String tracking_number,
            @Nullable String shipment_identifier,
            @Nullable String tracking_url,
            @Nullable String tracker_id,
            @Nullable String label_type,
            @Nullable String label_url,
            @Nullable String invoice_url,
            @Nullable List<@Nullable Paper> shipping_documents,
            @Nullable KarrioAddressWire shipper,
            @Nullable KarrioAddressWire recipient,
            @Nullable List<@Nullable Piece> parcels,
            @Nullable String reference,
            @Nullable String order_id,
            @Nullable Object meta,
            @Nullable Object metadata,
            @Nullable Boolean is_return,
            @Nullable Boolean test_mode,
            @Nullable String created_at) {}

    /** A parcel of a shipment. */
    record Piece(@Nullable String id, @Nullable String reference_number) {}

    /** A label or paper: its bytes, or where it is. */
    record Paper(
            @Nullable String category,
            @Nullable String format,
            @Nullable String print_format,
            @Nullable String url,
            @Nullable String base64) {}

    /** A part of the list of shipments. */
    record Shipments(
            @Nullable Integer count,
            @Nullable String next,
            @Nullable List<@Nullable Stored> results) implements KarrioListing<Stored> {}
}
