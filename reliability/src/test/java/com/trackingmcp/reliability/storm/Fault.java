package com.trackingmcp.reliability.storm;

import static com.trackingmcp.reliability.storm.Fault.Bought.CONFIRMED;
import static com.trackingmcp.reliability.storm.Fault.Bought.NOTHING;
import static com.trackingmcp.reliability.storm.Fault.Bought.UNKNOWN;
import static com.trackingmcp.reliability.storm.Fault.Told.LATE;
import static com.trackingmcp.reliability.storm.Fault.Told.REFUSED;
import static com.trackingmcp.reliability.storm.Fault.Told.RETRIED;
import static com.trackingmcp.reliability.storm.Fault.Told.RIGHT;
import static com.trackingmcp.reliability.storm.Fault.Told.UNREADABLE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A way in which an answer goes wrong on its way, and what must become of a question and of a purchase. */
enum Fault implements Blow {
    // the carrier never gets the request
    RESET_UNREAD(RETRIED, UNKNOWN, Exchange::reset),
    CLOSED_UNREAD(RETRIED, UNKNOWN, Exchange::close),
    CUT_UNREAD(RETRIED, UNKNOWN, Exchange::cut),
    SILENT_UNREAD(LATE, UNKNOWN, Exchange::hold),
    STATUS_500(RETRIED, UNKNOWN, page("500 Internal Server Error")),
    STATUS_502(RETRIED, UNKNOWN, page("502 Bad Gateway")),
    STATUS_503(RETRIED, UNKNOWN, page("503 Service Unavailable")),
    STATUS_503_COME_AGAIN(RETRIED, NOTHING, page("503 Service Unavailable\r\nRetry-After: 0")),
    STATUS_504(RETRIED, UNKNOWN, page("504 Gateway Timeout")),
    MOVED_301(REFUSED, NOTHING, page("301 Moved Permanently\r\nLocation: /loop")),
    FOUND_302(REFUSED, UNKNOWN, page("302 Found\r\nLocation: /loop")),
    MOVED_307(REFUSED, NOTHING, page("307 Temporary Redirect\r\nLocation: /loop")),
    MOVED_308(REFUSED, NOTHING, page("308 Permanent Redirect\r\nLocation: /loop")),

    // the carrier does what it is asked
    RESET_AFTERWARDS(RETRIED, UNKNOWN, done(Exchange::reset)),
    CLOSED_AFTERWARDS(RETRIED, UNKNOWN, done(Exchange::close)),
    SILENT_AFTERWARDS(LATE, UNKNOWN, done(Exchange::hold)),
    STATUS_500_AFTERWARDS(RETRIED, UNKNOWN, done(page("500 Internal Server Error"))),
    STATUS_503_COME_SOON_AFTERWARDS(RETRIED, UNKNOWN, done(page("503 Service Unavailable\r\nRetry-After: soon"))),
    SEE_OTHER_303_AFTERWARDS(REFUSED, UNKNOWN, done(page("303 See Other\r\nLocation: /done"))),
    RESET_IN_HEAD(RETRIED, UNKNOWN, until(head -> 20, Exchange::reset)),
    CLOSED_IN_HEAD(RETRIED, UNKNOWN, until(head -> 20, Exchange::close)),
    RESET_AFTER_HEAD(RETRIED, UNKNOWN, until(head -> head, Exchange::reset)),
    RESET_IN_BODY(RETRIED, UNKNOWN, until(head -> head + 40, Exchange::reset)),
    CLOSED_IN_BODY(RETRIED, UNKNOWN, until(head -> head + 40, Exchange::close)),
    CUT_IN_BODY(RETRIED, UNKNOWN, until(head -> head + 40, Exchange::cut)),
    SILENT_IN_BODY(LATE, UNKNOWN, until(head -> head + 40, Exchange::hold)),
    SILENT_IN_HEAD(LATE, UNKNOWN, until(head -> 20, Exchange::hold)),
    DRIP(LATE, UNKNOWN, drip(200)),
    DRIP_IN_TIME(RIGHT, CONFIRMED, Faults::dripInTime),
    ENDLESS_BODY(UNREADABLE, UNKNOWN, Faults::endlessBody),
    ENDLESS_HEAD(RETRIED, UNKNOWN, Faults::endlessHead),
    CLOSED_WITHOUT_SAYING(RIGHT, CONFIRMED, x -> {
        x.say(x.answer());
        x.reset();
    }),
    TWO_ANSWERS(RIGHT, CONFIRMED, x -> {
        HttpBytes answer = x.answer();
        byte[] once = answer.bytes();
        byte[] twice = java.util.Arrays.copyOf(once, once.length * 2);
        System.arraycopy(once, 0, twice, once.length, once.length);
        x.say(twice);
    }),

    // the carrier does what it is asked, and says it wrongly
    LENGTH_TOO_LONG(RETRIED, UNKNOWN, length("100000", Exchange::close)),
    LENGTH_TOO_LONG_AND_OPEN(LATE, UNKNOWN, length("100000", Exchange::hold)),
    LENGTH_TOO_SHORT(UNREADABLE, UNKNOWN, length("30", x -> {})),
    LENGTH_NEGATIVE(LATE, UNKNOWN, length("-5", x -> {})),
    LENGTH_NO_NUMBER(RETRIED, UNKNOWN, length("many", x -> {})),
    LENGTH_BEYOND_NUMBERS(RETRIED, UNKNOWN, length("99999999999999999999", x -> {})),
    LENGTH_OF_TERABYTES(RETRIED, UNKNOWN, length("9999999999999", Exchange::close)),
    NO_HTTP(RETRIED, UNKNOWN, done(x -> x.say("SSH-2.0-OpenSSH_9.6\r\n"))),
    STATUS_NO_NUMBER(RETRIED, UNKNOWN, changed(a -> a.beginning("HTTP/1.1 OK fine"))),
    STATUS_000(RETRIED, UNKNOWN, changed(a -> a.beginning("HTTP/1.1 000 Nothing"))),
    STATUS_999(RETRIED, UNKNOWN, changed(a -> a.beginning("HTTP/1.1 999 Denied"))),
    HEADER_WITHOUT_COLON(RIGHT, CONFIRMED, changed(a -> a.beginning(first(a) + "\r\nnonsense"))),
    SWITCHING_101(RETRIED, UNKNOWN, done(x -> x.say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"))),
    HINTS_103(RIGHT, CONFIRMED, informed("103 Early Hints\r\nLink: </style.css>; rel=preload")),
    PROCESSING_102(RIGHT, CONFIRMED, informed("102 Processing")),
    CONTINUE_100(RIGHT, CONFIRMED, informed("100 Continue")),
    HTML(UNREADABLE, UNKNOWN, done(page("200 OK"))),
    NO_CONTENT(UNREADABLE, UNKNOWN, done(x -> x.say("HTTP/1.1 204 No Content\r\n\r\n"))),
    RESET_CONTENT(UNREADABLE, UNKNOWN, done(x -> x.say("HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n"))),
    EMPTY(UNREADABLE, UNKNOWN, body("")),
    JSON_NULL(UNREADABLE, UNKNOWN, body("null")),
    JSON_TEXT(UNREADABLE, UNKNOWN, body("\"done\"")),
    JSON_LIST(UNREADABLE, UNKNOWN, body("[]")),
    JSON_EMPTY(UNREADABLE, UNKNOWN, body("{}")),
    JSON_DEEP(UNREADABLE, UNKNOWN, body("[".repeat(100_000))),
    JSON_HALF(UNREADABLE, UNKNOWN, changed(a -> a.carrying(java.util.Arrays.copyOf(a.body(), a.body().length / 2)))),
    JSON_OF_ZEROS(UNREADABLE, UNKNOWN, changed(a -> a.carrying(new byte[a.body().length]))),
    CHUNKED(RIGHT, CONFIRMED, Faults.chunked("")),
    /** Asked for by nobody, but allowed: where the JDK does not read it, the answer is lost. */
    CHUNKED_WITH_TRAILER(
            JdkTrailers.areRead() ? RIGHT : RETRIED,
            JdkTrailers.areRead() ? CONFIRMED : UNKNOWN,
            Faults.chunked("X-Trailer: yes\r\n")),
    CHUNK_BROKEN(RETRIED, UNKNOWN, done(x -> x.say(Faults.CHUNKED_HEAD + "zz\r\n{}\r\n0\r\n\r\n"))),
    CHUNK_NEGATIVE(RETRIED, UNKNOWN, done(x -> x.say(Faults.CHUNKED_HEAD + "-5\r\n{}\r\n0\r\n\r\n"))),
    CHUNK_HUGE(RETRIED, UNKNOWN, done(x -> {
        x.say(Faults.CHUNKED_HEAD + "7fffffffffffffff\r\n{}");
        x.close();
    })),
    UNTIL_CLOSED(RIGHT, CONFIRMED, Faults.untilEnd(1, Exchange::close)),
    UNTIL_CLOSED_IN_BODY(UNREADABLE, UNKNOWN, Faults.untilEnd(2, Exchange::close)),
    UNTIL_CUT(RIGHT, CONFIRMED, Faults.untilEnd(1, Exchange::cut)),
    UNTIL_CUT_IN_BODY(UNREADABLE, UNKNOWN, Faults.untilEnd(2, Exchange::cut)),
    GZIP(RIGHT, CONFIRMED, Faults.gzip("gzip")),
    GZIP_BY_ITS_OLD_NAME(RIGHT, CONFIRMED, Faults.gzip("x-gzip")),
    GZIP_TWICE_NAMED(UNREADABLE, UNKNOWN, Faults.gzip("gzip, gzip")),
    GZIP_LIE(UNREADABLE, UNKNOWN, changed(a -> a.with("Content-Encoding", "gzip"))),
    GZIP_HALF(UNREADABLE, UNKNOWN, Faults::halfGzip),
    GZIP_BOMB(UNREADABLE, UNKNOWN, Faults::bomb),
    BROTLI(UNREADABLE, UNKNOWN, changed(a -> a.with("Content-Encoding", "br").carrying(new byte[] {0x0b, 2, 0x7b, 3}))),
    DEFLATE(UNREADABLE, UNKNOWN, Faults::deflate),
    IDENTITY(RIGHT, CONFIRMED, changed(a -> a.with("Content-Encoding", "identity"))),
    UTF_16(RIGHT, CONFIRMED, changed(a -> a.carrying(text(a).getBytes(StandardCharsets.UTF_16)))),
    BYTE_ORDER_MARK(RIGHT, CONFIRMED, changed(a -> a.carrying(("\uFEFF" + text(a)).getBytes(StandardCharsets.UTF_8))));

    /** What a question must come to. */
    enum Told {
        /** The right answer, at once. */
        RIGHT,
        /** The right answer once the fault is over; while it lasts, that the carrier is not available. */
        RETRIED,
        /** The right answer once the fault is over; while it lasts, that there was none in time. */
        LATE,
        /** That the answer cannot be read. */
        UNREADABLE,
        /** That the carrier refused. */
        REFUSED
    }

    /** What a purchase must come to. */
    enum Bought {
        CONFIRMED,
        /** An {@code OutcomeUnknownException}, whatever the carrier did. */
        UNKNOWN,
        /** An error that says that nothing was bought, and so it is. */
        NOTHING
    }

    /** Does something to an answer. */
    interface Act {
        void on(Exchange exchange) throws IOException;
    }

    private final Told told;
    private final Bought bought;
    private final Act act;

    Fault(Told told, Bought bought, Act act) {
        this.told = told;
        this.bought = bought;
        this.act = act;
    }

    @Override
    public Told told() {
        return told;
    }

    @Override
    public Bought bought() {
        return bought;
    }

    @Override
    public boolean isSlow() {
        return told == LATE || this == ENDLESS_HEAD;
    }

    @Override
    public boolean strikesNext() {
        return this == CLOSED_WITHOUT_SAYING;
    }

    /**
     * Whether the JDK's HTTP client (seen in 17.0.21 and 25) leaves the connection open as long as it lives itself, for it
     * cannot read the head of the answer.
     */
    boolean isLeftOpen() {
        return switch (this) {
            case ENDLESS_HEAD, LENGTH_NO_NUMBER, LENGTH_BEYOND_NUMBERS, NO_HTTP, STATUS_NO_NUMBER, STATUS_000 -> true;
            default -> false;
        };
    }

    void strike(Exchange exchange) throws IOException {
        act.on(exchange);
    }

    private static Act page(String status) {
        return Faults.page(status);
    }

    private static Act done(Act then) {
        return Faults.done(then);
    }

    private static Act until(java.util.function.IntUnaryOperator end, Act then) {
        return Faults.until(end, then);
    }

    private static Act length(String told, Act then) {
        return Faults.length(told, then);
    }

    private static Act drip(int millis) {
        return Faults.drip(millis);
    }

    private static Act changed(java.util.function.UnaryOperator<HttpBytes> change) {
        return Faults.changed(change);
    }

    private static Act informed(String status) {
        return Faults.informed(status);
    }

    private static Act body(String text) {
        return changed(answer -> answer.carrying(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(HttpBytes answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String first(HttpBytes answer) {
        return answer.head().substring(0, answer.head().indexOf('\r'));
    }
}
