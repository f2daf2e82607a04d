package com.trackingmcp.reliability.storm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One request at the proxy, and what may be done to its answer. Used by one thread. */
final class Exchange {
    private final Socket wire;
    private final Socket client;
    private final FaultProxy proxy;
    private final HttpBytes request;
    private boolean over;

    /**
     * An exchange.
     *
     * @param wire the connection itself
     * @param client what is spoken over it: the same, or TLS
     */
    Exchange(Socket wire, Socket client, FaultProxy proxy, HttpBytes request) {
        this.wire = wire;
        this.client = client;
        this.proxy = proxy;
        this.request = request;
    }

    /** Has the request carried out. */
    HttpBytes answer() throws IOException {
        return proxy.passOn(request);
    }

    String called() {
        return request.called();
    }

    OutputStream out() throws IOException {
        return client.getOutputStream();
    }

    void say(HttpBytes answer) throws IOException {
        answer.writeTo(out());
    }

    void say(String text) throws IOException {
        say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void say(byte[] bytes) throws IOException {
        out().write(bytes);
        out().flush();
    }

    /** The part of an answer before a place in it. */
    void say(HttpBytes answer, int until) throws IOException {
        out().write(answer.bytes(), 0, until);
        out().flush();
    }

    /** Ends the connection with what is called a reset. */
    void reset() throws IOException {
        over = true;
        wire.setSoLinger(true, 0);
        wire.close();
    }

    /** Ends the connection as whoever is in between can: without a word that there is no more to come, which TLS has. */
    void cut() throws IOException {
        over = true;
        wire.shutdownOutput();
        wire.close();
    }

    /** Ends the connection in good order. */
    void close() throws IOException {
        over = true;
        client.close();
    }

    /** Says nothing any more, until the client has had enough. */
    void hold() throws IOException {
        over = true;
        InputStream in = client.getInputStream();
        while (in.read() >= 0) {
            continue;
        }
        client.close();
    }

    /** Says the same again and again until the client has had enough. */
    void repeat(byte[] bytes, int pauseMillis) throws IOException {
        over = true;
        client.setSoTimeout(Math.max(1, pauseMillis));
        InputStream in = client.getInputStream();
        while (!client.isClosed()) {
            say(bytes);
            if (pauseMillis > 0 && hasLeft(in)) {
                return;
            }
        }
    }

    /** Waits a moment for the client to end the connection. */
    private static boolean hasLeft(InputStream in) throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException stillThere) {
            return false;
        }
    }

    boolean isOver() {
        return over;
    }
}
