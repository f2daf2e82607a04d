package com.trackingmcp.reliability.storm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands on the loopback address between a client and the sandbox, passes on whole requests, and does to their answers
 * what its plan says. Safe for use by many threads; {@link #close()} ends its threads and connections.
 */
final class FaultProxy implements AutoCloseable {
    private final InetSocketAddress behind;
    private final @Nullable SSLContext tls;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultProxy::thread);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> passedOn = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile Function<String, @Nullable Fault> plan = called -> null;

    FaultProxy(URI behind) {
        this(behind, null);
    }

    /** One that clients are to speak TLS to, where there is something to speak it with. */
    FaultProxy(URI behind, @Nullable SSLContext tls) {
        this.behind = new InetSocketAddress(behind.getHost(), behind.getPort());
        this.tls = tls;
        try {
            door = new ServerSocket(0, 512, InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    }

    URI uri() {
        return URI.create((tls == null ? "http" : "https") + "://127.0.0.1:" + door.getLocalPort());
    }

    /** What is done to each request from now on: told method and target, it names a fault, or null for none. */
    FaultProxy plan(Function<String, @Nullable Fault> next) {
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
                threads.execute(() -> serve(wire));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void serve(Socket wire) {
        try (wire;
                Socket client = tls == null ? wire : overTls(tls, wire)) {
            wire.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            for (HttpBytes request = HttpBytes.read(in); request != null; request = HttpBytes.read(in)) {
                if (!isAnswered(new Exchange(wire, client, this, request))) {
                    return;
                }
            }
        } catch (IOException clientHasLeft) {
            // as clients do
        } finally {
            open.remove(wire);
        }
    }

    private static Socket overTls(SSLContext tls, Socket wire) throws IOException {
        return tls.getSocketFactory().createSocket(wire, InputStream.nullInputStream(), true);
    }

    /** Whether the connection goes on. */
    private boolean isAnswered(Exchange exchange) throws IOException {
        received.add(exchange.called());
        Fault fault = plan.apply(exchange.called());
        if (fault == null) {
            exchange.say(exchange.answer());
        } else {
            fault.strike(exchange);
        }
        return !exchange.isOver();
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
