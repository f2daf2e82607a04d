package com.trackingmcp.observe;

import static com.trackingmcp.support.CallEvents.event;
import static com.trackingmcp.support.CallEvents.failure;
import static com.trackingmcp.support.CallEvents.lost;
import static com.trackingmcp.support.CallEvents.success;
import static com.trackingmcp.support.CallEvents.unsent;
import static com.trackingmcp.support.TestClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.support.CapturedLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLogTest {
    private final CapturedLog log = CapturedLog.open();
    private final AuditLog audit = AuditLog.create();

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void anAttemptIsOneLineOfKeysAndValues() {
        audit.onCall(success(START));
        assertThat(log.lines())
                .containsExactly("INFO com.trackingmcp.audit at=2026-03-01T10:00:00Z carrier=dhl connection=dhl-eu"
                        + " api=unified operation=track method=GET attempt=1 status=200 error=- throttled=false"
                        + " queue_ms=20 wire_ms=183 sent=40 received=512 call=0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void aFailureOfTheConnectionIsAWarning() {
        audit.onCall(lost(START, ErrorCode.CARRIER_UNAVAILABLE));
        audit.onCall(failure(START, 429, ErrorCode.RATE_LIMITED));
        assertThat(log.lines())
                .allMatch(line -> line.startsWith("WARN com.trackingmcp.audit "))
                .satisfiesExactly(
                        line -> assertThat(line).contains(" status=- error=E-3003 throttled=false "),
                        line -> assertThat(line).contains(" status=429 error=E-3002 throttled=true "));
    }

    @Test
    void everydayFailuresAreNoWarning() {
        audit.onCall(failure(START, 404, ErrorCode.TRACKING_NUMBER_NOT_FOUND));
        audit.onCall(unsent(START, ErrorCode.DEADLINE_EXCEEDED));
        assertThat(log.lines())
                .allMatch(line -> line.startsWith("INFO com.trackingmcp.audit "))
                .satisfiesExactly(
                        line -> assertThat(line).contains(" attempt=1 status=404 error=E-3001 "),
                        line -> assertThat(line).contains(" attempt=0 status=- error=E-3004 "));
    }

    @Test
    void theLoggerMayBearAnotherName() {
        AuditLog.create("shipping.audit").onCall(success(START));
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("INFO shipping.audit at=2026-03-01T10:00:00Z carrier=dhl ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dhl-eu|dhl-eu",
                "a.b_c:d/e+f|a.b_c:d/e+f",
                "two words|\"two words\"",
                "x error=-|\"x error=-\"",
                "say \"hi\"|\"say \\\"hi\\\"\"",
                "back\\slash|\"back\\\\slash\"",
                "-|\"-\"",
                "{}|\"{}\"",
                "``|\"\""
            })
    void aValueOfOtherCharactersIsQuoted(String connection, String written) {
        audit.onCall(event(START, connection, "track", 1, 200, null));
        assertThat(log.text()).contains(" connection=" + written + " api=unified ");
    }

    @Test
    void noValueBreaksTheLine() {
        audit.onCall(event(START, "a\r\nb\u0085c\u2028d\u001b[31mé\t", "track", 1, 200, null));
        assertThat(log.text())
                .hasLineCount(1)
                .contains(" connection=\"a\\u000d\\u000ab\\u0085c\\u2028d\\u001b[31m\\u00e9\\u0009\" api=unified ");
    }
}
