package com.trackingmcp.ups;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.AddressCapability;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.ShippingCapability;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection to UPS. Safe for use by many threads; lives as long as its client. What only tracks is not kept waiting
 * for what sells: that is made when it is first asked for.
 */
final class UpsCarrier implements Carrier {
    static final String ID = "ups";

    private final CarrierProfile profile;
    private final UpsDoors doors;
    private final UpsTracking tracking;
    private @Nullable UpsRating rating;
    private @Nullable UpsShipping shipping;
    private @Nullable UpsAddresses addresses;

    UpsCarrier(UpsConfig config, CarrierContext context) {
        this.profile = new CarrierProfile(ID, config.connection(), "UPS");
        this.doors = new UpsDoors(config, context, profile);
        this.tracking = new UpsTracking(doors.open("track"), profile, context, config.accountNumber());
    }

    @Override
    public CarrierProfile profile() {
        return profile;
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return UpsNumbers.match(number.value());
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        if (type == RatingCapability.class) {
            return Optional.of(type.cast(rating()));
        }
        if (type == ShippingCapability.class) {
            return Optional.of(type.cast(shipping()));
        }
        if (type == AddressCapability.class) {
            return Optional.of(type.cast(addresses()));
        }
        return type.isInstance(tracking) ? Optional.of(type.cast(tracking)) : Optional.empty();
    }

    @Override
    public Catalog catalog() {
        return UpsCatalog.catalog();
    }

    private synchronized UpsRating rating() {
        if (rating == null) {
            rating = new UpsRating(doors, profile);
        }
        return rating;
    }

    private synchronized UpsShipping shipping() {
        if (shipping == null) {
            shipping = new UpsShipping(doors, profile);
        }
        return shipping;
    }

    private synchronized UpsAddresses addresses() {
        if (addresses == null) {
            addresses = new UpsAddresses(doors, profile);
        }
        return addresses;
    }
}
