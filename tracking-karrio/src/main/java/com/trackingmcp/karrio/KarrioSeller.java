package com.trackingmcp.karrio;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Note;
import com.trackingmcp.karrio.KarrioShipWire.Price;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.Catalog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection, as what prices and sells there needs it. Immutable.
 *
 * @param door asks in its name
 * @param connection what the server knows it by
 * @param catalog its services and options
 */
record KarrioSeller(KarrioDoor door, KarrioConnection connection, Catalog catalog) {
    /** Where Karrio tells in the {@code meta} of a price which connection it is of. */
    private static final String CONNECTION_ID = "carrier_connection_id";

    /** Whether a price names this connection by the server's id of it. */
    boolean isIdentified(Price price) {
        return KarrioMaps.text(price.meta(), CONNECTION_ID)
                .filter(connection.id()::equals)
                .isPresent();
    }

    /** Whether a price is this connection's: by the server's id of it, else by the carrier and the label. */
    boolean owns(Price price) {
        return isIdentified(price) || isNamed(price.carrier_name(), price.carrier_id());
    }

    /** Whether a note is about this connection. */
    boolean owns(Note note) {
        return isNamed(note.carrier_name(), note.carrier_id());
    }

    /** Whether a shipment was bought with this connection. */
    boolean owns(Stored stored) {
        return isNamed(stored.carrier_name(), stored.carrier_id());
    }

    /** Whether a draft, for which no carrier was chosen yet, was priced here among others; at all of them where it names none. */
    boolean priced(Stored draft) {
        List<String> asked = WireJson.list(draft.carrier_ids());
        return WireText.text(draft.carrier_name()).isEmpty()
                && (asked.isEmpty() || asked.stream().anyMatch(this::isNamed));
    }

    private boolean isNamed(@Nullable String carrierName, @Nullable String label) {
        boolean carrier =
                WireText.text(carrierName).map(connection.carrierName()::equals).orElse(label != null);
        return carrier && WireText.text(label).map(this::isNamed).orElse(carrierName != null);
    }

    /** Karrio takes the id as well as the label wherever it wants a connection. */
    private boolean isNamed(String label) {
        return label.equals(connection.label()) || label.equals(connection.id());
    }
}
