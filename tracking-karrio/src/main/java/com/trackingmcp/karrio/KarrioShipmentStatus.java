package com.trackingmcp.karrio;

import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.ShipmentStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Karrio's words for the state of a shipment mean. Stateless.
 *
 * <p>Source: the states of a shipment in Karrio's OpenAPI description 2026.1.32 (Shipment.status), all nine.
 */
final class KarrioShipmentStatus {
    static final String DRAFT = "draft";
    static final String CANCELLED = "cancelled";

    private static final Map<String, ShipmentStatus> WORDS = new TreeMap<>(Map.of(
            DRAFT,
            ShipmentStatus.DRAFT,
            "created",
            ShipmentStatus.CREATED,
            "shipped",
            ShipmentStatus.IN_TRANSIT,
            "in_transit",
            ShipmentStatus.IN_TRANSIT,
            "out_for_delivery",
            ShipmentStatus.OUT_FOR_DELIVERY,
            "delivered",
            ShipmentStatus.DELIVERED,
            "needs_attention",
            ShipmentStatus.EXCEPTION,
            "delivery_failed",
            ShipmentStatus.DELIVERY_ATTEMPTED,
            CANCELLED,
            ShipmentStatus.CANCELLED));

    private static final Set<ShipmentStatus> NOT_BOUGHT =
            Set.of(ShipmentStatus.DRAFT, ShipmentStatus.CANCELLED, ShipmentStatus.UNKNOWN);

    private KarrioShipmentStatus() {}

    /** What a word means. */
    static ShipmentStatus of(@Nullable String word) {
        return word(word).map(WORDS::get).orElse(ShipmentStatus.UNKNOWN);
    }

    /** Whether a word is known. */
    static boolean knows(String word) {
        return word(word).filter(WORDS::containsKey).isPresent();
    }

    /** Karrio's words for any of these; none where Karrio has no word for them. */
    static List<String> words(Set<ShipmentStatus> wanted) {
        return WORDS.entrySet().stream()
                .filter(word -> wanted.contains(word.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Whether a label was bought, and is not cancelled; of a word that is not known, by its tracking number, for only what was
     * bought has one.
     */
    static boolean isBought(Stored stored) {
        ShipmentStatus status = of(stored.status());
        return status == ShipmentStatus.UNKNOWN
                ? WireText.text(stored.tracking_number()).isPresent()
                : !NOT_BOUGHT.contains(status);
    }

    static boolean is(Stored stored, String word) {
        return word(stored.status()).filter(word::equals).isPresent();
    }

    private static Optional<String> word(@Nullable String word) {
        return WireText.text(word).map(text -> text.toLowerCase(Locale.ROOT));
    }
}
