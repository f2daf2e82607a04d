package com.trackingmcp.fedex;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.OAuth2Tokens;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import org.jspecify.annotations.Nullable;

/**
 * What FedEx's selling APIs share: one token of the main credentials, and a door for each API, so that the pauses and
 * quotas of one never hold up another. Made on first use; safe for use by many threads.
 */
final class FedexSales {
    private static final int LONGEST_TRANSACTION_ID = 40;

    private final FedexConfig config;
    private final CarrierProfile profile;
    private final CarrierContext context;
    private final FedexSellingErrors errors;
    private @Nullable Authorization authorization;

    FedexSales(FedexConfig config, CarrierProfile profile, CarrierContext context) {
        this.config = config;
        this.profile = profile;
        this.context = context;
        this.errors = new FedexSellingErrors(new FedexErrors(context.clock()));
    }

    CarrierProfile profile() {
        return profile;
    }

    CarrierContext context() {
        return context;
    }

    /** The door to one API, made when it is first asked for. */
    Door door(String api) {
        return new Door(api);
    }

    private synchronized Authorization authorization() {
        Authorization known = authorization;
        if (known == null) {
            CarrierHttp tokens = context.http(profile)
                    .api("oauth")
                    .baseUri(config.baseUri())
                    .errors(errors)
                    .build();
            known = new OAuth2Tokens(
                    tokens,
                    "/oauth/token",
                    OAuth2Tokens.Style.FORM,
                    config.credentials().orElseThrow());
            authorization = known;
        }
        return known;
    }

    /**
     * Refuses connections that can only track.
     *
     * @throws ConfigurationException naming the settings that are missing
     */
    void requireCredentials(String operation) {
        if (config.credentials().isEmpty()) {
            throw missing(
                    operation,
                    "FEDEX_CLIENT_ID and FEDEX_CLIENT_SECRET are not set, and those for tracking may do nothing else");
        }
    }

    /**
     * The shipper's account.
     *
     * @throws ConfigurationException naming the settings that are missing
     */
    String account(String operation) {
        requireCredentials(operation);
        return config.accountNumber().orElseThrow(() -> missing(operation, "FEDEX_ACCOUNT_NUMBER is not set"));
    }

    private ConfigurationException missing(String operation, String variables) {
        return new ConfigurationException(
                ErrorDetails.builder(ErrorCode.INCOMPLETE_CREDENTIALS)
                        .carrier(profile.carrier())
                        .connection(profile.connection())
                        .operation(operation)
                        .argument("variables", variables)
                        .build(),
                null);
    }

    /** Adds what all requests carry: FedEx repeats the transaction id, and its support finds the call by it. */
    CarrierRequest request(CarrierRequest.Builder request, String path, Object body, String transactionId) {
        return request.path(path)
                .header("x-customer-transaction-id", transactionId)
                .header("x-locale", "en_US")
                .json(WireJson.write(body))
                .build();
    }

    /** The caller's own name for a call where it can be sent as a header, else the client's. */
    static String transactionId(@Nullable String key, CallContext call) {
        boolean sendable = key != null
                && !key.isBlank()
                && key.length() <= LONGEST_TRANSACTION_ID
                && key.chars().allMatch(c -> c > ' ' && c < 127);
        return sendable && key != null ? key : call.correlationId();
    }

    /** The way to one API. Safe for use by many threads. */
    final class Door {
        private final String api;
        private @Nullable CarrierHttp http;

        private Door(String api) {
            this.api = api;
        }

        /** The door itself; only for connections with credentials. */
        synchronized CarrierHttp http() {
            CarrierHttp known = http;
            if (known == null) {
                known = context.http(profile)
                        .api(api)
                        .quota(config.quota())
                        .baseUri(config.baseUri())
                        .authorization(authorization())
                        .errors(errors)
                        .build();
                http = known;
            }
            return known;
        }
    }
}
