package com.trackingmcp.mcp.internal.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The bodies of requests: read once within bounds, and given to who comes next as if they were not read yet. Stateless. */
final class Body {
    private static final int CHUNK = 8_192;

    private Body() {}

    /**
     * Reads a body.
     *
     * @param most its most bytes; where the request says that there are more, nothing is read
     * @param time how long it may take to arrive
     */
    static byte[] read(HttpServletRequest request, int most, Duration time) throws RefusedException {
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        long start = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream(Math.max(256, request.getContentLength()));
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = request.getInputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (body.size() + read > most) {
                    throw tooLarge(most);
                }
                if (System.nanoTime() - start > time.toNanos()) {
                    throw tooSlow();
                }
                body.write(chunk, 0, read);
            }
        } catch (IOException e) {
            // nobody is there, or nothing came for long
            throw tooSlow();
        }
        return body.toByteArray();
    }

    private static RefusedException tooLarge(int most) {
        return new RefusedException(Refusal.of(413, "The body is larger than " + most + " bytes"));
    }

    private static RefusedException tooSlow() {
        return new RefusedException(Refusal.of(408, "The body did not arrive in time"));
    }

    /** As text; only UTF-8 is allowed in JSON. */
    static String text(byte[] body) throws RefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(new Refusal(400, Refusal.PARSE_ERROR, "The body is not UTF-8"));
        }
    }

    /** The request with its body to be read again. */
    static HttpServletRequest replay(HttpServletRequest request, byte[] body, String text) {
        return new Replayed(request, body, text);
    }

    private static final class Replayed extends HttpServletRequestWrapper {
        private final byte[] body;
        private final String text;

        Replayed(HttpServletRequest request, byte[] body, String text) {
            super(request);
            this.body = body;
            this.text = text;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new StringReader(text));
        }

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public int getContentLength() {
            return body.length;
        }

        @Override
        public long getContentLengthLong() {
            return body.length;
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream in;

        Bytes(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the whole body is there");
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return in.read(bytes, offset, length);
        }
    }
}
