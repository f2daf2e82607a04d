package com.trackingmcp.dhl;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.Secret;
import com.trackingmcp.spi.ConfigSource;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to DHL: which of its APIs it may use, and where they are. Immutable; as safe for use by
 * many threads as the suppliers it was given.
 *
 * <p>Any one of the three sets of credentials is enough; with more of them, each API is asked for the numbers that
 * belong to it, and the others for what it does not know. What is sold and what belongs to it is MyDHL's alone; places
 * are looked for with the API key where there is one, once DHL's Location Finder is added to its app. Suppliers are
 * asked for every new token, and again when DHL refuses what they gave, so keys rotate without a restart.
 *
 * <table>
 * <caption>The APIs and their hosts</caption>
 * <tr><th>API</th><th>credentials</th><th>production</th><th>sandbox</th></tr>
 * <tr><td>Shipment Tracking - Unified</td><td>API key</td><td>https://api-eu.dhl.com</td><td>none</td></tr>
 * <tr><td>Location Finder - Unified</td><td>the same API key</td><td>https://api.dhl.com/location-finder/v1</td>
 * <td>none</td></tr>
 * <tr><td>MyDHL (Express)</td><td>user and password</td><td>https://express.api.dhl.com/mydhlapi</td>
 * <td>https://express.api.dhl.com/mydhlapi/test</td></tr>
 * <tr><td>eCommerce Americas v4</td><td>client id and secret</td><td>https://api.dhlecs.com</td>
 * <td>https://api-sandbox.dhlecs.com</td></tr>
 * </table>
 *
 * <p>Where there is no sandbox {@link Builder#sandbox} leaves the API at production unless a base URL is given.
 */
public final class DhlConfig {
    private final String connection;
    private final boolean sandbox;
    private final @Nullable Supplier<Secret> apiKey;
    private final @Nullable Supplier<Credentials> express;
    private final @Nullable Supplier<Credentials> ecommerce;
    private final @Nullable String expressAccountNumber;
    private final DhlReach unified;
    private final DhlReach locations;
    private final DhlReach myDhl;
    private final DhlReach americas;

    private DhlConfig(Builder builder) {
        this.connection = builder.connection;
        this.sandbox = builder.sandbox;
        this.apiKey = builder.apiKey;
        this.express = builder.express;
        this.ecommerce = builder.ecommerce;
        this.expressAccountNumber = builder.expressAccountNumber;
        this.unified = builder.unified;
        this.locations = builder.locations;
        this.myDhl = builder.myDhl;
        this.americas = builder.americas;
    }

    /**
     * The connection that settings describe: {@code DHL_API_KEY} for unified tracking and places;
     * {@code DHL_EXPRESS_USERNAME}, {@code DHL_EXPRESS_PASSWORD} and, for what is sold and tracking by reference,
     * {@code DHL_EXPRESS_ACCOUNT_NUMBER} for MyDHL; {@code DHL_CLIENT_ID} and {@code DHL_CLIENT_SECRET} for eCommerce
     * Americas; {@code DHL_SANDBOX}; {@code DHL_BASE_URL} (unified), {@code DHL_LOCATION_FINDER_BASE_URL},
     * {@code DHL_EXPRESS_BASE_URL}, {@code DHL_ECOMMERCE_BASE_URL}; {@code DHL_UNIFIED_QUOTA}, {@code DHL_LOCATION_FINDER_QUOTA},
     * {@code DHL_EXPRESS_QUOTA} and {@code DHL_ECOMMERCE_QUOTA}.
     *
     * @return empty where no credentials are given at all
     * @throws ConfigurationException naming each key and its state where a set is half given, or a setting that cannot
     *     be read
     */
    public static Optional<DhlConfig> from(ConfigSource config) {
        return DhlSettings.read(config);
    }

    /** Starts a connection named {@code dhl} to production. */
    public static Builder builder() {
        return new Builder();
    }

    /** The connection's id, such as {@code dhl-us}. */
    public String connection() {
        return connection;
    }

    /** Whether MyDHL and eCommerce Americas are asked at their sandboxes. */
    public boolean sandbox() {
        return sandbox;
    }

    /** The key of unified tracking and of the Location Finder. */
    public Optional<Supplier<Secret>> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    /** User and password of MyDHL. */
    public Optional<Supplier<Credentials>> express() {
        return Optional.ofNullable(express);
    }

    /** Client id and secret of eCommerce Americas. */
    public Optional<Supplier<Credentials>> ecommerce() {
        return Optional.ofNullable(ecommerce);
    }

    /** The shipper's DHL Express account. */
    public Optional<String> expressAccountNumber() {
        return Optional.ofNullable(expressAccountNumber);
    }

    /** Where unified tracking is. */
    public URI unifiedBaseUri() {
        return unified.or(DhlReach.UNIFIED);
    }

    /** Where the Location Finder is. */
    public URI locationsBaseUri() {
        return locations.or(DhlReach.LOCATIONS);
    }

    /** Where MyDHL is. */
    public URI expressBaseUri() {
        return myDhl.or(DhlReach.express(sandbox));
    }

    /** Where eCommerce Americas is. */
    public URI ecommerceBaseUri() {
        return americas.or(DhlReach.ecommerce(sandbox));
    }

    /** How often unified tracking is asked at most; 250 times a day and once in five seconds where not set. */
    public Quota unifiedQuota() {
        return unified.quota();
    }

    /** How often the Location Finder is asked at most; unlimited where not set. */
    public Quota locationsQuota() {
        return locations.quota();
    }

    /** How often each part of MyDHL (tracking, prices, labels, ...) is asked at most; unlimited where not set. */
    public Quota expressQuota() {
        return myDhl.quota();
    }

    /** How often eCommerce Americas is asked at most; unlimited where not set. */
    public Quota ecommerceQuota() {
        return americas.quota();
    }

    @Override
    public String toString() {
        return "DhlConfig[connection=" + connection + ", sandbox=" + sandbox + ", unified=" + state(apiKey) + " "
                + unifiedBaseUri() + ", locations=" + locationsBaseUri() + ", express=" + state(express) + " "
                + expressBaseUri() + ", ecommerce=" + state(ecommerce) + " " + ecommerceBaseUri() + ", quotas=["
                + unifiedQuota() + "; " + locationsQuota() + "; " + expressQuota() + "; " + ecommerceQuota() + "]]";
    }

    private static String state(@Nullable Object credentials) {
        return credentials == null ? "off" : "****";
    }

    /** Collects one connection; not safe for use by several threads. */
    public static final class Builder {
        private String connection = DhlCarrier.ID;
        private boolean sandbox;
        private @Nullable Supplier<Secret> apiKey;
        private @Nullable Supplier<Credentials> express;
        private @Nullable Supplier<Credentials> ecommerce;
        private @Nullable String expressAccountNumber;
        private DhlReach unified = DhlReach.newKey();
        private DhlReach locations = DhlReach.unlimited();
        private DhlReach myDhl = DhlReach.unlimited();
        private DhlReach americas = DhlReach.unlimited();

        private Builder() {}

        /** The connection's id where a client has several to DHL; {@code dhl} where not set. */
        public Builder connection(String id) {
            this.connection = id;
            return this;
        }

        /** MyDHL and eCommerce Americas at their sandboxes; unified tracking has none and stays at production. */
        public Builder sandbox(boolean value) {
            this.sandbox = value;
            return this;
        }

        /** The key of unified tracking, where it never changes. */
        public Builder apiKey(String key) {
            Secret fixed = Secret.of(key);
            return apiKey(() -> fixed);
        }

        /** The key of unified tracking, asked again after a 401. */
        public Builder apiKey(Supplier<Secret> key) {
            this.apiKey = key;
            return this;
        }

        /** User and password of MyDHL that never change. */
        public Builder express(String user, String password) {
            Credentials fixed = Credentials.of(user, password);
            return express(() -> fixed);
        }

        /** User and password of MyDHL, asked again after a 401. */
        public Builder express(Supplier<Credentials> userAndPassword) {
            this.express = userAndPassword;
            return this;
        }

        /** Client id and secret of eCommerce Americas that never change. */
        public Builder ecommerce(String clientId, String clientSecret) {
            Credentials fixed = Credentials.of(clientId, clientSecret);
            return ecommerce(() -> fixed);
        }

        /** Client id and secret of eCommerce Americas, asked for every token. */
        public Builder ecommerce(Supplier<Credentials> client) {
            this.ecommerce = client;
            return this;
        }

        /** The shipper's DHL Express account: needed for what is sold and to track by reference, sent to ask for proof. */
        public Builder expressAccountNumber(String number) {
            this.expressAccountNumber = number;
            return this;
        }

        /** Unified tracking elsewhere, such as at a proxy. */
        public Builder unifiedBaseUri(URI uri) {
            this.unified = unified.at(uri);
            return this;
        }

        /** The Location Finder elsewhere. */
        public Builder locationsBaseUri(URI uri) {
            this.locations = locations.at(uri);
            return this;
        }

        /** MyDHL elsewhere; wins over {@link #sandbox}. */
        public Builder expressBaseUri(URI uri) {
            this.myDhl = myDhl.at(uri);
            return this;
        }

        /** eCommerce Americas elsewhere; wins over {@link #sandbox}. */
        public Builder ecommerceBaseUri(URI uri) {
            this.americas = americas.at(uri);
            return this;
        }

        /**
         * How often unified tracking is asked at most. Where not set, 250 times a day and once in five seconds: what DHL
         * grants a new key. Once DHL has granted more, say so here, or it is not used.
         */
        public Builder unifiedQuota(Quota limits) {
            this.unified = unified.within(limits);
            return this;
        }

        /** How often the Location Finder is asked at most; unlimited where not set, for no number is published. */
        public Builder locationsQuota(Quota limits) {
            this.locations = locations.within(limits);
            return this;
        }

        /**
         * How often MyDHL is asked at most: its parts (tracking, prices, labels, ...) are counted apart. Unlimited where not
         * set, for its description names no number.
         */
        public Builder expressQuota(Quota limits) {
            this.myDhl = myDhl.within(limits);
            return this;
        }

        /** How often eCommerce Americas is asked at most; unlimited where not set, for no number is published. */
        public Builder ecommerceQuota(Quota limits) {
            this.americas = americas.within(limits);
            return this;
        }

        /**
         * The connection.
         *
         * @throws IllegalStateException where no credentials were given
         */
        public DhlConfig build() {
            if (apiKey == null && express == null && ecommerce == null) {
                throw new IllegalStateException("A DHL connection needs an API key, MyDHL or eCommerce credentials");
            }
            return new DhlConfig(this);
        }
    }
}
