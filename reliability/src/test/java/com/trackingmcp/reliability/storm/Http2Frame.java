package com.trackingmcp.reliability.storm;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One frame of HTTP/2. Immutable.
 *
 * @param stream whose it is; 0 where it is the connection's
 */
record Http2Frame(int type, int flags, int stream, byte[] payload) {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int ACK = 1;
    static final int END_HEADERS = 4;
    static final int PADDED = 8;
    static final int PRIORITY = 0x20;

    private static final int HEAD = 9;

    static Http2Frame read(DataInputStream in) throws IOException {
        int lengthAndType = in.readInt();
        int flags = in.readUnsignedByte();
        int stream = in.readInt() & 0x7FFF_FFFF;
        byte[] payload = new byte[lengthAndType >>> 8];
        in.readFully(payload);
        return new Http2Frame(lengthAndType & 0xFF, flags, stream, payload);
    }

    static Http2Frame reset(int stream, int error) {
        return new Http2Frame(RST_STREAM, 0, stream, numbers(error));
    }

    static Http2Frame goAway(int lastStream, int error) {
        return new Http2Frame(GOAWAY, 0, 0, numbers(lastStream, error));
    }

    static Http2Frame window(int stream, int more) {
        return new Http2Frame(WINDOW_UPDATE, 0, stream, numbers(more));
    }

    static Http2Frame data(int stream, byte[] bytes, boolean last) {
        return new Http2Frame(DATA, last ? END_STREAM : 0, stream, bytes);
    }

    /** Headers, each as it is: nothing packed, nothing for the other side to keep. */
    static Http2Frame headers(int stream, Iterable<String[]> headers, boolean last) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (String[] header : headers) {
            block.write(0);
            text(block, header[0]);
            text(block, header[1]);
        }
        return new Http2Frame(HEADERS, END_HEADERS | (last ? END_STREAM : 0), stream, block.toByteArray());
    }

    private static void text(ByteArrayOutputStream block, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = bytes.length;
        block.write(Math.min(length, 127));
        for (length -= 127; length >= 0; length >>>= 7) {
            block.write(length < 128 ? length : length & 127 | 128);
            if (length < 128) {
                break;
            }
        }
        block.writeBytes(bytes);
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer payload = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            payload.putInt(number);
        }
        return payload.array();
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** What it carries, without padding and priority. */
    byte[] content() {
        int begin = (has(PADDED) ? 1 : 0) + (type == HEADERS && has(PRIORITY) ? 5 : 0);
        int end = payload.length - (has(PADDED) ? payload[0] & 0xFF : 0);
        return java.util.Arrays.copyOfRange(payload, begin, end);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(HEAD + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes());
        out.flush();
    }
}
