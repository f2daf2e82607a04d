package com.trackingmcp.ups;

import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.OAuth2Tokens;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.NumberMatch;
import java.util.Optional;

/** One connection to UPS. Safe for use by many threads; lives as long as its client. */
final class UpsCarrier implements Carrier {
    static final String ID = "ups";

    private final CarrierProfile profile;
    private final UpsTracking tracking;

    UpsCarrier(UpsConfig config, CarrierContext context) {
        this.profile = new CarrierProfile(ID, config.connection(), "UPS");
        CarrierHttp tokenDoor = context.http(profile)
                .baseUri(config.baseUri())
                .errors(new UpsErrors())
                .build();
        CarrierHttp http = context.http(profile)
                .api("track")
                .quota(config.quota())
                .baseUri(config.baseUri())
                .authorization(new OAuth2Tokens(
                        tokenDoor, "/security/v1/oauth/token", OAuth2Tokens.Style.BASIC, config.credentials()))
                .errors(new UpsErrors())
                .build();
        this.tracking = new UpsTracking(http, profile, context, config.accountNumber());
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
        return type.isInstance(tracking) ? Optional.of(type.cast(tracking)) : Optional.empty();
    }
}
