package com.trackingmcp.mcp.internal.book;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.internal.tool.Lazy;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The prices a caller was told, so that exactly what was quoted can be bought. Each is good for half an hour here, or as
 * long as its carrier says where that is shorter; what the carrier charges is the carrier's word. In memory only. Safe for
 * use by many threads.
 */
public final class QuoteBook {
    /** How long a quote can be bought. */
    public static final Duration KEPT = Duration.ofMinutes(30);

    private static final int MOST = 20_000;

    private final Clock clock;
    private final Lazy<Cache<String, Quote>> quotes;

    /**
     * A price, and what was asked.
     *
     * @param id what an agent calls it by
     * @param expires when it can be bought no longer
     */
    public record Quote(String id, Caller caller, Rate rate, ShipmentRequest shipment, Instant expires) {}

    /** An empty book. */
    public QuoteBook(Clock clock) {
        this.clock = clock;
        this.quotes = new Lazy<>(() -> Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build());
    }

    /** Remembers a price. */
    public Quote put(Caller caller, Rate rate, ShipmentRequest shipment) {
        String id = "q_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        Instant forgotten = clock.instant().plus(KEPT).truncatedTo(ChronoUnit.SECONDS);
        Instant expires = rate.validUntil().filter(forgotten::isAfter).orElse(forgotten);
        Quote quote = new Quote(id, caller, rate, shipment, expires);
        quotes.get().put(id, quote);
        return quote;
    }

    /**
     * A quote by its id.
     *
     * @throws com.trackingmcp.error.CarrierException {@code E-4005} where it has expired, or is another caller's
     */
    public Quote get(Caller caller, String id) {
        Quote quote = quotes.get().getIfPresent(id);
        if (quote == null
                || !quote.caller().subject().equals(caller.subject())
                || !clock.instant().isBefore(quote.expires())) {
            throw ErrorDetails.builder(ErrorCode.QUOTE_GONE)
                    .argument("quote", id)
                    .toException();
        }
        return quote;
    }
}
