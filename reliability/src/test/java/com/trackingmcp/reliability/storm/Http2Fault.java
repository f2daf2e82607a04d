package com.trackingmcp.reliability.storm;

import static com.trackingmcp.reliability.storm.Fault.Bought.CONFIRMED;
import static com.trackingmcp.reliability.storm.Fault.Bought.UNKNOWN;
import static com.trackingmcp.reliability.storm.Fault.Told.LATE;
import static com.trackingmcp.reliability.storm.Fault.Told.RETRIED;
import static com.trackingmcp.reliability.storm.Fault.Told.RIGHT;
import static com.trackingmcp.reliability.storm.Fault.Told.UNREADABLE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A way in which an answer goes wrong that only HTTP/2 has, and what must become of a question and of a purchase. */
enum Http2Fault implements Blow {
    // the carrier never gets the request
    REFUSED_STREAM(RETRIED, UNKNOWN, x -> x.reset(Errors.REFUSED_STREAM)),
    CANCELLED_UNREAD(RETRIED, UNKNOWN, x -> x.reset(Errors.CANCEL)),
    SILENT(LATE, UNKNOWN, x -> {}),
    GONE_UNREAD(RETRIED, UNKNOWN, x -> x.goAway(false, Errors.NO_ERROR)),
    GONE_UNREAD_AND_CUT(RETRIED, UNKNOWN, x -> {
        x.goAway(false, Errors.NO_ERROR);
        x.cut();
    }),
    GONE_TO_CALM_DOWN(RETRIED, UNKNOWN, x -> x.goAway(false, Errors.ENHANCE_YOUR_CALM)),
    CUT_UNREAD(RETRIED, UNKNOWN, Http2Exchange::cut),

    // the carrier does what it is asked
    RESET_BEFORE_HEAD(RETRIED, UNKNOWN, done(x -> x.reset(Errors.INTERNAL_ERROR))),
    REFUSED_AFTERWARDS(RETRIED, UNKNOWN, done(x -> x.reset(Errors.REFUSED_STREAM))),
    HTTP_1_1_REQUIRED(RETRIED, UNKNOWN, done(x -> x.reset(Errors.HTTP_1_1_REQUIRED))),
    RESET_AFTER_HEAD(RETRIED, UNKNOWN, until(0, x -> x.reset(Errors.INTERNAL_ERROR))),
    RESET_IN_BODY(RETRIED, UNKNOWN, until(40, x -> x.reset(Errors.CANCEL))),
    RESET_IN_BODY_WITHOUT_ERROR(RETRIED, UNKNOWN, until(40, x -> x.reset(Errors.NO_ERROR))),
    RESET_AFTER_ANSWER(RIGHT, CONFIRMED, x -> {
        x.say(x.answer());
        x.reset(Errors.NO_ERROR);
    }),
    CUT_AFTERWARDS(RETRIED, UNKNOWN, done(Http2Exchange::cut)),
    CUT_AFTER_HEAD(RETRIED, UNKNOWN, until(0, Http2Exchange::cut)),
    CUT_IN_BODY(RETRIED, UNKNOWN, until(40, Http2Exchange::cut)),
    CUT_IN_FRAME(RETRIED, UNKNOWN, done(x -> {
        x.bytes(Arrays.copyOf(Http2Frame.data(1, new byte[1000], true).bytes(), 100));
        x.cut();
    })),
    SILENT_AFTER_HEAD(LATE, UNKNOWN, until(0, x -> {})),
    SILENT_IN_BODY(LATE, UNKNOWN, until(40, x -> {})),
    GONE_MEANWHILE(RIGHT, CONFIRMED, x -> {
        x.goAway(true, Errors.NO_ERROR);
        x.say(x.answer());
    }),
    GONE_IN_BODY(RIGHT, CONFIRMED, x -> {
        HttpBytes answer = x.answer();
        x.headers(answer);
        x.data(Arrays.copyOf(answer.body(), 40), false);
        x.goAway(true, Errors.NO_ERROR);
        x.data(Arrays.copyOfRange(answer.body(), 40, answer.body().length), true);
    }),
    GONE_AFTER_ANSWER(RIGHT, CONFIRMED, x -> {
        x.say(x.answer());
        x.goAway(true, Errors.NO_ERROR);
    }),
    GONE_AND_SILENT(LATE, UNKNOWN, done(x -> x.goAway(true, Errors.INTERNAL_ERROR))),
    GONE_AND_CUT(RETRIED, UNKNOWN, done(x -> {
        x.goAway(true, Errors.INTERNAL_ERROR);
        x.cut();
    })),

    // the carrier does what it is asked, and says it wrongly
    ENDED_IN_BODY(UNREADABLE, UNKNOWN, x -> {
        HttpBytes answer = x.answer();
        x.headers(answer.without("Content-Length"));
        x.data(Arrays.copyOf(answer.body(), 40), true);
    }),
    LENGTH_TOO_LONG(RIGHT, CONFIRMED, x -> {
        HttpBytes answer = x.answer();
        x.headers(answer.with("Content-Length", "100000"));
        x.data(answer.body(), true);
    }),
    LENGTH_TOO_SHORT(RIGHT, CONFIRMED, x -> {
        HttpBytes answer = x.answer();
        x.headers(answer.with("Content-Length", "30"));
        x.data(answer.body(), true);
    }),
    LENGTH_NO_NUMBER(RETRIED, UNKNOWN, x -> {
        HttpBytes answer = x.answer();
        x.headers(answer.with("Content-Length", "many"));
        x.data(answer.body(), true);
    }),
    NO_LENGTH(RIGHT, CONFIRMED, x -> x.say(x.answer().without("Content-Length"))),
    NO_STATUS(RETRIED, UNKNOWN, done(x -> x.headers(List.<String[]>of(new String[] {"server", "none"}), true))),
    STATUS_NO_NUMBER(RETRIED, UNKNOWN, done(x -> x.headers(List.<String[]>of(new String[] {":status", "fine"}), true))),
    HEAD_BROKEN(
            RETRIED,
            UNKNOWN,
            done(x -> x.frame(Http2Frame.HEADERS, Http2Frame.END_HEADERS, new byte[] {-1, -1, -1, -1}))),
    DATA_BEFORE_HEAD(LATE, UNKNOWN, done(x -> x.data(new byte[] {'{', '}'}, true))),
    FRAME_TOO_LARGE(RETRIED, UNKNOWN, until(0, x -> x.frame(Http2Frame.DATA, 0, new byte[200_000]))),
    NO_FRAMES(
            RETRIED,
            UNKNOWN,
            done(x -> x.bytes("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)))),
    HINTS_103(RIGHT, CONFIRMED, x -> {
        HttpBytes answer = x.answer();
        x.headers(List.<String[]>of(new String[] {":status", "103"}), false);
        x.say(answer);
    }),
    TRAILER(RIGHT, CONFIRMED, x -> {
        HttpBytes answer = x.answer();
        x.headers(answer);
        x.data(answer.body(), false);
        x.headers(List.<String[]>of(new String[] {"x-trailer", "yes"}), true);
    }),
    ENDLESS_BODY(UNREADABLE, UNKNOWN, x -> {
        x.headers(x.answer().without("Content-Length"));
        for (int i = 0; i < 200; i++) {
            x.data(" ".repeat(16_000).getBytes(StandardCharsets.ISO_8859_1), false);
        }
    });

    private final Fault.Told told;
    private final Fault.Bought bought;
    private final Act act;

    /** Does something to an answer. */
    interface Act {
        void on(Http2Exchange exchange) throws IOException;
    }

    private static final class Errors {
        static final int NO_ERROR = 0;
        static final int INTERNAL_ERROR = 2;
        static final int REFUSED_STREAM = 7;
        static final int CANCEL = 8;
        static final int ENHANCE_YOUR_CALM = 11;
        static final int HTTP_1_1_REQUIRED = 13;
    }

    Http2Fault(Fault.Told told, Fault.Bought bought, Act act) {
        this.told = told;
        this.bought = bought;
        this.act = act;
    }

    @Override
    public Fault.Told told() {
        return told;
    }

    @Override
    public Fault.Bought bought() {
        return bought;
    }

    @Override
    public boolean strikesNext() {
        return this == GONE_AFTER_ANSWER;
    }

    void strike(Http2Exchange exchange) throws IOException {
        act.on(exchange);
    }

    /** Has the request carried out first. */
    private static Act done(Act then) {
        return exchange -> {
            exchange.answer();
            then.on(exchange);
        };
    }

    /** The head of the true answer and so many bytes of its body. */
    private static Act until(int bytes, Act then) {
        return exchange -> {
            HttpBytes answer = exchange.answer();
            exchange.headers(answer);
            if (bytes > 0) {
                exchange.data(Arrays.copyOf(answer.body(), bytes), false);
            }
            then.on(exchange);
        };
    }
}
