package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.observe.CallListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one client, made once the server has begun, or somebody asks for it: who asks waits. Where it cannot be made, the log tells
 * why, and so does every call. Safe for use by many threads.
 */
public final class Connection implements Supplier<TrackingClient>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final CompletableFuture<TrackingClient> client = new CompletableFuture<>();
    private final List<CallListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Function<CallListener, TrackingClient>> maker;
    private final boolean own;

    private Connection(@Nullable Function<CallListener, TrackingClient> maker) {
        this.maker = new AtomicReference<>(maker);
        this.own = maker != null;
    }

    /** A client that is there; it is not closed here. */
    public static Connection to(TrackingClient client) {
        Connection connection = new Connection(null);
        connection.client.complete(client);
        return connection;
    }

    /** A client that is made by {@link #start}, or when it is asked for; it is closed here. */
    public static Connection making(Supplier<TrackingClient> maker) {
        return listening(listener -> maker.get());
    }

    /**
     * The same, where it can be told what carriers are asked.
     *
     * @param maker makes a client with this listener
     */
    public static Connection listening(Function<CallListener, TrackingClient> maker) {
        return new Connection(maker);
    }

    /** Makes the client, on a thread of its own, unless that has begun. */
    public void start() {
        Function<CallListener, TrackingClient> first = maker.getAndSet(null);
        if (first != null) {
            Thread thread = new Thread(() -> make(first), "tracking-mcp-connect");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void make(Function<CallListener, TrackingClient> maker) {
        try {
            TrackingClient made = maker.apply(event -> listeners.forEach(listener -> listener.onCall(event)));
            if (!client.complete(made)) {
                made.close();
            }
        } catch (RuntimeException | Error e) {
            if (e instanceof CarrierException known) {
                LOG.error(
                        "No carrier is connected, and every tool that needs one will say so: {} {} {}",
                        known.code().id(),
                        known.details().message(),
                        known.remediation());
            } else {
                LOG.error("No carrier is connected, and every tool that needs one will fail", e);
            }
            client.completeExceptionally(e);
        }
    }

    /** Tells somebody of what carriers are asked from now on, where the client was made for it. */
    public void listen(CallListener listener) {
        listeners.add(listener);
    }

    /** The client, where it is made already; never waits. */
    public Optional<TrackingClient> now() {
        return client.isDone() && !client.isCompletedExceptionally() ? Optional.of(client.join()) : Optional.empty();
    }

    /** Done once it is made, or cannot be. */
    public CompletionStage<TrackingClient> made() {
        return client.minimalCompletionStage();
    }

    /**
     * The client; waits until it is made.
     *
     * @throws com.trackingmcp.error.CarrierException what is wrong with the settings, where it cannot be made
     */
    @Override
    public TrackingClient get() {
        start();
        try {
            return client.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ErrorDetails.builder(ErrorCode.CALL_CANCELLED).toException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("no client", e.getCause());
        }
    }

    /** The verbs that some connected carrier has; all there are where nothing is connected, so that each call tells why. */
    public List<String> verbs() {
        try {
            return get().carriers().stream()
                    .map(ConnectedCarrier::capabilities)
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
        } catch (RuntimeException e) {
            return ConnectedCarrier.allCapabilities();
        }
    }

    /** Closes the client, if it was made here. */
    @Override
    public void close() {
        if (own && !client.completeExceptionally(closed())) {
            client.thenAccept(TrackingClient::close);
        }
    }

    private static RuntimeException closed() {
        return ErrorDetails.builder(ErrorCode.CLIENT_CLOSED).toException();
    }
}
