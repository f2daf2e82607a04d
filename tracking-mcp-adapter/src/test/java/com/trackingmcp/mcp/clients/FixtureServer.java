package com.trackingmcp.mcp.clients;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.HttpOptions;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.http.HttpServer;
import com.trackingmcp.mcp.internal.sdk.ServerCore;
import com.trackingmcp.mcp.internal.tools.Connection;
import com.trackingmcp.testkit.CarrierSandbox;
import java.util.List;

/** The server as it is handed out, in this process, with the fixtures of the conformance suite beside its own tools. */
final class FixtureServer implements AutoCloseable {
    private final CarrierSandbox sandbox;
    private final ServerCore core;
    private final HttpServer server;

    private FixtureServer(CarrierSandbox sandbox) {
        this.sandbox = sandbox;
        this.core = new ServerCore(
                new ServerCore.Setup("1", sandbox.clock(), Toolset.ALL, false, Confirm.TOKEN, List.of(), ""),
                Connection.making(() -> TrackingClient.builder()
                        .clock(sandbox.clock())
                        .config(sandbox.config())
                        .build()),
                extras -> {
                    ConformanceTools.addTo(extras);
                    ConformanceTexts.addTo(extras);
                });
        this.server = HttpServer.start(core, HttpOptions.builder().port(0).build());
    }

    static FixtureServer start() {
        return new FixtureServer(CarrierSandbox.start());
    }

    String url() {
        return server.uri() + "/mcp";
    }

    @Override
    public void close() {
        server.close();
        core.close();
        sandbox.close();
    }
}
