package com.trackingmcp.mcp.internal.launch;

import com.trackingmcp.mcp.HttpOptions;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.auth.Keys;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The options of HTTP, as they stand on the command line. Stateless. */
final class HttpArguments {
    private HttpArguments() {}

    static HttpOptions of(Options options) throws Options.UsageException {
        HttpOptions.Builder http = HttpOptions.builder().stateless(options.has(Option.STATELESS));
        options.value(Option.HOST).ifPresent(http::host);
        options.values(Option.ALLOWED_ORIGIN).forEach(http::allowOrigin);
        options.values(Option.ALLOWED_HOST).forEach(http::allowHost);
        options.value(Option.KEYS).map(Path::of).ifPresent(http::keys);
        try {
            number(options, Option.PORT).ifPresent(http::port);
            number(options, Option.RATE_LIMIT).ifPresent(http::rateLimit);
            address(options, Option.PUBLIC_URL).ifPresent(http::publicUrl);
            oauth(options).ifPresent(http::oauth);
            tls(options).ifPresent(http::tls);
            return http.build();
        } catch (IllegalArgumentException e) {
            throw new Options.UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Integer> number(Options options, Option option) {
        return options.value(option).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(option.spelling() + " " + text + ": that is no number.", e);
            }
        });
    }

    private static Optional<URI> address(Options options, Option option) {
        return options.value(option).map(text -> {
            String problem = option.spelling() + " " + text + ": take an address such as https://ship.example.com.";
            try {
                URI address = new URI(text);
                if (address.getHost() == null
                        || !String.valueOf(address.getScheme()).matches("https?")) {
                    throw new IllegalArgumentException(problem);
                }
                return address;
            } catch (java.net.URISyntaxException e) {
                throw new IllegalArgumentException(problem, e);
            }
        });
    }

    private static Optional<HttpOptions.OAuth> oauth(Options options) {
        boolean any = options.has(Option.OAUTH_ISSUER) || options.has(Option.OAUTH_AUDIENCE);
        if (!any && !options.has(Option.OAUTH_JWKS)) {
            return Optional.empty();
        }
        return Optional.of(new HttpOptions.OAuth(
                together(
                        options,
                        Option.OAUTH_ISSUER,
                        options.has(Option.OAUTH_JWKS) ? Option.OAUTH_JWKS : Option.OAUTH_AUDIENCE),
                address(options, Option.OAUTH_JWKS),
                options.value(Option.OAUTH_AUDIENCE)));
    }

    private static Optional<HttpOptions.Tls> tls(Options options) {
        boolean pem = options.has(Option.TLS_CERT) || options.has(Option.TLS_KEY);
        boolean store = options.has(Option.TLS_KEYSTORE) || options.has(Option.TLS_KEYSTORE_PASSWORD_FILE);
        if (pem && store) {
            throw new IllegalArgumentException(
                    Option.TLS_CERT.spelling() + " and " + Option.TLS_KEYSTORE.spelling() + ": take one of them.");
        }
        if (pem) {
            return Optional.of(new HttpOptions.Tls.Pem(
                    Path.of(together(options, Option.TLS_CERT, Option.TLS_KEY)),
                    Path.of(together(options, Option.TLS_KEY, Option.TLS_CERT))));
        }
        if (store) {
            return Optional.of(new HttpOptions.Tls.KeyStore(
                    Path.of(together(options, Option.TLS_KEYSTORE, Option.TLS_KEYSTORE_PASSWORD_FILE)),
                    options.value(Option.TLS_KEYSTORE_PASSWORD_FILE).map(Path::of)));
        }
        return Optional.empty();
    }

    private static String together(Options options, Option option, Option other) {
        return options.value(option)
                .orElseThrow(() ->
                        new IllegalArgumentException(other.spelling() + " needs " + option.spelling() + " beside it."));
    }

    /** A new key and its line, in words for a person. */
    static String newKey(Options options) throws Options.UsageException {
        String[] parts = options.value(Option.HASH_KEY).orElse("").split(":", 2);
        Role[] roles = Role.values();
        try {
            Role role = Role.valueOf(parts[parts.length - 1].toUpperCase(Locale.ROOT));
            Keys.NewKey made = Keys.create(parts.length == 2 ? parts[0] : "", role);
            return "The key, for the caller; it is shown this once:\n" + made.key() + "\nThe line, for the file of "
                    + Option.KEYS.spelling() + ":\n" + made.line() + "\n";
        } catch (IllegalArgumentException e) {
            throw new Options.UsageException(Option.HASH_KEY.spelling() + " takes NAME:ROLE, with a role of "
                    + Arrays.toString(roles).toLowerCase(Locale.ROOT)
                    + " and a name of letters, digits and . _ @ -, such as shop:ship.");
        }
    }
}
