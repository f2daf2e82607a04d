package com.trackingmcp.ups;

import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.Secret;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.SettingsReader;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to UPS: who asks, and where. Immutable and safe to share; {@link #toString()} shows no secret.
 *
 * <p>The settings are {@code UPS_CLIENT_ID} and {@code UPS_CLIENT_SECRET} of an application in UPS's developer portal,
 * {@code UPS_ACCOUNT_NUMBER} (six characters; needed to buy labels), {@code UPS_SANDBOX} (optional, {@code true} for UPS's customer
 * integration environment), {@code UPS_BASE_URL} (optional, instead of UPS's own hosts), {@code UPS_QUOTA} (optional,
 * such as {@code 10/1s}) and {@code UPS_WEBHOOK_CREDENTIAL} (needed to read what UPS pushes: what it proves itself by).
 */
public final class UpsConfig {
    static final List<String> SETTINGS = List.of(
            "UPS_CLIENT_ID",
            "UPS_CLIENT_SECRET",
            "UPS_ACCOUNT_NUMBER",
            "UPS_SANDBOX",
            "UPS_BASE_URL",
            "UPS_QUOTA",
            UpsConfig.WEBHOOK_CREDENTIAL);

    static final String WEBHOOK_CREDENTIAL = "UPS_WEBHOOK_CREDENTIAL";
    private static final URI PRODUCTION = URI.create("https://onlinetools.ups.com");
    private static final URI SANDBOX = URI.create("https://wwwcie.ups.com");

    private final String connection;
    private final Supplier<Credentials> credentials;
    private final @Nullable String accountNumber;
    private final boolean sandbox;
    private final @Nullable URI baseUri;
    private final Quota quota;
    private final @Nullable Supplier<Secret> webhookCredential;

    private UpsConfig(Builder builder, Supplier<Credentials> credentials) {
        this.connection = builder.connection;
        this.credentials = credentials;
        this.accountNumber = builder.accountNumber;
        this.sandbox = builder.sandbox;
        this.baseUri = builder.baseUri;
        this.quota = builder.quota;
        this.webhookCredential = builder.webhookCredential;
    }

    /**
     * The connection that settings describe; its keys are looked up again for every new token, so they may rotate.
     *
     * @return empty where no credentials are given
     * @throws com.trackingmcp.error.ConfigurationException where they are half given, or a setting cannot be read
     */
    public static Optional<UpsConfig> from(ConfigSource config) {
        SettingsReader settings = new SettingsReader(UpsCarrier.ID, config);
        return settings.credentials("UPS_CLIENT_ID", "UPS_CLIENT_SECRET").map(credentials -> {
            Builder builder = builder().credentials(credentials).sandbox(settings.flag("UPS_SANDBOX"));
            settings.text("UPS_ACCOUNT_NUMBER").ifPresent(builder::accountNumber);
            settings.uri("UPS_BASE_URL").ifPresent(builder::baseUri);
            settings.quota("UPS_QUOTA").ifPresent(builder::quota);
            settings.secret(WEBHOOK_CREDENTIAL).ifPresent(builder::webhookCredential);
            return builder.build();
        });
    }

    /** Starts a connection of one's own making. */
    public static Builder builder() {
        return new Builder();
    }

    /** The connection's id; {@code ups} where not set. */
    public String connection() {
        return connection;
    }

    /** Client id and client secret, asked for at every new token. */
    public Supplier<Credentials> credentials() {
        return credentials;
    }

    /** The shipper's account at UPS. */
    public Optional<String> accountNumber() {
        return Optional.ofNullable(accountNumber);
    }

    /** Whether UPS's customer integration environment is asked; false where not set. */
    public boolean sandbox() {
        return sandbox;
    }

    /** The root of the host: tokens are below {@code /security}, the APIs below {@code /api}. */
    public URI baseUri() {
        if (baseUri != null) {
            return baseUri;
        }
        return sandbox ? SANDBOX : PRODUCTION;
    }

    /** How often UPS is asked at most; unlimited where not set. */
    public Quota quota() {
        return quota;
    }

    /** What UPS proves itself by when it pushes, asked for at every message; empty where not set. */
    public Optional<Supplier<Secret>> webhookCredential() {
        return Optional.ofNullable(webhookCredential);
    }

    @Override
    public String toString() {
        return "UpsConfig[connection=" + connection + ", baseUri=" + baseUri() + ", sandbox=" + sandbox
                + ", credentials=****, accountNumber=" + (accountNumber == null ? "(none)" : "****") + ", quota="
                + quota + ", webhookCredential=" + (webhookCredential == null ? "(none)" : "****") + "]";
    }

    /** Collects the parts of one connection; not safe for use by several threads. */
    public static final class Builder {
        private String connection = UpsCarrier.ID;
        private @Nullable Supplier<Credentials> credentials;
        private @Nullable String accountNumber;
        private boolean sandbox;
        private @Nullable URI baseUri;
        private Quota quota = Quota.unlimited();
        private @Nullable Supplier<Secret> webhookCredential;

        private Builder() {}

        /** The connection's id, unique in a client, such as {@code ups-eu}. */
        public Builder connection(String id) {
            this.connection = Objects.requireNonNull(id, "connection");
            return this;
        }

        /** Client id and client secret that never change. */
        public Builder credentials(String clientId, String clientSecret) {
            Credentials fixed = Credentials.of(clientId, clientSecret);
            return credentials(() -> fixed);
        }

        /** Client id and client secret, asked for every new token; required. */
        public Builder credentials(Supplier<Credentials> supplier) {
            this.credentials = Objects.requireNonNull(supplier, "credentials");
            return this;
        }

        /**
         * The shipper's account: who buys labels, whose prices are told, and which shipments a search by reference looks at,
         * unless it names another. Without it nothing can be bought, and prices are the published ones.
         */
        public Builder accountNumber(String number) {
            this.accountNumber = Objects.requireNonNull(number, "accountNumber");
            return this;
        }

        /** Asks UPS's customer integration environment, which knows few numbers and only canned answers. */
        public Builder sandbox(boolean value) {
            this.sandbox = value;
            return this;
        }

        /** Another host than UPS's own, such as a proxy: its root, without {@code /api}. */
        public Builder baseUri(URI uri) {
            this.baseUri = Objects.requireNonNull(uri, "baseUri");
            return this;
        }

        /**
         * How often UPS is asked at most; unlimited where not set, for UPS publishes no number. Where UPS asks to slow
         * down, nothing is sent for a while whatever is set here.
         */
        public Builder quota(Quota limits) {
            this.quota = Objects.requireNonNull(limits, "quota");
            return this;
        }

        /** What UPS proves itself by when it pushes, which never changes; as it is set on UPS's portal. */
        public Builder webhookCredential(String credential) {
            Secret fixed = Secret.of(credential);
            return webhookCredential(() -> fixed);
        }

        /**
         * What UPS proves itself by when it pushes, asked for at every message: the credential that is set on UPS's portal
         * beside the web address, or the bearer token that an OAuth server of your own gives to UPS. Without it nothing that
         * UPS pushes is read.
         */
        public Builder webhookCredential(Supplier<Secret> credential) {
            this.webhookCredential = Objects.requireNonNull(credential, "webhookCredential");
            return this;
        }

        /**
         * The connection.
         *
         * @throws IllegalStateException where no credentials were given
         */
        public UpsConfig build() {
            if (credentials == null) {
                throw new IllegalStateException("credentials are required");
            }
            return new UpsConfig(this, credentials);
        }
    }
}
