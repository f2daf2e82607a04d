package com.trackingmcp.fedex;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes on bytes it does not understand, and cuts each connection at a place that only the seed knows: in a handshake, a
 * frame, or between two. Safe for use by many threads; {@link #close()} ends its threads and connections.
 */
final class CuttingProxy implements AutoCloseable {
    private final int port;
    private final int most;
    private final SplittableRandom random;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean calm;

    /**
     * A proxy.
     *
     * @param port behind it, on the loopback address
     * @param most how many bytes of answers a connection may carry at most
     */
    CuttingProxy(int port, int most, long seed) {
        this.port = port;
        this.most = most;
        this.random = new SplittableRandom(seed);
        try {
            door = new ServerSocket(0, 512, InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many connections were cut. */
    int cuts() {
        return cuts.get();
    }

    /** Cuts none from now on. */
    void calm() {
        calm = true;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(door.getInetAddress(), port);
                open.add(client);
                open.add(server);
                int end = random.nextInt(most);
                threads.execute(() -> copy(client, server, Integer.MAX_VALUE));
                threads.execute(() -> copy(server, client, end));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void copy(Socket from, Socket to, int until) {
        byte[] bytes = new byte[4096];
        int left = until;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                int passed = calm ? count : Math.min(count, left);
                out.write(bytes, 0, passed);
                out.flush();
                left -= passed;
                if (left <= 0 && !calm) {
                    cuts.incrementAndGet();
                    break;
                }
            }
        } catch (IOException cut) {
            // the other direction has ended it
        } finally {
            reset(from);
            reset(to);
        }
    }

    private void reset(Socket socket) {
        open.remove(socket);
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            // as it should be
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(this::reset);
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The proxy's threads do not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
