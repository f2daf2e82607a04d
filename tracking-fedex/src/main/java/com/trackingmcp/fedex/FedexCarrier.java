package com.trackingmcp.fedex;

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
import com.trackingmcp.spi.TrackingCapability;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection to FedEx. Safe for use by many threads; lives as long as its client.
 *
 * <p>What rates, ships and looks at addresses is made when somebody first asks for it: most clients only track.
 */
final class FedexCarrier implements Carrier {
    static final String ID = "fedex";

    private final FedexConfig config;
    private final CarrierContext context;
    private final CarrierProfile profile;
    private final FedexTracking tracking;
    private @Nullable Selling selling;

    FedexCarrier(FedexConfig config, CarrierContext context) {
        this.config = config;
        this.context = context;
        this.profile = new CarrierProfile(ID, config.connection(), "FedEx");
        this.tracking = new FedexTracking(config, profile, context);
    }

    /** What was made on first use. */
    private record Selling(FedexRating rating, FedexShipping shipping, FedexAddresses addresses) {}

    @Override
    public CarrierProfile profile() {
        return profile;
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return FedexNumbers.match(number.value());
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        if (type == TrackingCapability.class) {
            return Optional.of(type.cast(tracking));
        }
        if (type == RatingCapability.class) {
            return Optional.of(type.cast(selling().rating()));
        }
        if (type == ShippingCapability.class) {
            return Optional.of(type.cast(selling().shipping()));
        }
        return type == AddressCapability.class ? Optional.of(type.cast(selling().addresses())) : Optional.empty();
    }

    private synchronized Selling selling() {
        Selling known = selling;
        if (known == null) {
            FedexSales sales = new FedexSales(config, profile, context);
            known = new Selling(
                    new FedexRating(sales), new FedexShipping(sales, config, tracking), new FedexAddresses(sales));
            selling = known;
        }
        return known;
    }

    @Override
    public Catalog catalog() {
        return FedexCatalog.get();
    }
}
