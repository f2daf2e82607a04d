package com.trackingmcp.mcp.internal.sdk;

import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.audit.CallLog;
import com.trackingmcp.mcp.internal.book.QuoteBook;
import com.trackingmcp.mcp.internal.book.ShipmentBook;
import com.trackingmcp.mcp.internal.confirm.Confirmations;
import com.trackingmcp.mcp.internal.prompt.Instructions;
import com.trackingmcp.mcp.internal.prompt.Prompts;
import com.trackingmcp.mcp.internal.resource.Shelves;
import com.trackingmcp.mcp.internal.tool.Exposure;
import com.trackingmcp.mcp.internal.tool.ToolEvent;
import com.trackingmcp.mcp.internal.tool.Toolbox;
import com.trackingmcp.mcp.internal.tools.Connection;
import com.trackingmcp.mcp.internal.tools.Tools;
import com.trackingmcp.mcp.internal.tools.Workbench;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is behind every transport: one client, one set of tools, resources and prompts. Safe for use by many threads.
 */
public final class ServerCore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCore.class);

    private final Connection connection;
    private final Workbench bench;
    private final Toolbox toolbox;
    private final SdkBinding binding;
    private final SdkBinding.Identity identity;
    private final List<Consumer<ToolEvent>> observers = new CopyOnWriteArrayList<>(List.of(new CallLog()));

    /**
     * How the server is set up.
     *
     * @param hint what the instructions say beside what they always say; may be empty
     */
    public record Setup(
            String version,
            Clock clock,
            Toolset toolset,
            boolean readOnly,
            Confirm confirm,
            List<Path> folders,
            String hint) {
        /** How the server is set up. */
        public Setup {
            folders = List.copyOf(folders);
        }
    }

    /** A server over a client; closes the connection in the end. */
    public ServerCore(Setup setup, Connection connection) {
        this(setup, connection, server -> {});
    }

    /**
     * A server over a client.
     *
     * @param extras adds what a test needs to a server with sessions
     */
    public ServerCore(Setup setup, Connection connection, Consumer<SyncSpecification<?>> extras) {
        this.connection = connection;
        this.bench = new Workbench(
                connection,
                setup.clock(),
                new Confirmations(setup.confirm(), setup.clock()),
                new QuoteBook(setup.clock()),
                new ShipmentBook(setup.clock()),
                setup.folders());
        this.toolbox = new Toolbox(
                Tools.all(bench), new Exposure(setup.toolset(), setup.readOnly()), connection::verbs, this::ended);
        this.identity = new SdkBinding.Identity(
                "tracking-mcp", "TrackingMCP", setup.version(), Instructions.with(setup.hint()));
        this.binding = new SdkBinding(
                identity,
                toolbox,
                Shelves.of(connection, bench.shipments(), bench.papers()).each(),
                Prompts.all(connection),
                connection.made(),
                extras);
    }

    private void ended(ToolEvent event) {
        for (Consumer<ToolEvent> observer : observers) {
            try {
                observer.accept(event);
            } catch (RuntimeException e) {
                LOG.error("An observer failed", e);
            }
        }
    }

    /** Tells somebody of every call of a tool from now on. */
    public void observe(Consumer<ToolEvent> observer) {
        observers.add(observer);
    }

    /** What clients are told of the server. */
    public SdkBinding.Identity identity() {
        return identity;
    }

    /** The client, as soon as it is made. */
    public Connection connection() {
        return connection;
    }

    /** What all tools work with. */
    public Workbench bench() {
        return bench;
    }

    /** The tools. */
    public Toolbox toolbox() {
        return toolbox;
    }

    /** The way to a transport. */
    public SdkBinding binding() {
        return binding;
    }

    /** Serves one session over two streams, until there is no more to read. */
    public void serve(InputStream in, OutputStream out) throws IOException, InterruptedException {
        GuardedStdio stdio = new GuardedStdio(binding, in, out, connection::start);
        binding.bind(stdio);
        stdio.serve();
    }

    @Override
    public void close() {
        connection.close();
    }
}
