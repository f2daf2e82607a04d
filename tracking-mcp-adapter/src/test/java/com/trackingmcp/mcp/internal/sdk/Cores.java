package com.trackingmcp.mcp.internal.sdk;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.tools.Connection;
import com.trackingmcp.testkit.CarrierSandbox;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import java.util.List;
import java.util.function.Consumer;

/** Servers over a sandbox. */
final class Cores {
    private Cores() {}

    static ServerCore.Setup setup(CarrierSandbox sandbox) {
        return new ServerCore.Setup("1.2.3", sandbox.clock(), Toolset.ALL, false, Confirm.TOKEN, List.of(), "");
    }

    static ServerCore over(CarrierSandbox sandbox) {
        return over(sandbox, server -> {});
    }

    static ServerCore over(CarrierSandbox sandbox, Consumer<SyncSpecification<?>> extras) {
        return new ServerCore(setup(sandbox), Connection.making(() -> client(sandbox)), extras);
    }

    static TrackingClient client(CarrierSandbox sandbox) {
        return TrackingClient.builder()
                .clock(sandbox.clock())
                .config(sandbox.config())
                .build();
    }
}
