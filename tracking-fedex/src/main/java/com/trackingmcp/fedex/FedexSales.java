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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, Door> doors = new ConcurrentHashMap<>();
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

    /** The door to one API, the same for all who ask for it; it opens when it is first gone through. */
    Door door(String api) {
        return doors.computeIfAbsent(api, name -> new Door(name, config.baseUri()));
    }

    /** The door to the API of papers for customs, which is on a host of its own and takes the same token. */
    Door documents() {
        return doors.computeIfAbsent("documents", name -> new Door(name, config.documentsBaseUri()));
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
        return named(request.path(path), transactionId)
                .header("x-locale", "en_US")
                .json(WireJson.write(body))
                .build();
    }

    /** The same for a form of parts; FedEx knows no language there. */
    CarrierRequest request(
            CarrierRequest.Builder request, String path, List<CarrierRequest.Part> parts, String transactionId) {
        return named(request.path(path), transactionId).multipart(parts).build();
    }

    private static CarrierRequest.Builder named(CarrierRequest.Builder request, String transactionId) {
        return request.header("x-customer-transaction-id", transactionId);
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
        private final URI host;
        private @Nullable CarrierHttp http;

        private Door(String api, URI host) {
            this.api = api;
            this.host = host;
        }

        /** The door itself; only for connections with credentials. */
        synchronized CarrierHttp http() {
            CarrierHttp known = http;
            if (known == null) {
                known = context.http(profile)
                        .api(api)
                        .quota(config.quota())
                        .baseUri(host)
                        .authorization(authorization())
                        .errors(errors)
                        .build();
                http = known;
            }
            return known;
        }
    }
}
