package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.mcp.internal.prompt.Prompt;
import com.trackingmcp.mcp.internal.resource.Shelf;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.Toolbox;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tools, resources and prompts, bound to a transport of the SDK; each binding is a server of its own, all over the
 * same tools. Safe for use by many threads.
 */
public final class SdkBinding {
    private static final Logger LOG = LoggerFactory.getLogger(SdkBinding.class);
    /** How long a person may think about a question. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(10);

    private final Identity identity;
    private final RunningCalls calls = new RunningCalls();
    private final ObjectMapper json = SdkJson.newMapper();
    private final McpJsonMapper mapper = new GuardedMapper(json);
    private final SdkTools tools;
    private final SdkResources resources;
    private final SdkPrompts prompts;
    private final CompletionStage<?> connected;
    private final Consumer<SyncSpecification<?>> extras;
    private final List<CompletableFuture<Void>> listed = new CopyOnWriteArrayList<>();

    /**
     * What a client is told of the server.
     *
     * @param instructions what a model reads first
     */
    public record Identity(String name, String title, String version, String instructions) {
        private Implementation implementation() {
            return Implementation.builder(name, version).title(title).build();
        }
    }

    /**
     * A binding.
     *
     * @param connected done once the carriers are connected, by whoever connects them: only then the resources that
     *     depend on them are listed
     * @param extras adds what a test needs to a server with sessions
     */
    public SdkBinding(
            Identity identity,
            Toolbox toolbox,
            List<Shelf> shelves,
            List<Prompt> prompts,
            CompletionStage<?> connected,
            Consumer<SyncSpecification<?>> extras) {
        Guard guard = new Guard(calls);
        this.identity = identity;
        this.tools = new SdkTools(toolbox, guard);
        this.resources = new SdkResources(shelves, guard);
        this.prompts = new SdkPrompts(prompts, guard);
        this.connected = connected;
        this.extras = extras;
    }

    /** JSON as all transports write it. */
    public McpJsonMapper mapper() {
        return mapper;
    }

    /** The same, for who reads a message before the SDK does. */
    public ObjectMapper json() {
        return json;
    }

    /** The calls that go on, whichever transport they came by. */
    public RunningCalls calls() {
        return calls;
    }

    /** A server with sessions, over HTTP. */
    public McpSyncServer bind(McpStreamableServerTransportProvider transport) {
        return build(McpServer.sync(transport));
    }

    /** A server for one session, over streams. */
    public McpSyncServer bind(McpServerTransportProvider transport) {
        return build(McpServer.sync(transport));
    }

    private McpSyncServer build(SyncSpecification<?> server) {
        server.serverInfo(identity.implementation())
                .instructions(identity.instructions())
                .capabilities(capabilities(true))
                .jsonMapper(mapper)
                .jsonSchemaValidator(NoValidation.INSTANCE)
                .validateToolInputs(false)
                .requestTimeout(REQUEST_TIMEOUT)
                .immediateExecution(true)
                .addToolFilter(tools::isVisible);
        addTools(server);
        addResources(server);
        addPrompts(server);
        extras.accept(server);
        McpSyncServer built = server.build();
        list(entry -> built.addResource(new McpServerFeatures.SyncResourceSpecification(
                entry, (exchange, request) -> resources.read(exchange.transportContext(), request))));
        return built;
    }

    private void addTools(SyncSpecification<?> server) {
        tools.all()
                .forEach(tool -> server.toolCall(
                        tool,
                        (exchange, request) -> tools.call(
                                exchange.transportContext(),
                                request,
                                new SdkDialogue(exchange, request.progressToken()))));
    }

    private void addResources(SyncSpecification<?> server) {
        resources.templates().forEach(template -> {
            server.resourceTemplates(new McpServerFeatures.SyncResourceTemplateSpecification(
                    template, (exchange, request) -> resources.read(exchange.transportContext(), request)));
            server.completions(new McpServerFeatures.SyncCompletionSpecification(
                    new ResourceReference(template.uriTemplate()),
                    (exchange, request) ->
                            resources.complete(exchange.transportContext(), template.uriTemplate(), request)));
        });
    }

    private void addPrompts(SyncSpecification<?> server) {
        prompts.all().forEach(prompt -> {
            server.prompts(new McpServerFeatures.SyncPromptSpecification(
                    SdkPrompts.prompt(prompt),
                    (exchange, request) -> prompts.get(exchange.transportContext(), prompt, request)));
            server.completions(new McpServerFeatures.SyncCompletionSpecification(
                    new PromptReference(prompt.name()),
                    (exchange, request) -> prompts.complete(exchange.transportContext(), prompt, request)));
        });
    }

    /** A server without sessions, which cannot ask back, over HTTP. */
    public McpStatelessSyncServer bind(McpStatelessServerTransport transport) {
        McpServer.StatelessSyncSpecification server = McpServer.sync(transport)
                .serverInfo(identity.implementation())
                .instructions(identity.instructions())
                .capabilities(capabilities(false))
                .jsonMapper(mapper)
                .jsonSchemaValidator(NoValidation.INSTANCE)
                .validateToolInputs(false)
                .requestTimeout(REQUEST_TIMEOUT)
                .immediateExecution(true)
                .addToolFilter(tools::isVisible);
        addTools(server);
        addResources(server);
        addPrompts(server);
        McpStatelessSyncServer built = server.build();
        list(entry ->
                built.addResource(new McpStatelessServerFeatures.SyncResourceSpecification(entry, resources::read)));
        return built;
    }

    private void addTools(McpServer.StatelessSyncSpecification server) {
        tools.all()
                .forEach(tool ->
                        server.toolCall(tool, (context, request) -> tools.call(context, request, Dialogue.NONE)));
    }

    private void addResources(McpServer.StatelessSyncSpecification server) {
        resources.templates().forEach(template -> {
            server.resourceTemplates(
                    new McpStatelessServerFeatures.SyncResourceTemplateSpecification(template, resources::read));
            server.completions(new McpStatelessServerFeatures.SyncCompletionSpecification(
                    new ResourceReference(template.uriTemplate()),
                    (context, request) -> resources.complete(context, template.uriTemplate(), request)));
        });
    }

    private void addPrompts(McpServer.StatelessSyncSpecification server) {
        prompts.all().forEach(prompt -> {
            server.prompts(new McpStatelessServerFeatures.SyncPromptSpecification(
                    SdkPrompts.prompt(prompt), (context, request) -> prompts.get(context, prompt, request)));
            server.completions(new McpStatelessServerFeatures.SyncCompletionSpecification(
                    new PromptReference(prompt.name()),
                    (context, request) -> prompts.complete(context, prompt, request)));
        });
    }

    private static ServerCapabilities capabilities(boolean sessions) {
        ServerCapabilities.Builder capabilities = ServerCapabilities.builder()
                .tools(false)
                .resources(sessions, false)
                .prompts(false)
                .completions();
        return (sessions ? capabilities.logging() : capabilities).build();
    }

    /** Whether the carriers can be connected or not: there are resources that need none. */
    private void list(Consumer<Resource> add) {
        listed.add(connected
                .handle((done, failure) -> {
                    resources.entries().forEach(add);
                    return failure;
                })
                .<Void>thenApply(done -> null)
                .toCompletableFuture());
    }

    /** Waits until all resources are listed, or the carriers cannot be connected; for a bounded time. */
    public void awaitResources(Duration most) throws InterruptedException {
        try {
            CompletableFuture.allOf(listed.toArray(CompletableFuture[]::new))
                    .get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Not all resources are listed: {}", e.toString());
        }
    }

    /** Tests hold every answer against its schema; at run time there is nothing to find. */
    private enum NoValidation implements JsonSchemaValidator {
        INSTANCE;

        @Override
        public ValidationResponse validate(Map<String, Object> schema, Object content) {
            return ValidationResponse.asValid(null);
        }
    }
}
