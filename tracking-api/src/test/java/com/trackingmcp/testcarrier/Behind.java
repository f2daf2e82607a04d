package com.trackingmcp.testcarrier;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.GatewayConnection;
import com.trackingmcp.spi.NumberMatch;
import java.util.Optional;

/** A carrier of {@link Gate}: another one, that tells no number of its own. */
public final class Behind implements Carrier {
    private final Carrier carrier;
    private final CarrierProfile profile;

    /** One called as the carrier is, and moved by it. */
    public Behind(Carrier carrier) {
        this(carrier, carrier.profile().carrier().replace("gate:", ""), "label");
    }

    public Behind(Carrier carrier, String mover, String label) {
        this.carrier = carrier;
        CarrierProfile own = carrier.profile();
        this.profile = new CarrierProfile(
                own.carrier(),
                own.connection(),
                own.name(),
                Optional.of(new GatewayConnection(gateway(own.connection()), mover, "car_" + label, label)));
    }

    /** That with whose id the connection's begins. */
    private static String gateway(String connection) {
        int colon = connection.indexOf(':');
        return colon < 0 ? "gate" : connection.substring(0, colon);
    }

    @Override
    public CarrierProfile profile() {
        return profile;
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return NumberMatch.none();
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        return carrier.capability(type);
    }

    @Override
    public Catalog catalog() {
        return carrier.catalog();
    }
}
