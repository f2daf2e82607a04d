package com.trackingmcp.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Everything logged between its opening and its closing, at every level, by this library and by what it is built on; the
 * servers of the tests excepted. Outside of that time nothing is logged at all.
 */
public final class CapturedLog implements AutoCloseable {
    private static final List<String> SERVERS = List.of("org.eclipse.jetty", "org.wiremock", "wiremock", "WireMock");
    private static final List<CapturedLog> OPEN = new CopyOnWriteArrayList<>();

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private CapturedLog() {}

    public static CapturedLog open() {
        CapturedLog log = new CapturedLog();
        OPEN.add(log);
        return log;
    }

    public List<String> lines() {
        return lines;
    }

    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        OPEN.remove(this);
    }

    private static void add(String logger, Level level, String message, Throwable failure) {
        StringBuilder line = new StringBuilder()
                .append(level)
                .append(' ')
                .append(logger)
                .append(' ')
                .append(message);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            line.append(" | ").append(cause);
        }
        OPEN.forEach(log -> log.lines.add(line.toString()));
    }

    /** What SLF4J finds on the class path of the tests. */
    public static final class Provider implements SLF4JServiceProvider {
        private final IMarkerFactory markers = new BasicMarkerFactory();
        private final MDCAdapter mdc = new NOPMDCAdapter();

        @Override
        public ILoggerFactory getLoggerFactory() {
            return CapturingLogger::new;
        }

        @Override
        public IMarkerFactory getMarkerFactory() {
            return markers;
        }

        @Override
        public MDCAdapter getMDCAdapter() {
            return mdc;
        }

        @Override
        public String getRequestedApiVersion() {
            return "2.0.99";
        }

        @Override
        public void initialize() {}
    }

    private static final class CapturingLogger extends AbstractLogger {
        private static final long serialVersionUID = 1L;
        private final boolean ofServer;

        CapturingLogger(String name) {
            this.name = name;
            this.ofServer = SERVERS.stream().anyMatch(name::startsWith);
        }

        private boolean enabled() {
            return !ofServer && !OPEN.isEmpty();
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return CapturingLogger.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable failure) {
            add(name, level, MessageFormatter.basicArrayFormat(pattern, arguments), failure);
        }

        @Override
        public boolean isTraceEnabled() {
            return enabled();
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return enabled();
        }

        @Override
        public boolean isDebugEnabled() {
            return enabled();
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return enabled();
        }

        @Override
        public boolean isInfoEnabled() {
            return enabled();
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return enabled();
        }

        @Override
        public boolean isWarnEnabled() {
            return enabled();
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return enabled();
        }

        @Override
        public boolean isErrorEnabled() {
            return enabled();
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return enabled();
        }
    }
}
