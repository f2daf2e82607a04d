package com.trackingmcp.mcp;

import com.trackingmcp.mcp.internal.auth.SafeAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How the server listens over HTTP, and to whom. Immutable.
 *
 * @param host the name or address to listen at; {@code 127.0.0.1} by default
 * @param port the port; {@code 3100} by default, 0 for any that is free
 * @param stateless whether there are no sessions at all, for many servers behind one address: each message stands alone,
 *     so that the server can ask nothing back, tell no progress and cancel no call. Without it, who initializes has a
 *     session, and a message of no session stands alone all the same
 * @param keys a file of keys, with {@code name role sha256:hex} in each line; read anew once it is written anew
 * @param oauth whose JSON Web Tokens are taken
 * @param verifier who sent a token, for who embeds the server
 * @param tls the server's certificate, read anew once its files are written anew; without one it speaks plain HTTP
 * @param publicUrl the address by which clients know the server, without {@code /mcp}, where it is another
 * @param allowedOrigins what pages of other origins may call from, such as {@code https://app.example.com}; pages that
 *     were loaded from the same machine may always
 * @param allowedHosts by which other names the server may be called, such as {@code mcp.example.com}
 * @param rateLimit how many requests a caller may send in a minute, 0 for any number; 600 by default, and any number
 *     where nobody has to prove who they are
 */
public record HttpOptions(
        String host,
        int port,
        boolean stateless,
        Optional<Path> keys,
        Optional<OAuth> oauth,
        Optional<TokenVerifier> verifier,
        Optional<Tls> tls,
        Optional<URI> publicUrl,
        List<String> allowedOrigins,
        List<String> allowedHosts,
        OptionalInt rateLimit) {
    /** The options. */
    public HttpOptions {
        allowedOrigins = List.copyOf(allowedOrigins);
        allowedHosts = List.copyOf(allowedHosts);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is none: it is from 0 to 65535");
        }
        if (rateLimit.isPresent() && rateLimit.getAsInt() < 0) {
            throw new IllegalArgumentException("the rate limit is " + rateLimit.getAsInt() + ": it cannot be negative");
        }
    }

    /** Options to begin with. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether a caller has to prove who it is. */
    public boolean authenticates() {
        return keys.isPresent() || oauth.isPresent() || verifier.isPresent();
    }

    /**
     * An OAuth 2 authorization server whose JSON Web Tokens are taken, signed by RSA or on the curves P-256, P-384 and P-521.
     * Only with one does the server say where tokens come from (RFC 9728): keys and tokens of one's own come from nowhere.
     *
     * @param issuer as its tokens name it
     * @param jwks where it publishes its keys; by HTTPS, or on this machine. Where it is absent, the issuer's metadata tells
     *     (RFC 8414, or OpenID Connect), which is read when the first token comes
     * @param audience this server's URI as the tokens name it; the address of {@code /mcp} where it is absent
     */
    public record OAuth(String issuer, Optional<URI> jwks, Optional<String> audience) {
        /** A server. */
        public OAuth {
            URI asked = jwks.orElseGet(() -> URI.create(issuer));
            if (!SafeAddress.is(asked)) {
                throw new IllegalArgumentException("keys that anybody could change on their way are of no use: " + asked
                        + " must begin with https://");
            }
        }

        /** A server whose keys are known to be there. */
        public OAuth(String issuer, URI jwks, Optional<String> audience) {
            this(issuer, Optional.of(jwks), audience);
        }
    }

    /** The server's certificate and its key. */
    public sealed interface Tls {
        /**
         * Two files.
         *
         * @param certificates the certificate and those that vouch for it, as PEM
         * @param key its private key, PKCS#8 as PEM, not encrypted
         */
        record Pem(Path certificates, Path key) implements Tls {}

        /**
         * A key store.
         *
         * @param file of the format PKCS12
         * @param password a file with its password in the first line; the environment variable
         *     {@code TRACKINGMCP_TLS_KEYSTORE_PASSWORD} where it is absent
         */
        record KeyStore(Path file, Optional<Path> password) implements Tls {}
    }

    /** Makes options; not safe for use by many threads. */
    public static final class Builder {
        private String host = "127.0.0.1";
        private int port = 3100;
        private boolean stateless;
        private @Nullable Path keys;
        private @Nullable OAuth oauth;
        private @Nullable TokenVerifier verifier;
        private @Nullable Tls tls;
        private @Nullable URI publicUrl;
        private final List<String> allowedOrigins = new ArrayList<>();
        private final List<String> allowedHosts = new ArrayList<>();
        private OptionalInt rateLimit = OptionalInt.empty();

        private Builder() {}

        /** See {@link HttpOptions#host()}. */
        public Builder host(String value) {
            host = value;
            return this;
        }

        /** See {@link HttpOptions#port()}. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** See {@link HttpOptions#stateless()}. */
        public Builder stateless(boolean value) {
            stateless = value;
            return this;
        }

        /** See {@link HttpOptions#keys()}. */
        public Builder keys(Path value) {
            keys = value;
            return this;
        }

        /** See {@link HttpOptions#oauth()}. */
        public Builder oauth(OAuth value) {
            oauth = value;
            return this;
        }

        /** See {@link HttpOptions#verifier()}. */
        public Builder verifier(TokenVerifier value) {
            verifier = value;
            return this;
        }

        /** See {@link HttpOptions#tls()}. */
        public Builder tls(Tls value) {
            tls = value;
            return this;
        }

        /** See {@link HttpOptions#publicUrl()}. */
        public Builder publicUrl(URI value) {
            publicUrl = value;
            return this;
        }

        /** Adds one; see {@link HttpOptions#allowedOrigins()}. */
        public Builder allowOrigin(String value) {
            allowedOrigins.add(value);
            return this;
        }

        /** Adds one; see {@link HttpOptions#allowedHosts()}. */
        public Builder allowHost(String value) {
            allowedHosts.add(value);
            return this;
        }

        /** See {@link HttpOptions#rateLimit()}. */
        public Builder rateLimit(int value) {
            rateLimit = OptionalInt.of(value);
            return this;
        }

        /** The options. */
        public HttpOptions build() {
            return new HttpOptions(
                    host,
                    port,
                    stateless,
                    Optional.ofNullable(keys),
                    Optional.ofNullable(oauth),
                    Optional.ofNullable(verifier),
                    Optional.ofNullable(tls),
                    Optional.ofNullable(publicUrl),
                    allowedOrigins,
                    allowedHosts,
                    rateLimit);
        }
    }
}
