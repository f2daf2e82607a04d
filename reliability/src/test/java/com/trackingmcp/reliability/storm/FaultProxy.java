package com.trackingmcp.reliability.storm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One that speaks HTTP/1.1. Safe for use by many threads. */
final class FaultProxy extends Proxy<Fault> {
    private final @Nullable SSLContext tls;

    FaultProxy(URI behind) {
        this(behind, null);
    }

    /** One that clients are to speak TLS to, where there is something to speak it with. */
    FaultProxy(URI behind, @Nullable SSLContext tls) {
        super(behind);
        this.tls = tls;
        begin();
    }

    @Override
    URI uri() {
        return URI.create((tls == null ? "http" : "https") + "://127.0.0.1:" + port());
    }

    @Override
    void serve(Socket wire) throws IOException {
        try (Socket client = tls == null ? wire : overTls(tls, wire)) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            for (HttpBytes request = HttpBytes.read(in); request != null; request = HttpBytes.read(in)) {
                if (!isAnswered(new Exchange(wire, client, this, request), came(request))) {
                    return;
                }
            }
        }
    }

    private static Socket overTls(SSLContext tls, Socket wire) throws IOException {
        return tls.getSocketFactory().createSocket(wire, InputStream.nullInputStream(), true);
    }

    /** Whether the connection goes on. */
    private static boolean isAnswered(Exchange exchange, @Nullable Fault fault) throws IOException {
        if (fault == null) {
            exchange.say(exchange.answer());
        } else {
            fault.strike(exchange);
        }
        return !exchange.isOver();
    }
}
