package com.trackingmcp.dhl;

import com.trackingmcp.http.Quota;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where one of DHL's APIs is, and how often it is asked at most. Immutable.
 *
 * @param given where it was said to be; null where it is where DHL has it
 * @param quota how often
 */
record DhlReach(@Nullable URI given, Quota quota) {
    static final URI UNIFIED = URI.create("https://api-eu.dhl.com");
    static final URI LOCATIONS = URI.create("https://api.dhl.com/location-finder/v1");
    private static final URI EXPRESS = URI.create("https://express.api.dhl.com/mydhlapi");
    private static final URI EXPRESS_SANDBOX = URI.create("https://express.api.dhl.com/mydhlapi/test");
    private static final URI ECOMMERCE = URI.create("https://api.dhlecs.com");
    private static final URI ECOMMERCE_SANDBOX = URI.create("https://api-sandbox.dhlecs.com");

    /** What a new key of unified tracking is granted; the day starts at 00:00 GMT. */
    private static final Quota NEW_KEY =
            Quota.of(Quota.Window.perDay(250), Quota.Window.rate(1, Duration.ofSeconds(5)));

    static DhlReach newKey() {
        return new DhlReach(null, NEW_KEY);
    }

    static DhlReach unlimited() {
        return new DhlReach(null, Quota.unlimited());
    }

    static URI express(boolean sandbox) {
        return sandbox ? EXPRESS_SANDBOX : EXPRESS;
    }

    static URI ecommerce(boolean sandbox) {
        return sandbox ? ECOMMERCE_SANDBOX : ECOMMERCE;
    }

    DhlReach at(URI uri) {
        return new DhlReach(uri, quota);
    }

    DhlReach within(Quota limits) {
        return new DhlReach(given, limits);
    }

    /** Where it was said to be, else where it usually is. */
    URI or(URI usual) {
        return given == null ? usual : given;
    }
}
