package com.trackingmcp.mcp.internal.http;

import com.trackingmcp.mcp.HttpOptions;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How the container listens. Stateless. */
final class Listener {
    private static final int THREADS = 200;
    private static final int CONNECTIONS = 4_096;

    private Listener() {}

    static Server server() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("trackingmcp-http");
        Server server = new Server(threads);
        server.setErrorHandler(new SmallErrors());
        return server;
    }

    static ServerConnector connector(
            Server server,
            HttpOptions options,
            Optional<CertificateWatch> certificates,
            Bounds bounds,
            SlowPeers slowPeers) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(bounds.header());
        http.setUriCompliance(UriCompliance.RFC3986);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector;
        if (certificates.isPresent()) {
            // the names that the server goes by are checked once, for plain HTTP as well
            http.addCustomizer(new SecureRequestCustomizer(false));
            connector = new ServerConnector(
                    server, new SslConnectionFactory(certificates.get().factory(), "http/1.1"), plain);
        } else {
            connector = new ServerConnector(server, plain);
        }
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(bounds.request().toMillis());
        connector.addBean(slowPeers);
        connector.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        server.addConnector(connector);
        return connector;
    }
}
