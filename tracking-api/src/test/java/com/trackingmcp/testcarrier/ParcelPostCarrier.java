package com.trackingmcp.testcarrier;

import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.ErrorReader;
import com.trackingmcp.http.OAuth2Tokens;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.NumberMatch;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One connection to Parcel Post. Safe for use by many threads. */
public final class ParcelPostCarrier implements Carrier {
    private final CarrierProfile profile;
    private final CarrierHttp http;
    private final ParcelPostTracking tracking;

    record Refusal(@Nullable String code, @Nullable String message) {}

    ParcelPostCarrier(ParcelPost.Config config, CarrierContext context) {
        this.profile = new CarrierProfile(ParcelPost.ID, config.connection(), "Parcel Post");
        this.http = context.http(profile)
                .baseUri(config.baseUri())
                .authorization(authorization(config, context))
                .errors(errors())
                .build();
        this.tracking = new ParcelPostTracking(profile, http, context);
    }

    private Authorization authorization(ParcelPost.Config config, CarrierContext context) {
        if (config.login() instanceof ParcelPost.OAuth oauth) {
            CarrierHttp door = context.http(profile)
                    .baseUri(config.baseUri())
                    .errors(errors())
                    .build();
            return new OAuth2Tokens(door, "/oauth/token", oauth.style(), oauth.credentials());
        }
        if (config.login() instanceof ParcelPost.Key key) {
            return Authorization.apiKey("X-Api-Key", key.key());
        }
        if (config.login() instanceof ParcelPost.Basic basic) {
            return Authorization.basic(basic.credentials());
        }
        return ((ParcelPost.Other) config.login()).authorization();
    }

    private static ErrorReader errors() {
        return (response, guess) -> WireJson.tryRead(response, Refusal.class)
                .map(refusal -> guess.carrierCode(refusal.code())
                        .carrierText(refusal.message() == null ? "HTTP " + response.status() : refusal.message()))
                .orElse(guess);
    }

    @Override
    public CarrierProfile profile() {
        return profile;
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return ParcelPostNumbers.match(number.value());
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        return type.isInstance(tracking) ? Optional.of(type.cast(tracking)) : Optional.empty();
    }

    /** Buys a label: what must never be sent twice. */
    public CompletableFuture<CarrierResponse> buyLabel(CallContext call) {
        return http.send(
                CarrierRequest.post("ship")
                        .path("/v1/labels")
                        .json(WireJson.write(Map.of("recipient_name", "Test Person")))
                        .build(),
                call);
    }

    /** Sends any request through the connection's door. */
    public CompletableFuture<CarrierResponse> send(CarrierRequest request, CallContext call) {
        return http.send(request, call);
    }
}
