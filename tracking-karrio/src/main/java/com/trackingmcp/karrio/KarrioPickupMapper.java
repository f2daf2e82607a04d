package com.trackingmcp.karrio;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.karrio.KarrioPickupWire.Pickup;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupStatus;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads pickups as Karrio tells them. Safe for use by many threads.
 *
 * <p>A pickup is known by the carrier's confirmation number, and by Karrio's id, which {@code details} keeps: it alone where the
 * carrier gave no number. Beside it are Karrio's own {@code meta} and the {@code metadata} that was stored with it.
 */
final class KarrioPickupMapper {
    /** Where the details of a confirmation keep Karrio's id. */
    static final String ID = "karrio_pickup_id";

    /** Source: Karrio's OpenAPI description 2026.1.32, Pickup.status; what is closed is over, it does not tell how. */
    private static final Map<String, PickupStatus> STATUSES = Map.of(
            "scheduled", PickupStatus.SCHEDULED,
            "picked_up", PickupStatus.COMPLETED,
            "cancelled", PickupStatus.CANCELLED,
            "closed", PickupStatus.UNKNOWN);

    private final KarrioDoor door;

    KarrioPickupMapper(KarrioDoor door) {
        this.door = door;
    }

    /** The pickup that was asked for; what Karrio does not repeat is as it was asked for. */
    PickupConfirmation confirmation(Pickup told, PickupRequest asked) {
        PickupConfirmation read = confirmation(told);
        return PickupConfirmation.builder()
                .from(read)
                .date(read.date().or(asked::date))
                .readyTime(read.readyTime().or(asked::readyTime))
                .closeTime(read.closeTime().or(asked::closeTime))
                .address(read.address().or(asked::address))
                .pieces(read.pieces().or(() -> Optional.of(asked.quantity())))
                .instructions(read.instructions().or(asked::instructions))
                .build();
    }

    /** A pickup as it stands there. */
    PickupConfirmation confirmation(Pickup told) {
        String id = WireText.text(told.id()).orElseThrow();
        Optional<String> word = WireText.text(told.status());
        return PickupConfirmation.builder()
                .carrier(door.profile().carrier())
                .connection(door.profile().connection())
                .confirmationNumber(WireText.text(told.confirmation_number()).orElse(id))
                .date(date(told))
                .readyTime(time(told.ready_time()))
                .closeTime(time(told.closing_time()))
                .address(KarrioAddresses.decode(told.address()))
                .pieces(pieces(told))
                .price(price(told))
                .instructions(WireText.text(told.instruction()))
                .status(status(word))
                .carrierStatusCode(word)
                .putAllDetails(KarrioMaps.texts(told.metadata()))
                .putAllDetails(KarrioMaps.texts(told.meta()))
                .putDetails(ID, id)
                .build();
    }

    static Optional<LocalDate> date(Pickup told) {
        return WireTime.dateOf(told.pickup_date()).map(CarrierTime::date);
    }

    static Optional<LocalTime> time(@Nullable String text) {
        return WireTime.time(text);
    }

    private static Optional<Integer> pieces(Pickup told) {
        List<Object> parcels = WireJson.list(told.parcels());
        return Optional.ofNullable(told.parcels_count())
                .or(() -> parcels.isEmpty() ? Optional.empty() : Optional.of(parcels.size()));
    }

    private static Optional<Money> price(Pickup told) {
        KarrioPickupWire.Charge charge = told.pickup_charge();
        return charge == null ? Optional.empty() : KarrioParcels.money(charge.amount(), charge.currency());
    }

    private PickupStatus status(Optional<String> told) {
        Optional<String> word = told.map(text -> text.toLowerCase(Locale.ROOT));
        word.filter(text -> !STATUSES.containsKey(text)).ifPresent(text -> door.unmapped("pickup:" + text));
        return word.map(text -> STATUSES.getOrDefault(text, PickupStatus.UNKNOWN))
                .orElse(PickupStatus.UNKNOWN);
    }

    /** Whether it was called off. */
    static boolean isCancelled(Pickup told) {
        return "cancelled".equalsIgnoreCase(told.status());
    }

    /** Whether it is what was asked for, as far as that is stored. */
    static boolean isAsAsked(Pickup told, PickupRequest asked) {
        return date(told).equals(asked.date())
                && time(told.ready_time()).equals(asked.readyTime())
                && time(told.closing_time()).equals(asked.closeTime())
                && WireText.text(told.instruction())
                        .equals(WireText.text(asked.instructions().orElse(null)))
                && WireText.text(told.package_location())
                        .equals(WireText.text(asked.placeAtAddress().orElse(null)));
    }
}
