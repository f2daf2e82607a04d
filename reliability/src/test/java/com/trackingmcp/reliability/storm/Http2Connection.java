package com.trackingmcp.reliability.storm;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.eclipse.jetty.http2.hpack.HpackException;

/**
 * One connection of HTTP/2 with a client: what comes is read by one thread, each request is answered by another. Frames may be
 * said by many threads.
 */
final class Http2Connection {
    private static final int PREFACE = 24;
    private static final int LARGEST_HEAD = 64 * 1024;

    private final Http2Proxy proxy;
    private final Socket wire;
    private final DataInputStream in;
    private final OutputStream out;
    private final HpackDecoder heads = new HpackDecoder(LARGEST_HEAD, System::nanoTime);
    private final Map<Integer, Coming> coming = new HashMap<>();
    private volatile int lastSeen = Integer.MAX_VALUE;

    Http2Connection(Http2Proxy proxy, Socket wire, Socket client) throws IOException {
        this.proxy = proxy;
        this.wire = wire;
        this.in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        this.out = client.getOutputStream();
    }

    /** A request of which not all has come. */
    private static final class Coming {
        private final ByteArrayOutputStream block = new ByteArrayOutputStream();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private boolean last;
        private String head = "";
    }

    /** Until it ends. */
    void serve() throws IOException {
        in.readFully(new byte[PREFACE]);
        say(new Http2Frame(Http2Frame.SETTINGS, 0, 0, new byte[0]));
        try {
            while (true) {
                heard(Http2Frame.read(in));
            }
        } catch (EOFException clientHasLeft) {
            // as clients do
        }
    }

    private void heard(Http2Frame frame) throws IOException {
        switch (frame.type()) {
            case Http2Frame.SETTINGS -> {
                if (!frame.has(Http2Frame.ACK)) {
                    say(new Http2Frame(Http2Frame.SETTINGS, Http2Frame.ACK, 0, new byte[0]));
                }
            }
            case Http2Frame.PING -> {
                if (!frame.has(Http2Frame.ACK)) {
                    say(new Http2Frame(Http2Frame.PING, Http2Frame.ACK, 0, frame.payload()));
                }
            }
            case Http2Frame.HEADERS, Http2Frame.CONTINUATION -> {
                Coming request = coming.computeIfAbsent(frame.stream(), stream -> new Coming());
                request.block.writeBytes(frame.content());
                request.last |= frame.type() == Http2Frame.HEADERS && frame.has(Http2Frame.END_STREAM);
                if (frame.has(Http2Frame.END_HEADERS)) {
                    request.head = head(request.block.toByteArray());
                    answerIfWhole(frame.stream(), request);
                }
            }
            case Http2Frame.DATA -> {
                Coming request = coming.get(frame.stream());
                if (frame.payload().length > 0) {
                    say(Http2Frame.window(0, frame.payload().length));
                }
                if (request != null) {
                    request.body.writeBytes(frame.content());
                    request.last = frame.has(Http2Frame.END_STREAM);
                    answerIfWhole(frame.stream(), request);
                }
            }
            case Http2Frame.RST_STREAM -> coming.remove(frame.stream());
            default -> {}
        }
    }

    /** As HTTP/1.1 has it. */
    private String head(byte[] block) throws IOException {
        try {
            MetaData.Request request = (MetaData.Request) heads.decode(ByteBuffer.wrap(block));
            StringBuilder head = new StringBuilder(request.getMethod())
                    .append(' ')
                    .append(request.getHttpURI().getPathQuery())
                    .append(" HTTP/1.1\r\nHost: ")
                    .append(request.getHttpURI().getAuthority())
                    .append("\r\n");
            request.getHttpFields()
                    .forEach(field -> head.append(field.getName())
                            .append(": ")
                            .append(field.getValue())
                            .append("\r\n"));
            return head.append("\r\n").toString();
        } catch (HpackException.SessionException | HpackException.StreamException e) {
            throw new IOException(e);
        }
    }

    private void answerIfWhole(int stream, Coming request) {
        if (!request.last) {
            return;
        }
        coming.remove(stream);
        HttpBytes whole = new HttpBytes(request.head, request.body.toByteArray());
        if (stream <= lastSeen) {
            proxy.execute(() -> answer(new Http2Exchange(this, stream, whole)));
        }
    }

    private void answer(Http2Exchange exchange) {
        try {
            Http2Fault fault = proxy.came(exchange.request());
            if (fault == null) {
                exchange.say(exchange.answer());
            } else {
                fault.strike(exchange);
            }
        } catch (IOException clientHasLeft) {
            // as clients do
        }
    }

    HttpBytes passOn(HttpBytes request) throws IOException {
        return proxy.passOn(request);
    }

    void say(Http2Frame frame) throws IOException {
        say(frame.bytes());
    }

    void say(byte[] bytes) throws IOException {
        synchronized (out) {
            out.write(bytes);
            out.flush();
        }
    }

    /** Looks at no request after this one any more. */
    void goAway(int lastStream, int error) throws IOException {
        lastSeen = lastStream;
        say(Http2Frame.goAway(lastStream, error));
    }

    /** Ends the connection with what is called a reset. */
    void reset() throws IOException {
        wire.setSoLinger(true, 0);
        wire.close();
    }
}
