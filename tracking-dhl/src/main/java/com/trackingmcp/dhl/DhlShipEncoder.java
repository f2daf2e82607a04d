package com.trackingmcp.dhl;

import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a purchase. Stateless. */
final class DhlShipEncoder {
    /** Ties each label to its parcel, where they are several. */
    private static final List<DhlBody.Wish> LABELS_BY_PARCEL = List.of(new DhlBody.Wish("linkLabelsByPieces", true));

    private DhlShipEncoder() {}

    /** A request that was checked, with a service and a reference. */
    static DhlShipWire.Order encode(ShipmentRequest request, Optional<String> account, OffsetDateTime planned) {
        DhlMeasures measures = DhlMeasures.of(request);
        DhlOptions options = DhlOptions.of(request);
        return new DhlShipWire.Order(
                DhlOrigins.written(planned),
                DhlShipWire.Pickup.none(),
                request.service().orElseThrow(),
                localProduct(request, options),
                true,
                DhlPayers.of(request, account),
                DhlServices.of(request),
                DhlImages.of(request),
                DhlPackages.references(request.references()),
                parties(request),
                content(request, measures, planned),
                request.tradeDocuments().isEmpty() ? null : DhlTradeDocuments.images(request.tradeDocuments()),
                options.text(DhlOptions.SERVICE_POINT)
                        .map(point -> new DhlShipWire.OnDemand("servicepoint", point))
                        .orElse(null),
                notices(options),
                DhlBody.Wish.committedDelivery(),
                request.parcels().size() > 1 ? LABELS_BY_PARCEL : null);
    }

    /** What the quote said the product is called in the country it is bought in. */
    private static @Nullable String localProduct(ShipmentRequest request, DhlOptions options) {
        return options.text(DhlOptions.LOCAL_PRODUCT)
                .or(() -> request.quoted()
                        .map(Rate::details)
                        .flatMap(details -> Optional.ofNullable(details.get(DhlRateMapper.LOCAL_PRODUCT))))
                .orElse(null);
    }

    /** Who ships for somebody else hands the parcels over; the somebody is the exporter. */
    private static DhlShipWire.Parties parties(ShipmentRequest request) {
        return new DhlShipWire.Parties(
                DhlParties.party(request.sender().orElseThrow()),
                DhlParties.party(request.recipient().orElseThrow()),
                request.shipper().map(DhlParties::party).orElse(null));
    }

    private static DhlShipWire.Content content(ShipmentRequest request, DhlMeasures measures, OffsetDateTime planned) {
        Optional<Money> value = DhlGoods.value(request);
        return new DhlShipWire.Content(
                DhlPackages.shipped(request, measures),
                DhlGoods.isDeclarable(request),
                value.map(money -> DhlMeasures.plain(money.amount())).orElse(null),
                value.map(money -> money.currency().getCurrencyCode()).orElse(null),
                DhlExport.declaration(request, measures, planned.toLocalDate()),
                DhlShipmentCheck.shortened(DhlGoods.description(request).orElse("")),
                DhlOptions.of(request).text(DhlOptions.US_FILING).orElse(null),
                DhlExport.incoterm(request),
                measures.word());
    }

    private static @Nullable List<DhlShipWire.Notice> notices(DhlOptions options) {
        return options.text(DhlOptions.NOTIFY_EMAIL)
                .map(address -> List.of(new DhlShipWire.Notice(
                        "email",
                        address,
                        options.text(DhlOptions.NOTIFY_MESSAGE).orElse(null))))
                .orElse(null);
    }
}
