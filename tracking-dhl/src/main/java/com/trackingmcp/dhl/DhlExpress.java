package com.trackingmcp.dhl;

import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What DHL Express sells to one connection: each part is made when it is first asked for, for most clients only track. Safe
 * for use by many threads.
 *
 * <p>Prices, labels and addresses have a door each, so that one that is slowed down holds up none of the others. Where a
 * shipment begins, prices and labels ask through the door of the addresses.
 */
final class DhlExpress {
    private final DhlConfig config;
    private final CarrierProfile profile;
    private final CarrierContext context;
    private @Nullable CarrierHttp areas;
    private @Nullable DhlOrigins origins;
    private @Nullable DhlRating rating;
    private @Nullable DhlShipping shipping;
    private @Nullable DhlAddresses addresses;

    DhlExpress(DhlConfig config, CarrierProfile profile, CarrierContext context) {
        this.config = config;
        this.profile = profile;
        this.context = context;
    }

    synchronized DhlRating rating() {
        DhlRating made = rating;
        if (made == null) {
            made = new DhlRating(open("express-rates"), origins(), account(), checks(), new DhlRateMapper(profile));
            rating = made;
        }
        return made;
    }

    synchronized DhlShipping shipping() {
        DhlShipping made = shipping;
        if (made == null) {
            CarrierHttp door = open("express-shipments");
            made = new DhlShipping(
                    door,
                    origins(),
                    checks(),
                    new DhlShipMapper(profile, account()),
                    new DhlRecovery(door, profile, account(), context.clock()),
                    context.clock());
            shipping = made;
        }
        return made;
    }

    synchronized DhlAddresses addresses() {
        DhlAddresses made = addresses;
        if (made == null) {
            made = new DhlAddresses(areas(), profile);
            addresses = made;
        }
        return made;
    }

    private DhlOrigins origins() {
        DhlOrigins made = origins;
        if (made == null) {
            made = new DhlOrigins(areas(), context.clock());
            origins = made;
        }
        return made;
    }

    private CarrierHttp areas() {
        CarrierHttp made = areas;
        if (made == null) {
            made = open("express-addresses");
            areas = made;
        }
        return made;
    }

    private CarrierHttp open(String api) {
        return DhlExpressDoor.open(config, profile, context, api);
    }

    private DhlShipmentCheck checks() {
        return new DhlShipmentCheck(context.clock(), account());
    }

    private Optional<String> account() {
        return config.expressAccountNumber();
    }
}
