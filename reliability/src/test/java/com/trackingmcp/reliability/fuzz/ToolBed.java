package com.trackingmcp.reliability.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.book.QuoteBook;
import com.trackingmcp.mcp.internal.book.ShipmentBook;
import com.trackingmcp.mcp.internal.confirm.Confirmations;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.Exposure;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.Toolbox;
import com.trackingmcp.mcp.internal.tools.Tools;
import com.trackingmcp.mcp.internal.tools.Workbench;
import com.trackingmcp.testkit.CarrierSandbox;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All tools over all carriers of a sandbox, without a socket between. For one thread; ends with {@link #close()}. */
final class ToolBed implements AutoCloseable {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final SandboxInProcess wire = new SandboxInProcess(sandbox);
    private final AtomicLong given = new AtomicLong();
    private final TrackingClient client = TrackingClient.builder()
            .config(sandbox.config())
            .clock(sandbox.clock())
            .cache(CachePolicy.off())
            .retries(0, Duration.ZERO)
            .deadline(Duration.ofSeconds(20))
            .httpClient(new InProcessHttp(this::answer))
            .build();
    private final List<String> offered = client.carriers().stream()
            .map(ConnectedCarrier::capabilities)
            .flatMap(List::stream)
            .toList();
    private final Toolbox tools;
    private final DefectLog log = new DefectLog();

    private ToolBed() {
        Workbench bench = new Workbench(
                () -> client,
                sandbox.clock(),
                new Confirmations(Confirm.NEVER, sandbox.clock()),
                new QuoteBook(sandbox.clock()),
                new ShipmentBook(sandbox.clock()),
                List.of());
        tools = new Toolbox(Tools.all(bench), new Exposure(Toolset.ALL, false), () -> offered, event -> {});
    }

    static ToolBed open() {
        return new ToolBed();
    }

    Toolbox tools() {
        return tools;
    }

    ToolAnswer call(String tool, ObjectNode arguments) {
        sandbox.forgetCalls();
        given.set(arguments.toString().length());
        return tools.call(tool, arguments, Caller.LOCAL, Dialogue.NONE);
    }

    private Reply answer(HttpRequest request) {
        Reply reply = wire.apply(request);
        given.addAndGet(reply.length());
        return reply;
    }

    /** How much there was to read in the last call: its arguments, and what carriers answered. */
    long given() {
        return given.get();
    }

    /** What the log says of the last defect, which the answer does not. */
    @Nullable
    Throwable cause() {
        return log.last();
    }

    @Override
    public void close() {
        log.close();
        client.close();
        sandbox.close();
    }
}
