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
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Stands on the loopback address between a client and the sandbox, passes on whole requests, and does to their answers
 * what its plan says. Safe for use by many threads; {@link #close()} ends its threads and connections.
 */
final class FaultProxy implements AutoCloseable {
    private final String scheme;
    private final InetSocketAddress behind;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultProxy::thread);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> passedOn = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile Function<String, @Nullable Fault> plan = called -> null;

    FaultProxy(URI behind) {
        this(behind, ServerSocketFactory.getDefault());
    }

    /** One whose door is of another make: one that speaks TLS. */
    FaultProxy(URI behind, ServerSocketFactory doors) {
        this.scheme = doors instanceof SSLServerSocketFactory ? "https" : "http";
        this.behind = new InetSocketAddress(behind.getHost(), behind.getPort());
        try {
            door = doors.createServerSocket(0, 512, InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}));
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
        return URI.create(scheme + "://127.0.0.1:" + door.getLocalPort());
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
                Socket client = door.accept();
                accepted.incrementAndGet();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            for (HttpBytes request = HttpBytes.read(in); request != null; request = HttpBytes.read(in)) {
                if (!isAnswered(client, request)) {
                    return;
                }
            }
        } catch (IOException clientHasLeft) {
            // as clients do
        } finally {
            open.remove(client);
        }
    }

    /** Whether the connection goes on. */
    private boolean isAnswered(Socket client, HttpBytes request) throws IOException {
        received.add(request.called());
        Fault fault = plan.apply(request.called());
        Exchange exchange = new Exchange(client, this, request);
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
