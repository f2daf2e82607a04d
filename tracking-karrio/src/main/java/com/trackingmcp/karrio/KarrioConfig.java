package com.trackingmcp.karrio;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.Secret;
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
 * One Karrio server: where it is, and who asks. Immutable and safe to share; {@link #toString()} shows no secret.
 *
 * <p>The settings are {@code KARRIO_API_URL} (the root of the server, with the path it is installed under, if any),
 * {@code KARRIO_API_KEY}, or else {@code KARRIO_EMAIL} and {@code KARRIO_PASSWORD} of a user (the key is taken where both are
 * given), {@code KARRIO_TEST_MODE} (optional, {@code true} for the connections in test mode; with e-mail and password only,
 * for a key belongs to one mode), {@code KARRIO_WEBHOOK_SECRET} (needed to read what the server pushes) and
 * {@code KARRIO_QUOTA} (optional; 600 requests a minute where not set, as Karrio is delivered: {@code USER_RATE_LIMIT} of
 * its settings).
 */
public final class KarrioConfig {
    static final String API_URL = "KARRIO_API_URL";
    static final String API_KEY = "KARRIO_API_KEY";
    static final String EMAIL = "KARRIO_EMAIL";
    static final String PASSWORD = "KARRIO_PASSWORD";
    static final String TEST_MODE = "KARRIO_TEST_MODE";
    static final String WEBHOOK_SECRET = "KARRIO_WEBHOOK_SECRET";
    static final String QUOTA = "KARRIO_QUOTA";
    static final List<String> SETTINGS = List.of(API_URL, API_KEY, EMAIL, PASSWORD, TEST_MODE, WEBHOOK_SECRET, QUOTA);

    private static final Quota AS_DELIVERED = Quota.of(Quota.Window.rate(600, Duration.ofMinutes(1)));

    private final String connection;
    private final URI baseUri;
    private final @Nullable Supplier<Secret> apiKey;
    private final @Nullable Supplier<Credentials> login;
    private final boolean testMode;
    private final Quota quota;
    private final @Nullable Supplier<Secret> webhookSecret;

    private KarrioConfig(Builder builder, URI baseUri) {
        this.connection = builder.connection;
        this.baseUri = baseUri;
        this.apiKey = builder.apiKey;
        this.login = apiKey == null ? builder.login : null;
        this.testMode = builder.testMode;
        this.quota = builder.quota;
        this.webhookSecret = builder.webhookSecret;
    }

    /**
     * The server that settings describe; its keys are looked up again whenever they are refused, so they may rotate.
     *
     * @return empty where neither URL nor credentials are given
     * @throws ConfigurationException where they are half given, or a setting cannot be read
     */
    public static Optional<KarrioConfig> from(ConfigSource config) {
        SettingsReader settings = new SettingsReader(KarrioGateway.ID, config);
        boolean url = config.get(API_URL).isPresent();
        boolean key = config.get(API_KEY).isPresent();
        boolean login = config.get(EMAIL).isPresent() || config.get(PASSWORD).isPresent();
        if (!url && !key && !login) {
            return Optional.empty();
        }
        if (key || !login) {
            settings.requireAll(API_URL, API_KEY);
        } else {
            settings.requireAll(API_URL, EMAIL, PASSWORD);
        }
        Builder builder = builder().baseUri(settings.uri(API_URL).orElseThrow()).testMode(settings.flag(TEST_MODE));
        if (key) {
            builder.apiKey(settings.secret(API_KEY).orElseThrow());
        } else {
            builder.login(settings.credentials(EMAIL, PASSWORD).orElseThrow());
        }
        settings.secret(WEBHOOK_SECRET).ifPresent(builder::webhookSecret);
        settings.quota(QUOTA).ifPresent(builder::quota);
        return Optional.of(builder.build());
    }

    /** Starts a server of one's own choosing. */
    public static Builder builder() {
        return new Builder();
    }

    /** The gateway's connection id, with which the ids of its carriers begin; {@code karrio} where not set. */
    public String connection() {
        return connection;
    }

    /** The root of the server, without a slash at its end. */
    public URI baseUri() {
        return baseUri;
    }

    /** The API key, asked for again where it is refused; empty where a user's e-mail and password are given. */
    public Optional<Supplier<Secret>> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    /** E-mail and password of a user, asked for at every new token; empty where an API key is given. */
    public Optional<Supplier<Credentials>> login() {
        return Optional.ofNullable(login);
    }

    /** Whether a user asks for the connections in test mode; false where not set. An API key has a mode of its own. */
    public boolean testMode() {
        return testMode;
    }

    /** How often the server is asked at most; 600 requests a minute where not set. */
    public Quota quota() {
        return quota;
    }

    /** What the server proves itself by when it pushes, asked for at every message; empty where not set. */
    public Optional<Supplier<Secret>> webhookSecret() {
        return Optional.ofNullable(webhookSecret);
    }

    @Override
    public String toString() {
        return "KarrioConfig[connection=" + connection + ", baseUri=" + baseUri + ", "
                + (apiKey == null ? "login=****, testMode=" + testMode : "apiKey=****") + ", quota=" + quota
                + ", webhookSecret=" + (webhookSecret == null ? "(none)" : "****") + "]";
    }

    /** Collects the parts of one server; not safe for use by several threads. */
    public static final class Builder {
        private String connection = KarrioGateway.ID;
        private @Nullable URI baseUri;
        private @Nullable Supplier<Secret> apiKey;
        private @Nullable Supplier<Credentials> login;
        private boolean testMode;
        private Quota quota = AS_DELIVERED;
        private @Nullable Supplier<Secret> webhookSecret;

        private Builder() {}

        /** The gateway's connection id, unique in a client, such as {@code karrio-eu}. */
        public Builder connection(String id) {
            this.connection = Objects.requireNonNull(id, "connection");
            return this;
        }

        /**
         * The root of the server, with the path it is installed under, if any; required.
         *
         * @throws ConfigurationException where it holds a user, a query or a fragment
         */
        public Builder baseUri(URI uri) {
            this.baseUri = root(uri);
            return this;
        }

        /** An API key that never changes. */
        public Builder apiKey(String key) {
            Secret fixed = Secret.of(key);
            return apiKey(() -> fixed);
        }

        /** An API key, asked for again where it is refused. This or {@link #login} is required; the key is taken of both. */
        public Builder apiKey(Supplier<Secret> key) {
            this.apiKey = Objects.requireNonNull(key, "apiKey");
            return this;
        }

        /** E-mail and password of a user, that never change. */
        public Builder login(String email, String password) {
            Credentials fixed = Credentials.of(email, password);
            return login(() -> fixed);
        }

        /** E-mail and password of a user, asked for at every new token. Users with a second factor cannot sign in so. */
        public Builder login(Supplier<Credentials> user) {
            this.login = Objects.requireNonNull(user, "login");
            return this;
        }

        /** Asks for the connections in test mode; with {@link #login} only. */
        public Builder testMode(boolean value) {
            this.testMode = value;
            return this;
        }

        /**
         * How often the server is asked at most; 600 requests a minute where not set. Where it asks to slow down, nothing is
         * sent for a while whatever is set here.
         */
        public Builder quota(Quota limits) {
            this.quota = Objects.requireNonNull(limits, "quota");
            return this;
        }

        /** What the server proves itself by when it pushes, which never changes. */
        public Builder webhookSecret(String secret) {
            Secret fixed = Secret.of(secret);
            return webhookSecret(() -> fixed);
        }

        /**
         * What the server proves itself by when it pushes, asked for at every message: the secret that registering a web
         * address answers with. Without it nothing that the server pushes is read.
         */
        public Builder webhookSecret(Supplier<Secret> secret) {
            this.webhookSecret = Objects.requireNonNull(secret, "webhookSecret");
            return this;
        }

        /**
         * The server.
         *
         * @throws IllegalStateException where no URL, or neither key nor user was given
         */
        public KarrioConfig build() {
            if (baseUri == null) {
                throw new IllegalStateException("baseUri is required");
            }
            if (apiKey == null && login == null) {
                throw new IllegalStateException("apiKey or login is required");
            }
            return new KarrioConfig(this, baseUri);
        }

        /** The URL is told in errors, so nothing secret may be in it. */
        private static URI root(URI uri) {
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                throw new ConfigurationException(
                        ErrorDetails.builder(ErrorCode.INVALID_SETTING)
                                .carrier(KarrioGateway.ID)
                                .argument("setting", API_URL)
                                .argument(
                                        "reason",
                                        "expected the root of the server such as https://karrio.example.com/api,"
                                                + " without user, query and fragment")
                                .build(),
                        null);
            }
            return URI.create(uri.toString().replaceAll("/+$", ""));
        }
    }
}
