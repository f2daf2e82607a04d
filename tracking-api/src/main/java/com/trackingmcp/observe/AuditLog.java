package com.trackingmcp.observe;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line for each attempt at a request to a carrier, through SLF4J. Safe for use by many threads; one is
 * enough for any number of clients.
 *
 * <p>The line holds no secret, no tracking number, no address and no person's data. It is a row of {@code key=value},
 * parted by one space each, the same keys in the same order on every line:
 *
 * <pre>{@code
 * at=2026-03-01T10:00:00Z carrier=dhl connection=dhl-eu api=unified operation=track method=GET attempt=1 status=200
 * error=- throttled=false queue_ms=0 wire_ms=183 sent=0 received=512 call=0af7651916cd43dd8448eb211c80319c
 * }</pre>
 *
 * <p>(on one line) where
 *
 * <ul>
 *   <li>{@code at} is when the attempt ended, in UTC;
 *   <li>{@code attempt} counts from 1; 0 is a request that was given up before it was sent;
 *   <li>{@code status} is the HTTP status, {@code -} where no answer came;
 *   <li>{@code error} is the id of the {@link com.trackingmcp.error.ErrorCode}, {@code -} for a 2xx status;
 *   <li>{@code queue_ms} and {@code wire_ms} are whole milliseconds, {@code sent} and {@code received} bytes of body;
 *   <li>{@code call} is the id of the call, the same for all of its attempts, and in the error that the caller gets.
 * </ul>
 *
 * <p>A value of other characters than letters, digits and {@code - . _ : / +} stands in double quotes, and so does one
 * that is empty or {@code -} itself. In quotes {@code "} and {@code \} are preceded by a {@code \}, and what is not
 * printable ASCII is written as {@code \}{@code uXXXX}: nothing breaks a line. Keys that are added later come after
 * these.
 *
 * <p>The level is {@code WARN} where an attempt tells against the connection ({@link CallEvent#isConnectionFailure()}:
 * nobody answered, or credentials were refused, …), {@code INFO} for all else. A number that the carrier does not know
 * is everyday work and warns nobody. For a log without a gap keep the logger at {@code INFO}.
 */
public final class AuditLog implements CallListener {
    private static final String NAME = "com.trackingmcp.audit";

    private final Logger logger;

    private AuditLog(String name) {
        this.logger = LoggerFactory.getLogger(name);
    }

    /** Writes to the logger {@code com.trackingmcp.audit}. */
    public static AuditLog create() {
        return create(NAME);
    }

    /** Writes to the logger of this name. */
    public static AuditLog create(String loggerName) {
        return new AuditLog(loggerName);
    }

    @Override
    public void onCall(CallEvent event) {
        if (event.isConnectionFailure()) {
            if (logger.isWarnEnabled()) {
                logger.warn(line(event));
            }
        } else if (logger.isInfoEnabled()) {
            logger.info(line(event));
        }
    }

    private static String line(CallEvent event) {
        StringBuilder line = new StringBuilder(320);
        line.append("at=").append(event.at());
        text(line, "carrier", event.carrier());
        text(line, "connection", event.connection());
        text(line, "api", event.api());
        text(line, "operation", event.operation());
        text(line, "method", event.method());
        line.append(" attempt=").append(event.attempt());
        line.append(" status=");
        event.status().ifPresentOrElse(line::append, () -> line.append('-'));
        line.append(" error=").append(event.error().map(code -> code.id()).orElse("-"));
        line.append(" throttled=").append(event.throttled());
        line.append(" queue_ms=").append(event.queueTime().toMillis());
        line.append(" wire_ms=").append(event.wireTime().toMillis());
        line.append(" sent=").append(event.bytesSent());
        line.append(" received=").append(event.bytesReceived());
        text(line, "call", event.correlationId());
        return line.toString();
    }

    private static void text(StringBuilder line, String key, String value) {
        line.append(' ').append(key).append('=');
        if (isPlain(value)) {
            line.append(value);
        } else {
            quoted(line, value);
        }
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty() && !value.equals("-") && value.chars().allMatch(AuditLog::isPlain);
    }

    private static boolean isPlain(int character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || "-._:/+".indexOf(character) >= 0;
    }

    private static void quoted(StringBuilder line, String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == '\\') {
                line.append('\\').append(character);
            } else if (character >= ' ' && character <= '~') {
                line.append(character);
            } else {
                line.append(String.format("\\u%04x", (int) character));
            }
        }
        line.append('"');
    }
}
