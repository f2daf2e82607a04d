package com.trackingmcp.reliability.storm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands on the loopback address between a client and the sandbox, passes on whole requests, and does to their answers
 * what its plan says. Safe for use by many threads; {@link #close()} ends its threads and connections.
 *
 * @param <B> what it may do to an answer
 */
abstract class Proxy<B extends Blow> implements AutoCloseable {
    private final InetSocketAddress behind;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(Proxy::thread);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> passedOn = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile Function<String, @Nullable B> plan = called -> null;

    Proxy(URI behind) {
        this.behind = new InetSocketAddress(behind.getHost(), behind.getPort());
        try {
            door = new ServerSocket(0, 512, InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets clients in. */
    final void begin() {
        threads.execute(this::accept);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    }

    /** Where clients reach the sandbox through it. */
    abstract URI uri();

    /** Serves a connection until it ends. */
    abstract void serve(Socket wire) throws IOException;

    int port() {
        return door.getLocalPort();
    }

    /** A request came: what is done to its answer, or null for nothing. */
    @Nullable
    B came(HttpBytes request) {
        received.add(request.called());
        return plan.apply(request.called());
    }

    /** Has a thread of the proxy do something. */
    void execute(Runnable task) {
        threads.execute(task);
    }

    /** What is done to each request from now on: told method and target, it names a fault, or null for none. */
    Proxy<B> plan(Function<String, @Nullable B> next) {
        plan = next;
        return this;
    }

    /** Method and target of each request that came. */
    List<String> received() {
        return List.copyOf(received);
    }

    /** Method and target of each request that the carrier has got. */
    List<String> passedOn() {
        return List.copyOf(passedOn);
    }

    void forget() {
        received.clear();
        passedOn.clear();
    }

    /** How many connections clients have open now. */
    int open() {
        return open.size();
    }

    /** How many connections clients have opened. */
    int accepted() {
        return accepted.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket wire = door.accept();
                accepted.incrementAndGet();
                open.add(wire);
                threads.execute(() -> serveAndClose(wire));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void serveAndClose(Socket wire) {
        try (wire) {
            wire.setTcpNoDelay(true);
            serve(wire);
        } catch (IOException clientHasLeft) {
            // as clients do
        } finally {
            open.remove(wire);
        }
    }

    /** Ends all connections that are open now. */
    void reset() {
        for (Socket socket : open) {
            try (socket) {
                socket.setSoLinger(true, 0);
            } catch (IOException closed) {
                // by its own thread, meanwhile
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        reset();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The proxy's threads do not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the request carried out, over a connection of its own: a pool would lose some of them for being idle. */
    HttpBytes passOn(HttpBytes request) throws IOException {
        passedOn.add(request.called());
        try (Socket socket = new Socket()) {
            socket.connect(behind);
            socket.setTcpNoDelay(true);
            request.writeTo(socket.getOutputStream());
            HttpBytes answer = HttpBytes.read(new BufferedInputStream(socket.getInputStream()));
            if (answer == null) {
                throw new IllegalStateException("The sandbox gave no answer to " + request.called());
            }
            // leaves no port waiting, of which a long run would need more than there are
            socket.setSoLinger(true, 0);
            return answer;
        }
    }
}
