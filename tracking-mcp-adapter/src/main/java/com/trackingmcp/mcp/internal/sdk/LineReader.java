package com.trackingmcp.mcp.internal.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of bytes of a bounded length. For one thread. */
final class LineReader {
    private static final int END = -1;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[8_192];
    private int next;
    private int filled;

    /** Lines of so many bytes at most. */
    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * A line without its end.
     *
     * @param tooLong whether it had more bytes than allowed, which were thrown away
     */
    record Line(byte[] bytes, boolean tooLong) {}

    /** The next line; empty at the end. A last line need not end. */
    Optional<Line> read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean any = false;
        boolean tooLong = false;
        while (fill()) {
            any = true;
            int end = next;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (line.size() + (end - next) > longest) {
                tooLong = true;
                line.reset();
            }
            if (!tooLong) {
                line.write(buffer, next, end - next);
            }
            next = end + 1;
            if (end < filled) {
                break;
            }
        }
        return any ? Optional.of(new Line(line.toByteArray(), tooLong)) : Optional.empty();
    }

    private boolean fill() throws IOException {
        if (next >= filled) {
            filled = in.read(buffer);
            next = 0;
        }
        return filled != END;
    }
}
