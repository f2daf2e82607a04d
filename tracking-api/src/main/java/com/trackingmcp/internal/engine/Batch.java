package com.trackingmcp.internal.engine;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Numbers on their way together. Safe for use by many threads. */
final class Batch {
    private final Lane lane;
    private final List<Ask> asks;
    private final CallContext call;
    private final AtomicInteger wanted;
    private final AtomicBoolean onItsWay = new AtomicBoolean(true);
    private final AtomicBoolean uncounted = new AtomicBoolean(true);
    private final @Nullable Splitting splitting;
    private final long sentAt = System.nanoTime();

    /**
     * A batch that may take as long as the most patient of those who wait for it.
     *
     * @param splitting the batch it is a part of; null where it is whole
     */
    Batch(Lane lane, List<Ask> asks, boolean rawJson, @Nullable Splitting splitting) {
        this.lane = lane;
        this.splitting = splitting;
        this.asks = asks;
        this.wanted = new AtomicInteger(asks.size());
        Ask first = asks.get(0);
        Instant deadline = first.search().deadline();
        for (int i = 1; i < asks.size(); i++) {
            Instant other = asks.get(i).search().deadline();
            deadline = other.isAfter(deadline) ? other : deadline;
        }
        Duration queued = Duration.ofNanos(sentAt - first.since());
        this.call = new CallContext(first.search().correlationId(), deadline, rawJson, queued);
        call.onFirstAnswer(this::landed);
        call.onFirstCount(this::counted);
        asks.forEach(ask -> ask.search().sent(this));
    }

    Lane lane() {
        return lane;
    }

    List<Ask> asks() {
        return asks;
    }

    CallContext call() {
        return call;
    }

    @Nullable
    Splitting splitting() {
        return splitting;
    }

    List<TrackingNumber> numbers() {
        if (asks.size() == 1) {
            return List.of(asks.get(0).number());
        }
        List<TrackingNumber> numbers = new ArrayList<>(asks.size());
        asks.forEach(ask -> numbers.add(ask.number()));
        return numbers;
    }

    /** The quota knows of it, or need not any more. Said twice, it counts once. */
    private void counted() {
        if (uncounted.compareAndSet(true, false)) {
            lane.counted();
        }
    }

    /** Its answer has arrived, or will not come: its place in the lane is free. Said twice, it counts once. */
    void landed() {
        counted();
        if (onItsWay.compareAndSet(true, false)) {
            lane.returned(System.nanoTime() - sentAt);
        }
    }

    /** One of its numbers is no longer wanted; when none is, the batch is given up. */
    void leave() {
        if (wanted.decrementAndGet() == 0) {
            call.cancel();
        }
    }
}
