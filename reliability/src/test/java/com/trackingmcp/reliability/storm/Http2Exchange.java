package com.trackingmcp.reliability.storm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One request over HTTP/2, and what may be done to its answer. Used by one thread. */
final class Http2Exchange {
    private static final int LARGEST_FRAME = 16 * 1024;

    private final Http2Connection connection;
    private final int stream;
    private final HttpBytes request;

    Http2Exchange(Http2Connection connection, int stream, HttpBytes request) {
        this.connection = connection;
        this.stream = stream;
        this.request = request;
    }

    HttpBytes request() {
        return request;
    }

    /** Has the request carried out. */
    HttpBytes answer() throws IOException {
        return connection.passOn(request);
    }

    void say(HttpBytes answer) throws IOException {
        headers(answer);
        data(answer.body(), true);
    }

    /** The head of an answer. */
    void headers(HttpBytes answer) throws IOException {
        List<String[]> headers = new ArrayList<>();
        headers.add(new String[] {":status", answer.head().split(" ", 3)[1]});
        answer.head().lines().skip(1).filter(line -> line.contains(":")).forEach(line -> {
            String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            // HTTP/2 has none of its connections in it
            if (!name.equals("connection") && !name.equals("transfer-encoding")) {
                headers.add(new String[] {
                    name, line.substring(line.indexOf(':') + 1).strip()
                });
            }
        });
        headers(headers, false);
    }

    void headers(List<String[]> headers, boolean last) throws IOException {
        connection.say(Http2Frame.headers(stream, headers, last));
    }

    /** A part of a body. */
    void data(byte[] bytes, boolean last) throws IOException {
        int at = 0;
        while (bytes.length - at > LARGEST_FRAME) {
            connection.say(Http2Frame.data(stream, Arrays.copyOfRange(bytes, at, at + LARGEST_FRAME), false));
            at += LARGEST_FRAME;
        }
        connection.say(Http2Frame.data(stream, Arrays.copyOfRange(bytes, at, bytes.length), last));
    }

    /** Ends this request alone. */
    void reset(int error) throws IOException {
        connection.say(Http2Frame.reset(stream, error));
    }

    /** Takes no further requests over the connection; all after this one, or this one too, were not looked at. */
    void goAway(boolean seen, int error) throws IOException {
        connection.goAway(seen ? stream : Math.max(0, stream - 2), error);
    }

    /** A frame of the request. */
    void frame(int type, int flags, byte[] payload) throws IOException {
        connection.say(new Http2Frame(type, flags, stream, payload));
    }

    void bytes(byte[] bytes) throws IOException {
        connection.say(bytes);
    }

    /** Ends the connection with what is called a reset. */
    void cut() throws IOException {
        connection.reset();
    }
}
