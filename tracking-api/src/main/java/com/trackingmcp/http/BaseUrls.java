package com.trackingmcp.http;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a URL must be that an API begins at: {@code https}, so that nobody on the way reads credentials and addresses.
 * Plain {@code http} leads to this machine alone, unless it was allowed. Stateless.
 *
 * <p>Every {@link CarrierHttp} is held to it, whoever makes it, and so is every door to tokens.
 */
public final class BaseUrls {
    /** The setting that allows plain HTTP to other machines, {@code true} or {@code false}. */
    public static final String ALLOW_PLAIN_HTTP = "ALLOW_PLAIN_HTTP";

    /** RFC 6761, section 6.3: such names lead to this machine; and RFC 1122, section 3.2.1.3: so do such addresses. */
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|[a-z0-9.-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[(::1|(0{1,4}:){7}0{0,3}1)]",
            Pattern.CASE_INSENSITIVE);

    private BaseUrls() {}

    /**
     * What is wrong with a URL; empty where nothing is. The text does not repeat it, for it may hold a password.
     *
     * @param plainHttp whether plain HTTP to other machines was allowed
     */
    public static Optional<String> problem(URI uri, boolean plainHttp) {
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || !plain && !"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("expected an absolute URL such as https://api.example.com");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return Optional.of("expected a URL without user, query and fragment, such as https://api.example.com/root");
        }
        if (plain && !plainHttp && !isLoopback(uri)) {
            return Optional.of(
                    "plain http to another machine shows credentials and addresses to whoever is on the way: use"
                            + " https, or where that way is trusted allow it with " + ALLOW_PLAIN_HTTP
                            + "=true or TrackingClient.builder().allowPlainHttp(true)");
        }
        return Optional.empty();
    }

    /** Whether it leads to this machine, told from the URL alone: names are not looked up. */
    public static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches();
    }
}
