package com.trackingmcp.http;

import com.trackingmcp.error.ErrorDetails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Listens to the answers of one API and pauses it where they ask to slow down. Safe for use by many threads.
 *
 * <p>Many requests that were on their way together are refused together: they count as one refusal.
 */
final class Throttle {
    private final Clock clock;
    private final Duration first;
    private final Consumer<Duration> pause;
    private Instant lastRefusal = Instant.MIN;
    private volatile int inARow;

    /**
     * A throttle.
     *
     * @param base the wait before the first retry: five times that is the first pause where the carrier names none
     * @param pause where pauses go: usually to the gate of the API
     */
    Throttle(Clock clock, Duration base, Consumer<Duration> pause) {
        this.clock = clock;
        this.first = base.multipliedBy(Throttling.FIRST_PAUSE);
        this.pause = pause;
    }

    /**
     * A good answer.
     *
     * @param sent when its request went out
     */
    void succeeded(Instant sent) {
        if (inARow != 0) {
            recovered(sent);
        }
    }

    private synchronized void recovered(Instant sent) {
        if (sent.isAfter(lastRefusal)) {
            inARow = 0;
        }
    }

    /**
     * Any other answer.
     *
     * @param error what it means in the end
     * @param sent when its request went out
     * @return whether it asks to slow down
     */
    boolean failed(CarrierResponse response, ErrorDetails error, Instant sent) {
        boolean throttled = Throttling.isThrottled(response, error);
        if (throttled) {
            // a reader that starts the error anew may have left it out
            Optional<Duration> asked =
                    error.retryAfter().or(() -> HttpStatusErrors.retryAfter(response, clock.instant()));
            pause.accept(Throttling.pause(asked, first, refused(sent)));
        }
        return throttled;
    }

    private synchronized int refused(Instant sent) {
        if (inARow == 0 || sent.isAfter(lastRefusal)) {
            inARow = inARow + 1;
            lastRefusal = clock.instant();
        }
        return inARow;
    }
}
