package com.trackingmcp.ups;

import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.ErrorReader;
import com.trackingmcp.http.OAuth2Tokens;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The doors of one connection to UPS: one for each of its APIs, so that a pause of one holds up no other, and one token for
 * all. Safe for use by many threads.
 */
final class UpsDoors {
    private static final String TOKENS = "/security/v1/oauth/token";
    private final UpsConfig config;
    private final CarrierContext context;
    private final CarrierProfile profile;
    private final Authorization tokens;

    UpsDoors(UpsConfig config, CarrierContext context, CarrierProfile profile) {
        this.config = config;
        this.context = context;
        this.profile = profile;
        CarrierHttp tokenDoor = context.http(profile)
                .baseUri(config.baseUri())
                .errors(new UpsErrors())
                .build();
        Map<String, String> merchant = config.accountNumber()
                .map(number -> Map.of("x-merchant-id", number))
                .orElse(Map.of());
        this.tokens = new OAuth2Tokens(tokenDoor, TOKENS, OAuth2Tokens.Style.BASIC, config.credentials(), merchant);
    }

    CarrierHttp open(String api) {
        return open(api, new UpsErrors());
    }

    CarrierHttp open(String api, ErrorReader errors) {
        return context.http(profile)
                .api(api)
                .quota(config.quota())
                .baseUri(config.baseUri())
                .authorization(tokens)
                .errors(errors)
                .build();
    }

    Clock clock() {
        return context.clock();
    }

    /** Whether it is UPS's test environment, which takes less. */
    boolean isSandbox() {
        return config.sandbox();
    }

    /** Told of every code that no table explains. */
    BiConsumer<String, String> unmappedCodes() {
        return context.unmappedCodes();
    }

    Optional<String> accountNumber() {
        return config.accountNumber();
    }
}
