package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.StoredShipment;
import com.trackingmcp.spi.CarrierProfile;
import java.util.Optional;

/** Reads shipments as the server stores them. Immutable. */
final class KarrioStoredMapper {
    private final KarrioDoor door;
    private final KarrioPapers papers;
    private final KarrioShipmentMapper mapper;

    KarrioStoredMapper(KarrioDoor door) {
        this.door = door;
        this.papers = new KarrioPapers(door);
        this.mapper = new KarrioShipmentMapper(door);
    }

    StoredShipment stored(Stored told) {
        boolean bought =
                KarrioShipmentStatus.isBought(told) || KarrioShipmentStatus.is(told, KarrioShipmentStatus.CANCELLED);
        // a return is stored as the way out: who sends it is its recipient
        boolean back = Boolean.TRUE.equals(told.is_return());
        return StoredShipment.builder()
                .carrier(carrier(told))
                .connection(connection(told))
                .id(WireText.text(told.id()).orElse(""))
                .status(KarrioShipmentStatus.of(told.status()))
                .carrierStatusCode(WireText.text(told.status()))
                .trackingNumber(WireText.text(told.tracking_number()))
                .carrierShipmentId(WireText.text(told.shipment_identifier()))
                .service(KarrioShipmentMapper.service(told))
                .sender(KarrioAddresses.decode(back ? told.recipient() : told.shipper()))
                .recipient(KarrioAddresses.decode(back ? told.shipper() : told.recipient()))
                .pieceCount(Optional.of(list(told.parcels()).size()).filter(count -> count > 0))
                .references(KarrioShipmentMapper.references(told))
                .orderId(WireText.text(told.order_id()))
                .price(Optional.ofNullable(told.selected_rate())
                        .filter(price -> bought)
                        .flatMap(KarrioPrices::total))
                .created(KarrioShipmentMapper.created(told))
                .documents(papers.linked(told))
                .metadata(KarrioMaps.texts(told.metadata()))
                .details(mapper.details(told))
                .alerts(KarrioNotes.alerts(told.messages()))
                .test(Optional.ofNullable(told.test_mode()))
                .build();
    }

    /** Of a connection it is clear whose it is; the gateway tells it of each. */
    private String carrier(Stored told) {
        CarrierProfile profile = door.profile();
        return profile.gateway().isPresent()
                ? profile.carrier()
                : WireText.text(told.carrier_name())
                        .map(name -> profile.carrier() + ":" + name)
                        .orElse(profile.carrier());
    }

    private String connection(Stored told) {
        CarrierProfile profile = door.profile();
        return profile.gateway().isPresent()
                ? profile.connection()
                : WireText.text(told.carrier_id())
                        .map(label -> profile.connection() + ":" + label)
                        .orElse(profile.connection());
    }
}
