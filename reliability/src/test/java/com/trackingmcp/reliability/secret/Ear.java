package com.trackingmcp.reliability.secret;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.trackingmcp.error.CarrierException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;

/** Reads all that is told, the log at TRACE among it, and keeps where it found a marker. Safe for use by many threads. */
final class Ear implements AutoCloseable {
    private final List<String> credentials;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AtomicReference<String> doing = new AtomicReference<>("");
    private final Set<String> found = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicLong> read = new ConcurrentSkipListMap<>();
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String failure =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            hear(
                    event.getLoggerName().endsWith(".audit") ? "audit line" : "log line",
                    event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " " + event.getThreadName() + " "
                            + failure);
        }
    };

    Ear(List<String> credentials) {
        this.credentials = credentials;
        log.setContext(root.getLoggerContext());
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    /** What is being done from now on. */
    void during(String what) {
        doing.set(what);
    }

    /** Reads a text of some kind. */
    void hear(String kind, String text) {
        hear(kind, text, false);
    }

    /** Reads a text of some kind, which may tell of people where that is what it is for, and never a credential. */
    void hear(String kind, String text, boolean ofPeople) {
        read.computeIfAbsent(kind, first -> new AtomicLong()).incrementAndGet();
        // a tracking number of UPS holds the account it was made for
        for (String marker : Markers.in(text.replace("1ZTK0001", ""), credentials)) {
            if (ofPeople && Markers.isOfPeople(marker)) {
                continue;
            }
            found.add(kind + " tells " + marker + " (" + doing.get().replaceFirst(".*? with ", "") + "): "
                    + around(text, marker));
        }
    }

    private String around(String text, String marker) {
        int at =
                Math.max(0, text.toLowerCase(java.util.Locale.ROOT).indexOf(marker.toLowerCase(java.util.Locale.ROOT)));
        String part = text.substring(Math.max(0, at - 160), Math.min(text.length(), at + 80));
        return doing.get() + " … " + part.replaceAll("\\s+", " ");
    }

    /** Reads a failure: itself, its causes, what it suppressed, and what would be sent of it to another machine. */
    void hear(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        hear("exception", text.toString());
        if (failure instanceof CarrierException) {
            hear("serialised exception", serialised(failure));
        }
    }

    private static String serialised(Throwable failure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads the names of all threads. */
    void hearThreads() {
        Thread.getAllStackTraces().keySet().forEach(thread -> hear("thread name", thread.getName()));
    }

    Set<String> found() {
        return found;
    }

    Map<String, AtomicLong> read() {
        return read;
    }

    @Override
    public void close() {
        root.setLevel(Level.OFF);
        root.detachAppender(log);
        log.stop();
    }
}
