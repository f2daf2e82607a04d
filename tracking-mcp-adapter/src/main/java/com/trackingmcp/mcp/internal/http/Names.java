package com.trackingmcp.mcp.internal.http;

import com.trackingmcp.mcp.HttpOptions;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * By which names the server may be called, and from which pages: against pages that reach it under a name of their own
 * (DNS rebinding). Immutable.
 */
final class Names {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::", "[::]");

    private final Set<String> hosts = new HashSet<>(LOOPBACK);
    private final Set<String> origins = new HashSet<>();
    private final boolean anyAddress;

    Names(HttpOptions options) {
        anyAddress = WILDCARDS.contains(options.host());
        if (!anyAddress) {
            hosts.add(inUri(options.host()));
        }
        options.publicUrl().map(URI::getHost).ifPresent(host -> hosts.add(lower(host)));
        options.publicUrl().ifPresent(url -> origins.add(origin(url)));
        options.allowedHosts().forEach(host -> hosts.add(lower(host)));
        options.allowedOrigins().forEach(origin -> origins.add(lower(origin)));
    }

    /** Whether nobody but this machine can reach an address. */
    static boolean isLoopback(String host) {
        return LOOPBACK.contains(inUri(host)) || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    static boolean isWildcard(String host) {
        return WILDCARDS.contains(host);
    }

    /** An address as it stands in a URI, where those of IPv6 have brackets. */
    static String inUri(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + lower(host) + "]" : lower(host);
    }

    /**
     * Whether it is a name of this server.
     *
     * @param header what the request said, with or without a port
     */
    boolean isHost(String header) {
        String given = lower(header);
        String name = given.replaceFirst(":[0-9]{1,5}$", "");
        // an address cannot be rebound: it is where the page's own machine says it is
        return hosts.contains(name) || hosts.contains(given) || anyAddress && isAddress(name);
    }

    private static boolean isAddress(String name) {
        return name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");
    }

    /** Whether a page of that origin may call. */
    boolean isOrigin(String header) {
        return isListedOrigin(header) || host(header).filter(LOOPBACK::contains).isPresent();
    }

    /** Whether that origin was named in the options, so that its pages may read answers too. */
    boolean isListedOrigin(String header) {
        return origins.contains(lower(header));
    }

    private static Optional<String> host(String origin) {
        try {
            URI uri = URI.create(origin);
            boolean web = List.of("http", "https").contains(String.valueOf(uri.getScheme()));
            return web ? Optional.ofNullable(uri.getHost()).map(Names::lower) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String origin(URI url) {
        return lower(url.getScheme() + "://" + url.getRawAuthority());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
