package com.trackingmcp.testcarrier;

import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.OAuth2Tokens;
import com.trackingmcp.http.Secret;
import com.trackingmcp.spi.CarrierFactory;
import java.net.URI;
import java.util.function.Supplier;

/** The door of Parcel Post: a small carrier that exists in these tests only, built as any carrier module is built. */
public final class ParcelPost {
    static final String ID = "parcelpost";
    public static final URI PRODUCTION = URI.create("https://api.parcelpost.example");
    public static final Supplier<Credentials> CREDENTIALS = () -> Credentials.of("test-id", "test-secret");

    private ParcelPost() {}

    /** How the requests of a connection are authorised. */
    public sealed interface Login {}

    /** OAuth2 client credentials. */
    public record OAuth(OAuth2Tokens.Style style, Supplier<Credentials> credentials) implements Login {}

    /** A key in a header. */
    public record Key(Supplier<Secret> key) implements Login {}

    /** HTTP Basic. */
    public record Basic(Supplier<Credentials> credentials) implements Login {}

    /** Anything else, or nothing. */
    public record Other(Authorization authorization) implements Login {}

    /** One connection. */
    public record Config(String connection, URI baseUri, Login login) {
        public Config withConnection(String id) {
            return new Config(id, baseUri, login);
        }

        public Config withLogin(Login other) {
            return new Config(connection, baseUri, other);
        }
    }

    /** A connection named as the carrier, with OAuth2. */
    public static Config at(URI baseUri) {
        return new Config(ID, baseUri, new OAuth(OAuth2Tokens.Style.FORM, CREDENTIALS));
    }

    public static CarrierFactory carrier(Config config) {
        return context -> new ParcelPostCarrier(config, context);
    }
}
