package com.trackingmcp.testcarrier;

import com.trackingmcp.http.OAuth2Tokens;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.SettingsReader;
import java.util.List;
import java.util.Optional;

/** What ServiceLoader would find of Parcel Post. */
public final class ParcelPostProvider implements CarrierProvider {
    public static final String CLIENT_ID = "PARCELPOST_CLIENT_ID";
    public static final String CLIENT_SECRET = "PARCELPOST_CLIENT_SECRET";
    public static final String BASE_URL = "PARCELPOST_BASE_URL";

    @Override
    public String carrierId() {
        return ParcelPost.ID;
    }

    @Override
    public List<String> settings() {
        return List.of(CLIENT_ID, CLIENT_SECRET, BASE_URL);
    }

    @Override
    public Optional<CarrierFactory> configure(ConfigSource config) {
        SettingsReader settings = new SettingsReader(ParcelPost.ID, config);
        return settings.credentials(CLIENT_ID, CLIENT_SECRET)
                .map(credentials ->
                        ParcelPost.carrier(ParcelPost.at(settings.uri(BASE_URL).orElse(ParcelPost.PRODUCTION))
                                .withLogin(new ParcelPost.OAuth(OAuth2Tokens.Style.FORM, credentials))));
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return ParcelPostNumbers.match(number.value());
    }
}
