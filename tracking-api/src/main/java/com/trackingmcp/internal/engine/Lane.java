package com.trackingmcp.internal.engine;

import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.observe.LaneStatus;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.TrackingCapability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbers that may travel to a carrier together, and those on their way. Safe for use by many threads; blocks none.
 *
 * <p>A number that comes alone while nothing is on its way goes out at once. While others are on their way, numbers wait
 * for company: until they fill a batch, until a batch comes back, or for about a seventh of the time that the carrier
 * takes to answer, whichever is first. Numbers that come together need not wait for more. What people wait for goes
 * before what was asked in lists, but every fourth batch is the lists' own.
 *
 * <p>{@link LaneQueue} says who travels next, {@link Permits} how many batches may be on their way, {@link LaneQuota}
 * whether the carrier's quota leaves time for a number, and {@link Refusals} what is known of refused batches.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final long SHORTEST_LINGER = Duration.ofMillis(10).toNanos();
    private static final long LONGEST_LINGER = Duration.ofMillis(100).toNanos();
    private static final int LINGER_SHARE = 7;

    private final Carrier carrier;
    private final TrackingCapability tracking;
    private final BatchLane batches;
    private final HttpTransport transport;
    private final Desk desk;
    private final LongSupplier nanoTime;
    private final Permits permits;
    private final LaneQuota quota;
    private final LaneQueue queue;
    private final Refusals refusals;
    /** Batches that have left the queue and that the quota does not know of yet. */
    private final AtomicInteger uncounted = new AtomicInteger();

    private final Trampoline pump = new Trampoline(this::sendWhatMayGo);
    private long roundTrip;
    private boolean lingering;

    /** A number that cannot be sent in time: why, and when it could be, where that is known. */
    record Refused(Ask ask, String reason, Optional<Duration> retryAfter) {}

    /** Whom a lane works for. */
    interface Desk {
        /**
         * A batch may go; {@link Lane#counted} is to be told once, and then {@link Lane#returned} once when it is back,
         * unless this throws.
         */
        void send(Lane lane, List<Ask> batch);

        /** Numbers that are not taken into the queue. */
        void refuse(Lane lane, List<Refused> refused);
    }

    Lane(
            Carrier carrier,
            TrackingCapability tracking,
            BatchLane batches,
            HttpTransport transport,
            Permits permits,
            Desk desk) {
        this(carrier, tracking, batches, transport, permits, desk, System::nanoTime);
    }

    /**
     * A lane.
     *
     * @param desk sends batches
     * @param nanoTime tells the time as {@link System#nanoTime} does
     */
    Lane(
            Carrier carrier,
            TrackingCapability tracking,
            BatchLane batches,
            HttpTransport transport,
            Permits permits,
            Desk desk,
            LongSupplier nanoTime) {
        this.carrier = carrier;
        this.tracking = tracking;
        this.batches = batches;
        this.transport = transport;
        this.permits = permits;
        this.desk = desk;
        this.nanoTime = nanoTime;
        this.quota = new LaneQuota(transport, Connections.way(carrier), batches.name());
        this.queue = new LaneQueue(batches.maxNumbers());
        this.refusals = new Refusals(nanoTime);
    }

    Carrier carrier() {
        return carrier;
    }

    TrackingCapability tracking() {
        return tracking;
    }

    String connection() {
        return Connections.id(carrier);
    }

    /** Whether it leads to this very connection: another one may have got its id since. */
    boolean leadsTo(Carrier asked) {
        return carrier == asked || carrier.profile().equals(asked.profile());
    }

    /** Whether its batches go through the doors of that connection, and to that API. */
    boolean leadsThrough(String way, String api) {
        return Connections.way(carrier).equals(way) && Lanes.leadsTo(batches.name(), api);
    }

    Refusals refusals() {
        return refusals;
    }

    /** Takes numbers that came together into the queue, but for those that find it full or the quota used up. */
    void ask(List<Ask> asks) {
        List<Refused> refused = new ArrayList<>(0);
        synchronized (this) {
            LaneQuota.Forecast forecast = quota.forecast();
            for (Ask ask : asks) {
                Refused no = refusal(ask, forecast);
                if (no == null) {
                    queue.add(ask);
                } else {
                    // somebody in a hurry may have put it into the queue already
                    ask.take();
                    refused.add(no);
                }
            }
        }
        pump.bounce();
        if (!refused.isEmpty()) {
            desk.refuse(this, refused);
        }
    }

    private @Nullable Refused refusal(Ask ask, LaneQuota.Forecast forecast) {
        if (queue.isFull()) {
            return new Refused(ask, LaneQueue.MOST_WAITING + " numbers wait for it already", Optional.empty());
        }
        QuotaStorage.Permit last = forecast.last(uncounted.get() + queue.batchesUntil(ask));
        if (last.delay().isZero() || last.delay().compareTo(left(ask)) <= 0) {
            return null;
        }
        String reason = last.limit()
                .map(window -> "this client's own quota of " + window + " is used up")
                .orElse("the carrier asked for a pause");
        return new Refused(ask, reason, Optional.of(last.delay()));
    }

    private Duration left(Ask ask) {
        return Duration.between(transport.clock().instant(), ask.search().deadline());
    }

    /** Somebody waits for a number that a list had asked for. */
    synchronized void hurry(Ask ask) {
        queue.hurry(ask);
    }

    /** The quota knows of a batch, or need not any more. */
    void counted() {
        uncounted.decrementAndGet();
    }

    /** A batch is back. */
    void returned(long nanos) {
        synchronized (this) {
            permits.giveBack(queue.size() > 0);
            roundTrip = roundTrip == 0 ? nanos : roundTrip + (nanos - roundTrip) / 8;
        }
        pump.bounce();
    }

    /** Parts of a batch that is back are sent at once: they do not queue again. */
    synchronized void sendsParts(int parts) {
        for (int i = 0; i < parts; i++) {
            permits.take();
            uncounted.incrementAndGet();
        }
    }

    synchronized void throttled() {
        permits.throttled(nanoTime.getAsLong());
    }

    synchronized LaneStatus status() {
        return new LaneStatus(connection(), batches.name(), queue.size(), permits.inFlight(), permits.limit());
    }

    private void sendWhatMayGo() {
        for (List<Ask> batch = next(); !batch.isEmpty(); batch = next()) {
            send(batch);
        }
    }

    /** A defect in sending one batch must not keep the lane from sending others. */
    private void send(List<Ask> batch) {
        try {
            desk.send(this, batch);
        } catch (RuntimeException | Error e) {
            counted();
            synchronized (this) {
                permits.giveBack(false);
            }
            LOG.error("A batch for {} was not sent; its numbers wait for their deadline", connection(), e);
        }
    }

    /** The next batch; empty where none may go. */
    private synchronized List<Ask> next() {
        for (Ask head = queue.head(); mayGo(head); head = queue.head()) {
            List<Ask> batch = queue.take();
            // callers leave at any time: none may be left by now
            if (!batch.isEmpty()) {
                permits.take();
                uncounted.incrementAndGet();
                return batch;
            }
        }
        return List.of();
    }

    private boolean mayGo(@Nullable Ask head) {
        return head != null && permits.isAnyLeft() && !waitsForCompany(head);
    }

    private boolean waitsForCompany(Ask head) {
        if (permits.inFlight() == 0 || head.isAccompanied() || queue.fillsBatch()) {
            return false;
        }
        long left = head.since() + linger() - nanoTime.getAsLong();
        if (left <= 0) {
            return false;
        }
        if (!lingering) {
            transport.scheduler().schedule(this::lingered, left, TimeUnit.NANOSECONDS);
            lingering = true;
        }
        return true;
    }

    /** The longest while the carrier's pace is not known yet. */
    private long linger() {
        return roundTrip == 0
                ? LONGEST_LINGER
                : Math.min(LONGEST_LINGER, Math.max(SHORTEST_LINGER, roundTrip / LINGER_SHARE));
    }

    private void lingered() {
        synchronized (this) {
            lingering = false;
        }
        transport.send(pump::bounce);
    }
}
