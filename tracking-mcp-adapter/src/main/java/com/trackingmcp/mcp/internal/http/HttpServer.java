package com.trackingmcp.mcp.internal.http;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.HttpOptions;
import com.trackingmcp.mcp.HttpService;
import com.trackingmcp.mcp.TokenVerifier;
import com.trackingmcp.mcp.internal.auth.CallerLimits;
import com.trackingmcp.mcp.internal.auth.FileKeys;
import com.trackingmcp.mcp.internal.auth.JwtTokens;
import com.trackingmcp.mcp.internal.sdk.SdkBinding;
import com.trackingmcp.mcp.internal.sdk.ServerCore;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server over HTTP, from {@link #start} to {@link #close}: the messages on {@code /mcp}, and beside them what it is,
 * its health and its metrics. Safe for use by many threads.
 */
public final class HttpServer implements HttpService {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final String MESSAGES = Endpoint.PATH;
    private static final String RESOURCE = "/.well-known/oauth-protected-resource";
    private static final int REQUESTS_A_MINUTE = 600;
    private static final String DESCRIPTION =
            "Tracks parcels, compares rates, ships and books pickups with several carriers.";

    private final Server server;
    private final ServerConnector connector;
    private final Optional<CertificateWatch> certificates;
    private final SlowPeers slowPeers;
    private final Traffic traffic;
    private final Duration stop;
    private final Duration sweep;
    private final HttpOptions options;
    private final Endpoint endpoint;

    /** What the server is, for who asks before connecting. */
    record About(String name, String title, String version, String description) {}

    /**
     * What it serves.
     *
     * @param client the one client, once its carriers are connected; never waits
     */
    record Parts(SdkBinding binding, About about, Supplier<Optional<TrackingClient>> client, Metrics metrics) {}

    /**
     * Starts it over what every transport serves, and counts what is done from now on.
     *
     * @throws IllegalArgumentException where the options are of no use, in words for who wrote them
     * @throws UncheckedIOException where it cannot listen there
     */
    public static HttpServer start(ServerCore core, HttpOptions options) {
        SdkBinding.Identity identity = core.identity();
        About about =
                new About("com.trackingmcp/" + identity.name(), identity.title(), identity.version(), DESCRIPTION);
        Metrics metrics = new Metrics();
        Parts parts = new Parts(core.binding(), about, core.connection()::now, metrics);
        HttpServer server = start(parts, options, Bounds.DEFAULT);
        core.observe(metrics);
        core.connection().listen(metrics);
        core.connection().made().thenAccept(metrics::show);
        core.connection().start();
        return server;
    }

    static HttpServer start(Parts parts, HttpOptions options, Bounds bounds) {
        refuseOpenDoor(options);
        HttpServer server = new HttpServer(parts.binding(), options, bounds);
        try {
            server.listen();
            server.serve(parts, bounds);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private HttpServer(SdkBinding binding, HttpOptions options, Bounds bounds) {
        this.options = options;
        this.slowPeers = new SlowPeers(bounds.request());
        this.traffic = new Traffic(bounds, options.authenticates());
        this.stop = bounds.stop();
        this.sweep = bounds.request().dividedBy(10);
        this.server = Listener.server();
        this.certificates = options.tls().map(CertificateWatch::new);
        this.connector = Listener.connector(server, options, certificates, bounds, slowPeers);
        this.endpoint =
                options.stateless() ? Endpoint.stateless(binding, bounds) : Endpoint.withSessions(binding, bounds);
    }

    private void listen() {
        try {
            connector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot listen at port " + options.port() + " of " + options.host() + ": " + e.getMessage(), e);
        }
    }

    private static void refuseOpenDoor(HttpOptions options) {
        if (!options.authenticates() && !Names.isLoopback(options.host())) {
            throw new IllegalArgumentException("Whoever reaches " + options.host() + " could spend money here:"
                    + " listening beyond this machine needs --keys or --oauth-issuer");
        }
        if (options.oauth().isPresent() && options.publicUrl().isEmpty() && Names.isWildcard(options.host())) {
            throw new IllegalArgumentException("--oauth-issuer needs --public-url where --host is " + options.host()
                    + ": tokens are for one address");
        }
        if (!Names.isLoopback(options.host()) && options.tls().isEmpty()) {
            LOG.warn("Tokens travel readable over {} unless something in front of it speaks TLS", options.host());
        }
    }

    private void serve(Parts parts, Bounds bounds) {
        String messages = uri() + MESSAGES;
        Optional<String> metadata = options.oauth().map(any -> uri() + RESOURCE + MESSAGES);
        Gate gate = new Gate(
                verifiers(messages),
                metadata,
                new CallerLimits(options.rateLimit().orElse(options.authenticates() ? REQUESTS_A_MINUTE : 0)),
                new CallerLimits(bounds.failures()));
        McpFilter filter = new McpFilter(
                gate,
                traffic,
                parts.binding().calls(),
                parts.binding().json(),
                bounds,
                new McpFilter.Transport(options.stateless(), Endpoint.VERSIONS));
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.setErrorHandler(new SmallErrors());
        add(context, new GuardFilter(new Names(options)), "/*");
        add(context, filter, MESSAGES);
        add(context, endpoint.servlet(), MESSAGES);
        addPages(context, parts, gate, messages);
        parts.metrics().gauge("trackingmcp.sessions", "Sessions that are open", traffic.sessions()::count);
        parts.metrics()
                .gauge(
                        "trackingmcp.calls.running",
                        "Calls that go on",
                        parts.binding().calls()::count);
        slowPeers.setHandler(context);
        server.setHandler(slowPeers);
        begin();
    }

    private List<TokenVerifier> verifiers(String messages) {
        List<TokenVerifier> verifiers = new ArrayList<>();
        options.keys().map(FileKeys::new).ifPresent(verifiers::add);
        options.verifier().ifPresent(verifiers::add);
        // last: it throws where a genuine token gives no role
        options.oauth()
                .map(from -> new JwtTokens(from.issuer(), from.audience().orElse(messages), from.jwks()))
                .ifPresent(verifiers::add);
        return verifiers;
    }

    private void addPages(ServletContextHandler context, Parts parts, Gate gate, String messages) {
        Pages.Page card = Pages.card(parts.about(), messages, Endpoint.VERSIONS, options.authenticates());
        add(context, Pages.servlet(card), "/.well-known/mcp", "/.well-known/mcp.json", MESSAGES + "/server-card");
        options.oauth()
                .map(from -> Pages.resource(parts.about(), messages, from.issuer()))
                .ifPresent(page -> add(context, Pages.servlet(page), RESOURCE, RESOURCE + MESSAGES));
        add(context, Pages.servlet(Pages.live()), "/health/live");
        add(context, Pages.servlet(Pages.ready(parts.client())), "/health/ready");
        add(context, Pages.servlet(Pages.health(parts.client(), gate)), "/health");
        add(context, Pages.servlet(Pages.metrics(parts.metrics(), gate)), "/metrics");
    }

    private static void add(ServletContextHandler context, Filter filter, String path) {
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        context.addFilter(holder, path, EnumSet.of(DispatcherType.REQUEST));
    }

    private static void add(ServletContextHandler context, HttpServlet servlet, String... paths) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        for (String path : paths) {
            context.addServlet(holder, path);
        }
    }

    private void begin() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The server does not start: " + e.getMessage(), e);
        }
        sweep();
    }

    private void sweep() {
        slowPeers.sweep();
        traffic.sessions().sweep();
        certificates.ifPresent(CertificateWatch::look);
        connector.getScheduler().schedule(this::sweep, sweep.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public URI uri() {
        String scheme = options.tls().isPresent() ? "https" : "http";
        String host = Names.isWildcard(options.host()) ? "localhost" : Names.inUri(options.host());
        return options.publicUrl()
                .map(url -> URI.create(url.toString().replaceFirst("/+$", "")))
                .orElseGet(() -> URI.create(scheme + "://" + host + ":" + port()));
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        traffic.stop(stop);
        endpoint.close();
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The server does not stop as it should", e);
        }
        connector.close();
    }
}
