package com.trackingmcp.dhl;

import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.ErrorReader;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What DHL Express sells to one connection: each part is made when it is first asked for, for most clients only track. Safe
 * for use by many threads.
 *
 * <p>Each part has a door of its own, so that one that is slowed down holds up none of the others. Where a shipment or pickup
 * begins, all ask through the door of the addresses.
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
    private @Nullable DhlPickups pickups;
    private @Nullable DhlLandedCosts landedCosts;
    private @Nullable DhlDocuments documents;
    private @Nullable DhlServicePoints servicePoints;

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

    synchronized DhlPickups pickups() {
        DhlPickups made = pickups;
        if (made == null) {
            made = new DhlPickups(
                    open("express-pickups", new DhlPickupErrors()),
                    origins(),
                    profile,
                    account(),
                    new DhlPickupCheck(context.clock(), account()));
            pickups = made;
        }
        return made;
    }

    synchronized DhlLandedCosts landedCosts() {
        DhlLandedCosts made = landedCosts;
        if (made == null) {
            made = new DhlLandedCosts(open("express-landed-cost"), account(), new DhlLandedCostMapper(profile));
            landedCosts = made;
        }
        return made;
    }

    synchronized DhlDocuments documents() {
        DhlDocuments made = documents;
        if (made == null) {
            made = new DhlDocuments(open("express-documents"), profile, account());
            documents = made;
        }
        return made;
    }

    synchronized DhlServicePoints servicePoints() {
        DhlServicePoints made = servicePoints;
        if (made == null) {
            made = new DhlServicePoints(open("express-service-points"), new DhlServicePointMapper(profile));
            servicePoints = made;
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
        return open(api, new DhlErrors());
    }

    private CarrierHttp open(String api, ErrorReader errors) {
        return DhlExpressDoor.open(config, profile, context, api, errors);
    }

    private DhlShipmentCheck checks() {
        return new DhlShipmentCheck(context.clock(), account());
    }

    private Optional<String> account() {
        return config.expressAccountNumber();
    }
}
