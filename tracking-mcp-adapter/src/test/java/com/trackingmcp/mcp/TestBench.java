package com.trackingmcp.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.internal.book.QuoteBook;
import com.trackingmcp.mcp.internal.book.ShipmentBook;
import com.trackingmcp.mcp.internal.confirm.Confirmations;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.Exposure;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolEvent;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.mcp.internal.tool.Toolbox;
import com.trackingmcp.mcp.internal.tools.Tools;
import com.trackingmcp.mcp.internal.tools.Workbench;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The tools over a sandbox with all carriers, called as a server would call them; each answer is held against its schema. */
public final class TestBench implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final CarrierSandbox sandbox;
    private final TrackingClient client;
    private final Workbench bench;
    private final Toolbox tools;
    private final List<ToolEvent> events = Collections.synchronizedList(new ArrayList<>());

    private TestBench(CarrierSandbox sandbox, Map<String, String> settings, Confirm confirm, Path... folders) {
        this.sandbox = sandbox;
        this.client = TrackingClient.builder()
                .clock(sandbox.clock())
                .config(ConfigSource.of(settings))
                .build();
        this.bench = new Workbench(
                () -> client,
                sandbox.clock(),
                new Confirmations(confirm, sandbox.clock()),
                new QuoteBook(sandbox.clock()),
                new ShipmentBook(sandbox.clock()),
                List.of(folders));
        this.tools = new Toolbox(
                Tools.all(bench),
                new Exposure(Toolset.ALL, false),
                () -> client.carriers().stream()
                        .map(ConnectedCarrier::capabilities)
                        .flatMap(List::stream)
                        .toList(),
                events::add);
    }

    /** All carriers of the sandbox; deeds are done at once. */
    public static TestBench open() {
        return open(Confirm.NEVER);
    }

    /** All carriers of the sandbox. */
    public static TestBench open(Confirm confirm, Path... folders) {
        CarrierSandbox sandbox = CarrierSandbox.start();
        return new TestBench(sandbox, sandbox.settings(), confirm, folders);
    }

    /** The sandbox as it is reached by other settings; deeds are done at once. */
    public static TestBench open(CarrierSandbox sandbox, Map<String, String> settings) {
        return new TestBench(sandbox, settings, Confirm.NEVER);
    }

    public CarrierSandbox sandbox() {
        return sandbox;
    }

    public TrackingClient client() {
        return client;
    }

    public Workbench bench() {
        return bench;
    }

    public Toolbox tools() {
        return tools;
    }

    public List<ToolEvent> events() {
        return events;
    }

    /** Calls a tool; arguments as JSON with single quotes for double ones. */
    public ToolAnswer call(String tool, String arguments) {
        return call(tool, arguments, Caller.LOCAL, Dialogue.NONE);
    }

    /** Calls a tool. */
    public ToolAnswer call(String tool, String arguments, Caller caller, Dialogue dialogue) {
        return call(tool, json(arguments), caller, dialogue);
    }

    /** Calls a tool. */
    public ToolAnswer call(String tool, ObjectNode arguments, Caller caller, Dialogue dialogue) {
        ToolAnswer answer = tools.call(tool, arguments, caller, dialogue);
        if (answer.structured() != null) {
            assertFits(spec(tool), answer.structured());
        }
        return answer;
    }

    /** The structured answer of a call that must succeed. */
    public JsonNode ask(String tool, String arguments) {
        ToolAnswer answer = call(tool, arguments);
        if (answer.structured() == null) {
            throw new AssertionError(answer.text());
        }
        return answer.structured();
    }

    public ToolSpec spec(String tool) {
        return tools.specs().stream()
                .filter(spec -> spec.name().equals(tool))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no tool " + tool));
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static void assertFits(ToolSpec spec, JsonNode answer) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Json.of(spec.output().toMap()).toString(), InputFormat.JSON);
        var errors = schema.validate(answer.toString(), InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new AssertionError(
                    spec.name() + " answers what its schema does not allow: " + errors + "\n" + answer);
        }
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}
