package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.karrio.KarrioPapers.Prints;
import com.trackingmcp.karrio.KarrioShipWire.Price;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedParcel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads shipments that were bought. Immutable.
 *
 * <p>The details hold Karrio's own {@code meta} by its names, and beside it {@code tracker_id},
 * {@code shipment_identifier} (what the carrier knows it by), {@code selected_rate_id} and {@code tracking_url}.
 */
final class KarrioShipmentMapper {
    private static final String NUMBERS = "tracking_numbers";

    private final KarrioDoor door;

    KarrioShipmentMapper(KarrioDoor door) {
        this.door = door;
    }

    /** A shipment that was bought just now. */
    Shipment bought(Stored stored, Prints prints, ShipmentRequest request) {
        return shipment(stored, prints, request.parcels())
                .created(door.clock().instant())
                .references(request.references())
                .idempotencyKey(request.idempotencyKey())
                .build();
    }

    /** A shipment that was bought before. */
    Shipment recovered(Stored stored, Prints prints) {
        return shipment(stored, prints, List.of())
                .created(created(stored))
                .references(references(stored))
                .idempotencyKey(KarrioMaps.text(stored.metadata(), KarrioShipRequests.KEY))
                .build();
    }

    private Shipment.Builder shipment(Stored stored, Prints prints, List<Parcel> parcels) {
        Optional<Price> price = Optional.ofNullable(stored.selected_rate());
        Shipment.Builder shipment = Shipment.builder()
                .carrier(door.profile().carrier())
                .connection(door.profile().connection())
                .id(WireText.text(stored.id()).orElseThrow())
                .trackingNumber(trackingNumber(stored))
                .parcels(pieces(stored, parcels))
                .documents(prints.documents())
                .service(service(stored))
                .serviceName(serviceName(stored))
                .price(price.flatMap(KarrioPrices::total))
                .charges(price.map(KarrioPrices::charges).orElse(List.of()))
                .delivery(price.flatMap(KarrioPrices::delivery))
                .details(details(stored))
                .alerts(KarrioNotes.alerts(stored.messages()));
        shipment.addAllAlerts(prints.alerts());
        return shipment;
    }

    /** What was bought without a number is known by what the carrier, else Karrio, calls it. */
    private static String trackingNumber(Stored stored) {
        return WireText.first(stored.tracking_number(), stored.shipment_identifier(), stored.id())
                .orElseThrow();
    }

    private List<ShippedParcel> pieces(Stored stored, List<Parcel> parcels) {
        List<String> numbers = numbers(stored);
        List<ShippedParcel> shipped = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            shipped.add(ShippedParcel.builder()
                    .trackingNumber(numbers.get(i))
                    .references(i < parcels.size() ? parcels.get(i).references() : List.of())
                    .build());
        }
        return shipped;
    }

    /**
     * The number of each parcel, which may be that of the shipment. The {@code reference_number} of a parcel is none of these:
     * where the carrier gives a parcel no number of its own, it is still the sender's. Source: {@code process_parcel_refs} in
     * modules/core/karrio/server/core/gateway.py of karrioapi/karrio.
     */
    static List<String> numbers(Stored stored) {
        List<String> own = KarrioMaps.list(stored.meta(), NUMBERS);
        return IntStream.range(0, Math.max(list(stored.parcels()).size(), 1))
                .mapToObj(index -> index < own.size() ? own.get(index) : trackingNumber(stored))
                .toList();
    }

    static Optional<String> service(Stored stored) {
        return WireText.text(stored.service())
                .or(() -> Optional.ofNullable(stored.selected_rate()).flatMap(price -> WireText.text(price.service())));
    }

    private static Optional<String> serviceName(Stored stored) {
        return KarrioMaps.text(stored.meta(), "service_name")
                .or(() -> Optional.ofNullable(stored.selected_rate()).flatMap(KarrioPrices::serviceName));
    }

    /** When it was stored; without an offset it is not known when that was. */
    static Optional<Instant> created(Stored stored) {
        return WireTime.parse(stored.created_at()).flatMap(CarrierTime::instant);
    }

    /** What it is known by, the reference it was given first. */
    static List<Reference> references(Stored stored) {
        Map<String, String> others = new TreeMap<>(KarrioMaps.texts(stored.metadata()));
        return Stream.concat(
                        WireText.text(stored.reference()).stream(),
                        others.entrySet().stream()
                                .filter(entry -> entry.getKey().startsWith(KarrioShipRequests.REFERENCE))
                                .map(Map.Entry::getValue))
                .map(Reference::of)
                .toList();
    }

    /** What Karrio adds of its own. */
    Map<String, String> details(Stored stored) {
        Map<String, String> details = new LinkedHashMap<>(KarrioMaps.texts(stored.meta()));
        put(details, "tracker_id", WireText.text(stored.tracker_id()));
        put(details, "shipment_identifier", WireText.text(stored.shipment_identifier()));
        put(details, "selected_rate_id", WireText.text(stored.selected_rate_id()));
        put(
                details,
                "tracking_url",
                WireText.text(stored.tracking_url()).flatMap(door::link).map(Object::toString));
        put(details, "test_mode", Optional.ofNullable(stored.test_mode()).map(String::valueOf));
        return details;
    }

    private static void put(Map<String, String> details, String name, Optional<String> value) {
        value.ifPresent(text -> details.put(name, text));
    }
}
