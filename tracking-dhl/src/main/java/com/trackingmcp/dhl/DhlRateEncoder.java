package com.trackingmcp.dhl;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.ShipmentRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the question for prices. Stateless. */
final class DhlRateEncoder {
    /** MyDHL takes no more with a question; the payer of duties changes no price of the carriage. */
    private static final int MOST_ACCOUNTS = 2;

    private DhlRateEncoder() {}

    static DhlRateWire.Question encode(ShipmentRequest request, Optional<String> account, OffsetDateTime planned) {
        DhlMeasures measures = DhlMeasures.of(request);
        DhlOptions options = DhlOptions.of(request);
        return new DhlRateWire.Question(
                new DhlRateWire.Parties(
                        place(request.sender().orElseThrow()),
                        place(request.recipient().orElseThrow())),
                DhlPayers.of(request, account).stream().limit(MOST_ACCOUNTS).toList(),
                DhlServices.priced(request),
                DhlPayers.payer(request).flatMap(BillingAccount::country).orElse(null),
                DhlOrigins.written(planned),
                measures.word(),
                DhlGoods.isDeclarable(request),
                amounts(request),
                DhlBody.Wish.committedDelivery(),
                options.flag(DhlOptions.NEXT_BUSINESS_DAY) ? true : null,
                options.text(DhlOptions.PRODUCT_TYPE).orElse(null),
                DhlPackages.priced(request.parcels(), measures));
    }

    /** The key of the postal code must be there, even where the country has none. */
    static DhlRateWire.Place place(Address address) {
        return new DhlRateWire.Place(
                DhlParties.filled(address.postalCode()).orElse(""),
                DhlParties.filled(address.city()).orElse(""),
                address.country().orElse(""),
                DhlParties.province(address));
    }

    private static @Nullable List<DhlRateWire.Amount> amounts(ShipmentRequest request) {
        return DhlGoods.value(request)
                .map(value -> List.of(new DhlRateWire.Amount(
                        "declaredValue",
                        DhlMeasures.plain(value.amount()),
                        value.currency().getCurrencyCode())))
                .orElse(null);
    }
}
