package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.mcp.Caller;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One session over two streams, a message a line. What is wrong on one line is answered and does not end the session;
 * requests run side by side and can be cancelled; at the end of what comes in, what was asked is answered first.
 */
public final class GuardedStdio implements McpServerTransportProvider {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedStdio.class);
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_AT_ONCE = 32;
    private static final int MOST_WAITING = 1_000;
    private static final int BUSY = -32_000;
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final String CANCELLED = "notifications/cancelled";
    private static final Set<String> NEED_RESOURCES =
            Set.of(McpSchema.METHOD_RESOURCES_LIST, McpSchema.METHOD_RESOURCES_READ);
    private static final AtomicInteger SESSIONS = new AtomicInteger();
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final String name = "stdio-" + SESSIONS.incrementAndGet();
    private final SdkBinding binding;
    private final ObjectMapper json;
    private final LineReader in;
    private final OutputStream out;
    private final ExecutorService workers;
    private final Runnable begun;
    private @Nullable McpServerSession session;
    private volatile boolean initialized;
    private volatile boolean broken;

    /**
     * One session; served by {@link #serve}.
     *
     * @param begun runs once a message is answered, for what would take the processor from the first answer; several
     *     times
     */
    public GuardedStdio(SdkBinding binding, InputStream in, OutputStream out, Runnable begun) {
        this.binding = binding;
        this.json = binding.json();
        this.in = new LineReader(in, LONGEST_LINE);
        this.out = out;
        this.begun = begun;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST_AT_ONCE,
                MOST_AT_ONCE,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                GuardedStdio::worker);
        pool.allowCoreThreadTimeOut(true);
        this.workers = pool;
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "tracking-mcp-stdio-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = factory.create(new Outgoing());
    }

    /** Reads until there is no more, and answers what was asked, for a few seconds at most. */
    public void serve() throws IOException, InterruptedException {
        try {
            for (Optional<LineReader.Line> line = in.read(); line.isPresent() && !broken; line = in.read()) {
                receive(line.get());
                begun.run();
            }
        } finally {
            workers.shutdown();
            if (!workers.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                binding.calls().cancelAll(name);
                workers.shutdownNow();
            }
        }
    }

    private void receive(LineReader.Line line) {
        if (line.tooLong()) {
            refuse(
                    null,
                    new JSONRPCError(
                            ErrorCodes.INVALID_REQUEST, "Invalid request: longer than " + LONGEST_LINE + " bytes"));
            return;
        }
        Incoming incoming = Incoming.read(json, line.bytes());
        if (incoming instanceof Incoming.Wrong wrong) {
            refuse(wrong.id(), wrong.error());
            return;
        }
        Incoming.Message message = (Incoming.Message) incoming;
        if (message.message() instanceof JSONRPCRequest request) {
            request(request, RunningCalls.request(message.json().get("id")));
        } else if (message.message() instanceof JSONRPCNotification notification) {
            notification(notification, message.json().path("params"));
        } else {
            handle(message.message());
        }
    }

    private void notification(JSONRPCNotification notification, JsonNode params) {
        switch (notification.method()) {
            case McpSchema.METHOD_NOTIFICATION_INITIALIZED -> {
                handle(notification);
                initialized = true;
            }
            case CANCELLED -> binding.calls().cancel(name, RunningCalls.request(params.path("requestId")));
            default -> LOG.debug("Nobody asked for {}", notification.method());
        }
    }

    private void request(JSONRPCRequest request, String id) {
        if (request.method().equals(McpSchema.METHOD_INITIALIZE)) {
            handle(request);
        } else if (request.method().equals(McpSchema.METHOD_PING)) {
            send(JSONRPCResponse.result(request.id(), Map.of()));
        } else if (!initialized) {
            refuse(
                    request.id(),
                    new JSONRPCError(
                            ErrorCodes.INVALID_REQUEST,
                            "Not initialized: send initialize and notifications/initialized first"));
        } else {
            start(request, id);
        }
    }

    private void start(JSONRPCRequest request, String id) {
        Optional<RunningCalls.Call> call = binding.calls().announce(name, id);
        if (call.isEmpty()) {
            refuse(request.id(), new JSONRPCError(ErrorCodes.INVALID_REQUEST, "Invalid request: the id is in use"));
            return;
        }
        try {
            workers.execute(() -> run(request, call.get()));
        } catch (RejectedExecutionException e) {
            call.get().end();
            refuse(request.id(), new JSONRPCError(BUSY, "Too many requests at once; wait for answers"));
        }
    }

    private void run(JSONRPCRequest request, RunningCalls.Call call) {
        try (call) {
            if (call.start()) {
                if (NEED_RESOURCES.contains(request.method())) {
                    binding.awaitResources(CONNECT);
                }
                handle(request);
            }
        } catch (InterruptedException e) {
            LOG.debug("Cancelled: {}", request.method());
        }
    }

    /** On this thread, until it is done. */
    private void handle(JSONRPCMessage message) {
        McpServerSession own = session;
        if (own == null) {
            throw new IllegalStateException("not bound to a server");
        }
        McpTransportContext context = new Peer(Caller.LOCAL, name, Optional.empty()).context();
        try {
            own.handle(message)
                    .contextWrite(values -> values.put(McpTransportContext.KEY, context))
                    .block();
        } catch (RuntimeException e) {
            LOG.error("A message was not handled", e);
            if (message instanceof JSONRPCRequest request) {
                send(JSONRPCResponse.error(request.id(), new JSONRPCError(ErrorCodes.INTERNAL_ERROR, "")));
            }
        }
    }

    private void refuse(@Nullable Object id, JSONRPCError error) {
        write(id == null ? new SdkJson.Refusal(error) : JSONRPCResponse.error(id, error));
    }

    private void send(JSONRPCMessage message) {
        if (message instanceof JSONRPCResponse answer && answer.id() != null) {
            String id = RunningCalls.request(json.valueToTree(answer.id()));
            if (!binding.calls().endedInTime(name, id)) {
                return;
            }
        }
        write(message);
    }

    private void write(Object message) {
        try {
            byte[] line = binding.mapper().writeValueAsBytes(message);
            synchronized (out) {
                out.write(line);
                out.write('\n');
                out.flush();
            }
        } catch (IOException e) {
            if (!broken) {
                LOG.error("The client is gone: {}", e.toString());
            }
            broken = true;
        }
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        McpServerSession own = session;
        return own == null || !initialized ? Mono.empty() : own.sendNotification(method, params);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(workers::shutdownNow);
    }

    /** The way out of the session. */
    private final class Outgoing implements McpServerTransport {
        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            return Mono.fromRunnable(() -> send(message));
        }

        @Override
        public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
            McpJsonMapper mapper = binding.mapper();
            return mapper.convertValue(data, type);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }

        @Override
        public void close() {}
    }
}
