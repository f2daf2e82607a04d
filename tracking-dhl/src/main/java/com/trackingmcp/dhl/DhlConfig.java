package com.trackingmcp.dhl;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.Secret;
import com.trackingmcp.spi.ConfigSource;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to DHL: which of its three APIs it may use, and where they are. Immutable; as safe for use by
 * many threads as the suppliers it was given.
 *
 * <p>Any one of the three sets of credentials is enough; with more of them, each API is asked for the numbers that
 * belong to it, and the others for what it does not know. Prices, labels and addresses are MyDHL's alone. Suppliers
 * are asked for every new token, and again when DHL refuses what they gave, so keys rotate without a restart.
 *
 * <table>
 * <caption>The APIs and their hosts</caption>
 * <tr><th>API</th><th>credentials</th><th>production</th><th>sandbox</th></tr>
 * <tr><td>Shipment Tracking - Unified</td><td>API key</td><td>https://api-eu.dhl.com</td><td>none</td></tr>
 * <tr><td>MyDHL (Express)</td><td>user and password</td><td>https://express.api.dhl.com/mydhlapi</td>
 * <td>https://express.api.dhl.com/mydhlapi/test</td></tr>
 * <tr><td>eCommerce Americas v4</td><td>client id and secret</td><td>https://api.dhlecs.com</td>
 * <td>https://api-sandbox.dhlecs.com</td></tr>
 * </table>
 *
 * <p>Unified tracking has no sandbox: {@link Builder#sandbox} leaves it at production unless a base URL is given.
 */
public final class DhlConfig {
    private static final URI UNIFIED = URI.create("https://api-eu.dhl.com");
    private static final URI EXPRESS = URI.create("https://express.api.dhl.com/mydhlapi");
    private static final URI EXPRESS_SANDBOX = URI.create("https://express.api.dhl.com/mydhlapi/test");
    private static final URI ECOMMERCE = URI.create("https://api.dhlecs.com");
    private static final URI ECOMMERCE_SANDBOX = URI.create("https://api-sandbox.dhlecs.com");

    /** What a new key of unified tracking is granted; the day starts at 00:00 GMT. */
    private static final Quota NEW_KEY =
            Quota.of(Quota.Window.perDay(250), Quota.Window.rate(1, Duration.ofSeconds(5)));

    private final String connection;
    private final boolean sandbox;
    private final @Nullable Supplier<Secret> apiKey;
    private final @Nullable Supplier<Credentials> express;
    private final @Nullable Supplier<Credentials> ecommerce;
    private final @Nullable String expressAccountNumber;
    private final URI unifiedBaseUri;
    private final URI expressBaseUri;
    private final URI ecommerceBaseUri;
    private final Quota unifiedQuota;
    private final Quota expressQuota;
    private final Quota ecommerceQuota;

    private DhlConfig(Builder builder) {
        this.connection = builder.connection;
        this.sandbox = builder.sandbox;
        this.apiKey = builder.apiKey;
        this.express = builder.express;
        this.ecommerce = builder.ecommerce;
        this.expressAccountNumber = builder.expressAccountNumber;
        this.unifiedBaseUri = orElse(builder.unifiedBaseUri, UNIFIED);
        this.expressBaseUri = orElse(builder.expressBaseUri, sandbox ? EXPRESS_SANDBOX : EXPRESS);
        this.ecommerceBaseUri = orElse(builder.ecommerceBaseUri, sandbox ? ECOMMERCE_SANDBOX : ECOMMERCE);
        this.unifiedQuota = builder.unifiedQuota;
        this.expressQuota = builder.expressQuota;
        this.ecommerceQuota = builder.ecommerceQuota;
    }

    private static URI orElse(@Nullable URI given, URI usual) {
        return given == null ? usual : given;
    }

    /**
     * The connection that settings describe: {@code DHL_API_KEY} for unified tracking; {@code DHL_EXPRESS_USERNAME},
     * {@code DHL_EXPRESS_PASSWORD} and, for prices, labels and tracking by reference, {@code DHL_EXPRESS_ACCOUNT_NUMBER}
     * for MyDHL;
     * {@code DHL_CLIENT_ID} and {@code DHL_CLIENT_SECRET} for eCommerce Americas; {@code DHL_SANDBOX};
     * {@code DHL_BASE_URL} (unified), {@code DHL_EXPRESS_BASE_URL} and {@code DHL_ECOMMERCE_BASE_URL};
     * {@code DHL_UNIFIED_QUOTA}, {@code DHL_EXPRESS_QUOTA} and {@code DHL_ECOMMERCE_QUOTA}.
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

    /** The key of unified tracking. */
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
        return unifiedBaseUri;
    }

    /** Where MyDHL is. */
    public URI expressBaseUri() {
        return expressBaseUri;
    }

    /** Where eCommerce Americas is. */
    public URI ecommerceBaseUri() {
        return ecommerceBaseUri;
    }

    /** How often unified tracking is asked at most; 250 times a day and once in five seconds where not set. */
    public Quota unifiedQuota() {
        return unifiedQuota;
    }

    /** How often each part of MyDHL (tracking, prices, labels, addresses) is asked at most; unlimited where not set. */
    public Quota expressQuota() {
        return expressQuota;
    }

    /** How often eCommerce Americas is asked at most; unlimited where not set. */
    public Quota ecommerceQuota() {
        return ecommerceQuota;
    }

    @Override
    public String toString() {
        return "DhlConfig[connection=" + connection + ", sandbox=" + sandbox + ", unified=" + state(apiKey) + " "
                + unifiedBaseUri + ", express=" + state(express) + " " + expressBaseUri + ", ecommerce="
                + state(ecommerce) + " " + ecommerceBaseUri + ", quotas=["
                + unifiedQuota + "; " + expressQuota + "; " + ecommerceQuota + "]]";
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
        private @Nullable URI unifiedBaseUri;
        private @Nullable URI expressBaseUri;
        private @Nullable URI ecommerceBaseUri;
        private Quota unifiedQuota = NEW_KEY;
        private Quota expressQuota = Quota.unlimited();
        private Quota ecommerceQuota = Quota.unlimited();

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

        /**
         * The shipper's DHL Express account: needed for prices and labels and to track by reference, sent with questions
         * for proof.
         */
        public Builder expressAccountNumber(String number) {
            this.expressAccountNumber = number;
            return this;
        }

        /** Unified tracking elsewhere, such as at a proxy. */
        public Builder unifiedBaseUri(URI uri) {
            this.unifiedBaseUri = uri;
            return this;
        }

        /** MyDHL elsewhere; wins over {@link #sandbox}. */
        public Builder expressBaseUri(URI uri) {
            this.expressBaseUri = uri;
            return this;
        }

        /** eCommerce Americas elsewhere; wins over {@link #sandbox}. */
        public Builder ecommerceBaseUri(URI uri) {
            this.ecommerceBaseUri = uri;
            return this;
        }

        /**
         * How often unified tracking is asked at most. Where not set, 250 times a day and once in five seconds: what DHL
         * grants a new key. Once DHL has granted more, say so here, or it is not used.
         */
        public Builder unifiedQuota(Quota limits) {
            this.unifiedQuota = limits;
            return this;
        }

        /**
         * How often MyDHL is asked at most: tracking, prices, labels and addresses are counted apart. Unlimited where not
         * set, for its description names no number.
         */
        public Builder expressQuota(Quota limits) {
            this.expressQuota = limits;
            return this;
        }

        /** How often eCommerce Americas is asked at most; unlimited where not set, for no number is published. */
        public Builder ecommerceQuota(Quota limits) {
            this.ecommerceQuota = limits;
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
