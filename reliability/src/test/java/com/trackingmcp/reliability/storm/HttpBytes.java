package com.trackingmcp.reliability.storm;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 message as it travels: its head with the blank line, and a body of the length it tells. Immutable.
 *
 * @param head first line and headers, each with its line end, and the blank line
 */
record HttpBytes(String head, byte[] body) {
    private static final String LENGTH = "content-length:";

    /** The next message of a connection; null where the other side has ended it. */
    static @Nullable HttpBytes read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            last = last << 8 | next;
            if (last == 0x0D0A0D0A) {
                String text = head.toString(StandardCharsets.ISO_8859_1);
                byte[] body = in.readNBytes(length(text));
                if (body.length < length(text)) {
                    throw new EOFException("half a body");
                }
                return new HttpBytes(text, body);
            }
        }
        return null;
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(LENGTH))
                .mapToInt(
                        line -> Integer.parseInt(line.substring(LENGTH.length()).trim()))
                .findFirst()
                .orElse(0);
    }

    /** Method and target, such as {@code POST /fedex/ship/v1/shipments}. */
    String called() {
        String line = head.substring(0, head.indexOf('\r'));
        return line.substring(0, line.lastIndexOf(' '));
    }

    /** The same with another first line. */
    HttpBytes beginning(String line) {
        return new HttpBytes(line + head.substring(head.indexOf('\r')), body);
    }

    /** The same with this header in place of those of its name; with several where the value has lines of its own. */
    HttpBytes with(String name, String value) {
        HttpBytes bare = without(name);
        return new HttpBytes(bare.head.substring(0, bare.head.length() - 2) + name + ": " + value + "\r\n\r\n", body);
    }

    HttpBytes without(String name) {
        StringBuilder kept = new StringBuilder();
        head.lines()
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .forEach(line -> kept.append(line).append("\r\n"));
        return new HttpBytes(kept.toString(), body);
    }

    /** The same with another body, and its true length. */
    HttpBytes carrying(byte[] other) {
        return new HttpBytes(head, other).with("Content-Length", Integer.toString(other.length));
    }

    byte[] bytes() {
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes());
        out.flush();
    }
}
