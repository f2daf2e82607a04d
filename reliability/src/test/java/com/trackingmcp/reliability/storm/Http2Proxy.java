package com.trackingmcp.reliability.storm;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One that speaks HTTP/2 over TLS, and nothing else. Safe for use by many threads. */
final class Http2Proxy extends Proxy<Http2Fault> {
    Http2Proxy(URI behind) {
        super(behind);
        begin();
    }

    @Override
    URI uri() {
        return URI.create("https://127.0.0.1:" + port());
    }

    @Override
    void serve(Socket wire) throws IOException {
        try (SSLSocket client = (SSLSocket)
                OwnCertificate.context().getSocketFactory().createSocket(wire, InputStream.nullInputStream(), true)) {
            SSLParameters parameters = client.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            client.setSSLParameters(parameters);
            new Http2Connection(this, wire, client).serve();
        }
    }
}
