package com.trackingmcp.fedex;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Quota;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.SettingsReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to FedEx: who asks, and where. Immutable; as safe for use by many threads as the suppliers it was
 * given.
 *
 * <p>FedEx grants its Track API to a project of its own in its developer portal, with a key and a secret of its own.
 * Where {@link #trackCredentials()} are given, tracking uses them; otherwise it uses {@link #credentials()}. Either is
 * enough for that; all else, such as prices and labels, takes {@link #credentials()}. Suppliers are asked for every new token, so keys rotate without a restart.
 *
 * <p>Production is {@code https://apis.fedex.com}, the sandbox {@code https://apis-sandbox.fedex.com}; the sandbox
 * answers only FedEx's published mock numbers. Papers for customs have a host of their own.
 */
public final class FedexConfig {
    static final List<String> SETTINGS = List.of(
            "FEDEX_CLIENT_ID",
            "FEDEX_CLIENT_SECRET",
            "FEDEX_TRACK_CLIENT_ID",
            "FEDEX_TRACK_CLIENT_SECRET",
            "FEDEX_ACCOUNT_NUMBER",
            "FEDEX_SANDBOX",
            "FEDEX_BASE_URL",
            "FEDEX_DOCUMENTS_BASE_URL",
            "FEDEX_ASSOCIATED_SHIPMENTS",
            "FEDEX_QUOTA");

    private static final URI PRODUCTION = URI.create("https://apis.fedex.com");
    private static final URI SANDBOX = URI.create("https://apis-sandbox.fedex.com");
    private static final URI DOCUMENTS = URI.create("https://documentapi.prod.fedex.com");
    private static final URI SANDBOX_DOCUMENTS = URI.create("https://documentapitest.prod.fedex.com/sandbox");

    /**
     * What FedEx grants a project unless agreed otherwise, for tracking: <a
     * href="https://developer.fedex.com/api/en-cr/guides/ratelimits.html">its guide to rate limits</a>.
     */
    private static final Quota QUOTA =
            Quota.of(Quota.Window.perDay(100_000), Quota.Window.rate(1_400, Duration.ofSeconds(10)));

    private final String connection;
    private final @Nullable Supplier<Credentials> credentials;
    private final @Nullable Supplier<Credentials> trackCredentials;
    private final @Nullable String accountNumber;
    private final boolean sandbox;
    private final boolean associatedShipments;
    private final URI baseUri;
    private final URI documentsBaseUri;
    private final Quota quota;

    private FedexConfig(Builder builder) {
        this.connection = builder.connection;
        this.credentials = builder.credentials;
        this.trackCredentials = builder.trackCredentials;
        this.accountNumber = builder.accountNumber;
        this.sandbox = builder.sandbox;
        this.associatedShipments = builder.associatedShipments;
        this.baseUri = builder.baseUri != null ? builder.baseUri : sandbox ? SANDBOX : PRODUCTION;
        this.documentsBaseUri = builder.documentsBaseUri != null ? builder.documentsBaseUri : documents(baseUri);
        this.quota = builder.quota;
    }

    /**
     * The connection that settings describe: {@code FEDEX_CLIENT_ID} and {@code FEDEX_CLIENT_SECRET}, or
     * {@code FEDEX_TRACK_CLIENT_ID} and {@code FEDEX_TRACK_CLIENT_SECRET} for tracking, or both pairs;
     * {@code FEDEX_ACCOUNT_NUMBER}, {@code FEDEX_SANDBOX}, {@code FEDEX_BASE_URL}, {@code FEDEX_DOCUMENTS_BASE_URL},
     * {@code FEDEX_ASSOCIATED_SHIPMENTS} and {@code FEDEX_QUOTA} where wanted.
     *
     * @return empty where no credentials are given at all
     * @throws ConfigurationException naming each key and its state where a pair is half given, or a setting that cannot
     *     be read
     */
    public static Optional<FedexConfig> from(ConfigSource config) {
        SettingsReader settings = new SettingsReader(FedexCarrier.ID, config);
        Optional<Supplier<Credentials>> main = settings.credentials("FEDEX_CLIENT_ID", "FEDEX_CLIENT_SECRET");
        Optional<Supplier<Credentials>> track =
                settings.credentials("FEDEX_TRACK_CLIENT_ID", "FEDEX_TRACK_CLIENT_SECRET");
        if (main.isEmpty() && track.isEmpty()) {
            return Optional.empty();
        }
        Builder builder = builder()
                .sandbox(settings.flag("FEDEX_SANDBOX"))
                .associatedShipments(settings.flag("FEDEX_ASSOCIATED_SHIPMENTS"));
        main.ifPresent(builder::credentials);
        track.ifPresent(builder::trackCredentials);
        settings.text("FEDEX_ACCOUNT_NUMBER").ifPresent(builder::accountNumber);
        settings.uri("FEDEX_BASE_URL").ifPresent(builder::baseUri);
        settings.uri("FEDEX_DOCUMENTS_BASE_URL").ifPresent(builder::documentsBaseUri);
        settings.quota("FEDEX_QUOTA").ifPresent(builder::quota);
        return Optional.of(builder.build());
    }

    /** Starts a connection named {@code fedex} to production. */
    public static Builder builder() {
        return new Builder();
    }

    /** A copy to change, such as into a second connection with another id. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The connection's id, such as {@code fedex-eu}. */
    public String connection() {
        return connection;
    }

    /** Key and secret of the project that may do everything but, perhaps, tracking. */
    public Optional<Supplier<Credentials>> credentials() {
        return Optional.ofNullable(credentials);
    }

    /** Key and secret of the project for tracking, where it is one of its own. */
    public Optional<Supplier<Credentials>> trackCredentials() {
        return Optional.ofNullable(trackCredentials);
    }

    /**
     * The shipper's FedEx account: prices, labels and cancellations need it, tracking by reference mostly does, and proofs
     * of delivery show the signature's image for it.
     */
    public Optional<String> accountNumber() {
        return Optional.ofNullable(accountNumber);
    }

    /** Whether FedEx's sandbox is asked, unless a base URL was given. */
    public boolean sandbox() {
        return sandbox;
    }

    /** Whether the other numbers of a shipment are asked for, at the cost of one more call for each such parcel. */
    public boolean associatedShipments() {
        return associatedShipments;
    }

    /** Where FedEx is, papers for customs aside. */
    public URI baseUri() {
        return baseUri;
    }

    /** Where FedEx takes papers for customs: {@code https://documentapi.prod.fedex.com} in production. */
    public URI documentsBaseUri() {
        return documentsBaseUri;
    }

    /** The host of its own that each of FedEx's has; who asks another asks it for this, too. */
    private static URI documents(URI base) {
        return base.equals(PRODUCTION) ? DOCUMENTS : base.equals(SANDBOX) ? SANDBOX_DOCUMENTS : base;
    }

    /** How often FedEx is asked at most; 1,400 calls in ten seconds and 100,000 a day where not set. */
    public Quota quota() {
        return quota;
    }

    Supplier<Credentials> usedForTracking() {
        return Objects.requireNonNull(trackCredentials != null ? trackCredentials : credentials);
    }

    @Override
    public String toString() {
        return "FedexConfig[connection=" + connection + ", credentials=" + state(credentials) + ", trackCredentials="
                + state(trackCredentials) + ", accountNumber=" + state(accountNumber) + ", sandbox=" + sandbox
                + ", associatedShipments=" + associatedShipments + ", baseUri=" + baseUri + ", documentsBaseUri="
                + documentsBaseUri + ", quota=" + quota + "]";
    }

    private static String state(@Nullable Object value) {
        return value == null ? "none" : "****";
    }

    /** Collects one connection; not safe for use by several threads. */
    public static final class Builder {
        private String connection = FedexCarrier.ID;
        private @Nullable Supplier<Credentials> credentials;
        private @Nullable Supplier<Credentials> trackCredentials;
        private @Nullable String accountNumber;
        private boolean sandbox;
        private boolean associatedShipments;
        private @Nullable URI baseUri;
        private @Nullable URI documentsBaseUri;
        private Quota quota = QUOTA;

        private Builder() {}

        private Builder(FedexConfig config) {
            this.connection = config.connection;
            this.credentials = config.credentials;
            this.trackCredentials = config.trackCredentials;
            this.accountNumber = config.accountNumber;
            this.sandbox = config.sandbox;
            this.associatedShipments = config.associatedShipments;
            boolean usual = config.baseUri.equals(config.sandbox ? SANDBOX : PRODUCTION);
            this.baseUri = usual ? null : config.baseUri;
            boolean usualDocuments = config.documentsBaseUri.equals(documents(config.baseUri));
            this.documentsBaseUri = usualDocuments ? null : config.documentsBaseUri;
            this.quota = config.quota;
        }

        /** The connection's id where a client has several to FedEx; {@code fedex} where not set. */
        public Builder connection(String id) {
            this.connection = id;
            return this;
        }

        /** Key and secret that never change. */
        public Builder credentials(String key, String secret) {
            Credentials fixed = Credentials.of(key, secret);
            return credentials(() -> fixed);
        }

        /** Key and secret, asked for every new token. */
        public Builder credentials(Supplier<Credentials> keyAndSecret) {
            this.credentials = keyAndSecret;
            return this;
        }

        /** Key and secret of the project for tracking that never change. */
        public Builder trackCredentials(String key, String secret) {
            Credentials fixed = Credentials.of(key, secret);
            return trackCredentials(() -> fixed);
        }

        /** Key and secret of the project for tracking; tracking uses these where both are given. */
        public Builder trackCredentials(Supplier<Credentials> keyAndSecret) {
            this.trackCredentials = keyAndSecret;
            return this;
        }

        /** The shipper's FedEx account. */
        public Builder accountNumber(String number) {
            this.accountNumber = number;
            return this;
        }

        /** FedEx's sandbox instead of production; off where not set. */
        public Builder sandbox(boolean value) {
            this.sandbox = value;
            return this;
        }

        /**
         * One more call for each parcel of which FedEx says that others belong to it, to list their numbers among
         * {@link com.trackingmcp.model.TrackingResult#associatedNumbers()}; off where not set.
         */
        public Builder associatedShipments(boolean wanted) {
            this.associatedShipments = wanted;
            return this;
        }

        /** FedEx elsewhere, such as at a proxy, papers included; wins over {@link #sandbox}. */
        public Builder baseUri(URI uri) {
            this.baseUri = uri;
            return this;
        }

        /** Where FedEx takes papers, if at another place than all else. */
        public Builder documentsBaseUri(URI uri) {
            this.documentsBaseUri = uri;
            return this;
        }

        /**
         * How often FedEx is asked at most, by calls, not numbers: a call for 30 numbers counts once. 1,400 in ten
         * seconds and 100,000 a day where not set, which is what FedEx grants a project unless agreed otherwise.
         */
        public Builder quota(Quota limits) {
            this.quota = limits;
            return this;
        }

        /**
         * The connection.
         *
         * @throws IllegalStateException where no credentials were given
         */
        public FedexConfig build() {
            if (credentials == null && trackCredentials == null) {
                throw new IllegalStateException("A FedEx connection needs credentials, or credentials for tracking");
            }
            return new FedexConfig(this);
        }
    }
}
