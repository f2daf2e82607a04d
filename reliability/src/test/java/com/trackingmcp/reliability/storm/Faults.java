package com.trackingmcp.reliability.storm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** What faults are made of. Stateless. */
final class Faults {
    static final String CHUNKED_HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static final String PAGE =
            "<html><head><title>Error</title></head><body><h1>Please try later</h1></body></html>";

    private static final byte[] BOMB = packed(new byte[20 * 1024 * 1024]);

    private Faults() {}

    /** A page of HTML with this status, and what is told beside it. */
    static Fault.Act page(String status) {
        return exchange -> exchange.say("HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: "
                + PAGE.length() + "\r\n\r\n" + PAGE);
    }

    /** Has the request carried out first. */
    static Fault.Act done(Fault.Act then) {
        return exchange -> {
            exchange.answer();
            then.on(exchange);
        };
    }

    /** The true answer up to a place, counted from the length of its head. */
    static Fault.Act until(IntUnaryOperator end, Fault.Act then) {
        return exchange -> {
            HttpBytes answer = exchange.answer();
            int place = end.applyAsInt(answer.head().length());
            exchange.say(answer, Math.min(place, answer.bytes().length - 1));
            then.on(exchange);
        };
    }

    /** The whole true answer with another length. */
    static Fault.Act length(String told, Fault.Act then) {
        return exchange -> {
            exchange.say(exchange.answer().with("Content-Length", told));
            then.on(exchange);
        };
    }

    /** The true answer with a change. */
    static Fault.Act changed(UnaryOperator<HttpBytes> change) {
        return exchange -> exchange.say(change.apply(exchange.answer()));
    }

    /** The true answer after an informational one. */
    static Fault.Act informed(String status) {
        return exchange -> {
            exchange.say("HTTP/1.1 " + status + "\r\n\r\n");
            exchange.say(exchange.answer());
        };
    }

    /** One byte after the other, with a pause before each. */
    static Fault.Act drip(int millis) {
        return exchange -> {
            HttpBytes answer = exchange.answer();
            exchange.say(answer.with("Content-Length", "100000"));
            exchange.repeat(new byte[] {' '}, millis);
        };
    }

    /** In small pieces, each a packet of its own. */
    static void dripInTime(Exchange exchange) throws IOException {
        byte[] all = exchange.answer().bytes();
        int piece = Math.max(1, all.length / 50);
        for (int at = 0; at < all.length; at += piece) {
            exchange.say(Arrays.copyOfRange(all, at, Math.min(all.length, at + piece)));
        }
    }

    static void endlessBody(Exchange exchange) throws IOException {
        exchange.answer();
        exchange.say(CHUNKED_HEAD);
        byte[] spaces = new byte[0x10000];
        Arrays.fill(spaces, (byte) ' ');
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("10000\r\n".getBytes(StandardCharsets.ISO_8859_1));
        chunk.writeBytes(spaces);
        chunk.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        exchange.repeat(chunk.toByteArray(), 0);
    }

    /** One header after the other: not so fast that the client's memory is the first to end. */
    static void endlessHead(Exchange exchange) throws IOException {
        exchange.answer();
        exchange.say("HTTP/1.1 200 OK\r\n");
        exchange.repeat(("X-More: " + "x".repeat(8_000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1), 1);
    }

    static Fault.Act chunked(String trailer) {
        return exchange -> {
            byte[] chunks = chunks(exchange.answer().body());
            exchange.say(CHUNKED_HEAD);
            exchange.say(chunks);
            exchange.say("0\r\n" + trailer + "\r\n");
        };
    }

    private static byte[] chunks(byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += 97) {
            byte[] piece = Arrays.copyOfRange(body, at, Math.min(body.length, at + 97));
            chunks.writeBytes(Integer.toHexString(piece.length).getBytes(StandardCharsets.ISO_8859_1));
            chunks.writeBytes(";a=b\r\n".getBytes(StandardCharsets.ISO_8859_1));
            chunks.writeBytes(piece);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        return chunks.toByteArray();
    }

    /** As in HTTP/1.0: the body is what comes before the end, here one part of so many. */
    static Fault.Act untilEnd(int parts, Fault.Act end) {
        return exchange -> {
            HttpBytes answer = exchange.answer();
            HttpBytes part = new HttpBytes(answer.head(), Arrays.copyOf(answer.body(), answer.body().length / parts));
            exchange.say(part.without("Content-Length"));
            end.on(exchange);
        };
    }

    static Fault.Act gzip(String encoding) {
        return changed(answer -> answer.with("Content-Encoding", encoding).carrying(packed(answer.body())));
    }

    static void halfGzip(Exchange exchange) throws IOException {
        HttpBytes answer = exchange.answer();
        byte[] packed = packed(answer.body());
        exchange.say(answer.with("Content-Encoding", "gzip").carrying(Arrays.copyOf(packed, packed.length / 2)));
    }

    static void bomb(Exchange exchange) throws IOException {
        exchange.say(exchange.answer().with("Content-Encoding", "gzip").carrying(BOMB));
    }

    static void deflate(Exchange exchange) throws IOException {
        HttpBytes answer = exchange.answer();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(answer.body());
        }
        exchange.say(answer.with("Content-Encoding", "deflate").carrying(packed.toByteArray()));
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
