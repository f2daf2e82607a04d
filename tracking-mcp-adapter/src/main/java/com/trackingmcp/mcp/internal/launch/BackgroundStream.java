package com.trackingmcp.mcp.internal.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Hands on what is written to it by a thread of its own, as soon as that can take it, in its order. Who writes does not
 * wait for the other side, unless a megabyte waits already. Safe for use by many threads. Its thread ends with
 * {@link #close}, which hands on the rest.
 */
final class BackgroundStream extends OutputStream {
    private static final int MOST_WAITING = 1 << 20;

    private final OutputStream to;
    private final Thread writer = new Thread(this::handOn, "tracking-mcp-log");
    private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean closed;
    private volatile boolean unread;

    BackgroundStream(OutputStream to) {
        this.to = to;
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (closed) {
            send(Arrays.copyOfRange(bytes, offset, offset + length));
            return;
        }
        boolean interrupted = false;
        while (waiting.size() > MOST_WAITING && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        waiting.write(bytes, offset, length);
        notifyAll();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOn() {
        for (byte[] next = next(); next.length > 0; next = next()) {
            send(next);
        }
    }

    private void send(byte[] bytes) {
        if (unread) {
            return;
        }
        try {
            to.write(bytes);
            to.flush();
        } catch (IOException e) {
            // nobody reads the log any more, and there is nowhere to say so
            unread = true;
        }
    }

    /** What has come since; waits for it. Empty once closed. */
    private synchronized byte[] next() {
        while (waiting.size() == 0 && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        byte[] next = waiting.toByteArray();
        waiting = new ByteArrayOutputStream();
        notifyAll();
        return next;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            writer.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
