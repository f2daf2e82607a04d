package com.trackingmcp.mcp;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.internal.http.HttpServer;
import com.trackingmcp.mcp.internal.launch.Versions;
import com.trackingmcp.mcp.internal.sdk.ServerCore;
import com.trackingmcp.mcp.internal.tools.Connection;
import com.trackingmcp.observe.CallListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TrackingClient} as an MCP server. Safe for use by many threads; lives until it is closed.
 *
 * <pre>{@code
 * try (TrackingMcpServer server = TrackingMcpServer.builder().toolset(Toolset.TRACK).build()) {
 *     server.serveStdio(System.in, System.out);
 * }
 * }</pre>
 */
public final class TrackingMcpServer implements AutoCloseable {
    private final ServerCore core;

    private TrackingMcpServer(ServerCore core) {
        this.core = core;
    }

    /** A server with all tools, over the carriers on the class path that have credentials in the environment. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Serves one session over two streams, a JSON message a line, as the {@link Caller#LOCAL local} caller. Returns when
     * {@code in} has ended and what was asked is answered, five seconds later at the latest. Nothing else may write to
     * {@code out}. Neither stream is closed.
     *
     * @throws IOException where {@code in} cannot be read
     * @throws InterruptedException where the thread is interrupted while the last answers are waited for
     */
    public void serveStdio(InputStream in, OutputStream out) throws IOException, InterruptedException {
        core.serve(in, out);
    }

    /**
     * Serves any number of callers over HTTP, in the background, until the service is closed; to be closed before this.
     *
     * @throws IllegalArgumentException where the options are of no use: the server would listen beyond this machine and
     *     let everybody in, a file of keys or a certificate cannot be read
     * @throws java.io.UncheckedIOException where it cannot listen there
     */
    public HttpService serveHttp(HttpOptions options) {
        return HttpServer.start(core, options);
    }

    /** Closes the client, unless it was handed over ready made. */
    @Override
    public void close() {
        core.close();
    }

    /** Configures a {@link TrackingMcpServer}. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable TrackingClient client;
        private Function<CallListener, TrackingClient> maker =
                listener -> TrackingClient.builder().listener(listener).build();
        private Clock clock = Clock.systemUTC();
        private Toolset toolset = Toolset.ALL;
        private boolean readOnly;
        private Confirm confirm = Confirm.TOKEN;
        private final List<Path> folders = new ArrayList<>();

        private Builder() {}

        /** A client of one's own, which the server does not close. */
        public Builder client(TrackingClient value) {
            this.client = value;
            return this;
        }

        /**
         * How the client is made, by default {@link TrackingClient#create()}: once, when the first message is answered.
         * The server closes it. Only a client that was made by default is seen in the metrics with what it asks of
         * carriers. Where it throws, every tool that needs a carrier answers what was thrown.
         */
        public Builder client(Supplier<TrackingClient> value) {
            this.client = null;
            this.maker = listener -> value.get();
            return this;
        }

        /** The clock by which quotes, labels and confirmations expire; the system's by default. */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /** Which tools there are; all by default. */
        public Builder toolset(Toolset value) {
            this.toolset = value;
            return this;
        }

        /** Whether only tools that change nothing are there; false by default. */
        public Builder readOnly(boolean value) {
            this.readOnly = value;
            return this;
        }

        /** How a purchase is confirmed; {@link Confirm#TOKEN} by default. */
        public Builder confirm(Confirm value) {
            this.confirm = value;
            return this;
        }

        /** A folder that documents may be read from; may be called several times. None by default. */
        public Builder folder(Path value) {
            folders.add(value);
            return this;
        }

        /** The server. */
        public TrackingMcpServer build() {
            return new TrackingMcpServer(new ServerCore(
                    new ServerCore.Setup(Versions.own(), clock, toolset, readOnly, confirm, folders, ""),
                    client == null ? Connection.listening(maker) : Connection.to(client)));
        }
    }
}
