package com.trackingmcp.internal.engine;

import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.observe.LaneStatus;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.TrackingCapability;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final long SHORTEST_LINGER = Duration.ofMillis(10).toNanos();
    private static final long LONGEST_LINGER = Duration.ofMillis(100).toNanos();
    private static final long REFUSAL_BELIEVED = Duration.ofMinutes(1).toNanos();
    private static final int LINGER_SHARE = 7;
    private static final int BULK_TURN = 4;

    private final Carrier carrier;
    private final TrackingCapability tracking;
    private final BatchLane batches;
    private final HttpTransport transport;
    private final Desk desk;
    private final Permits permits;
    private final LaneQuota quota;
    private final Deque<Ask> urgent = new ArrayDeque<>();
    private final Deque<Ask> bulk = new ArrayDeque<>();
    private final AtomicInteger starters = new AtomicInteger();
    private int turn;
    private long roundTrip;
    private long refusesAllUntil = System.nanoTime();
    private final Deque<Runnable> splits = new ArrayDeque<>(0);
    private boolean isSplitting;
    private boolean lingering;

    /**
     * A lane.
     *
     * @param desk sends batches; tells {@link #returned} when one is back
     */
    Lane(
            Carrier carrier,
            TrackingCapability tracking,
            BatchLane batches,
            HttpTransport transport,
            Permits permits,
            Desk desk) {
        this.carrier = carrier;
        this.tracking = tracking;
        this.batches = batches;
        this.transport = transport;
        this.permits = permits;
        this.quota = new LaneQuota(transport, Connections.id(carrier), batches.name());
        this.desk = desk;
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

    String name() {
        return batches.name();
    }

    /** Whom a lane works for. */
    interface Desk {
        /** A batch may go. */
        void send(Lane lane, List<Ask> batch);

        /** Numbers that cannot be sent in time; when they could be, and why not before. */
        void refuse(Lane lane, Map<Ask, QuotaStorage.Permit> late);
    }

    /** Takes numbers that came together into the queue, but for those that the quota leaves no time for. */
    void ask(List<Ask> asks) {
        Map<Ask, QuotaStorage.Permit> late = new LinkedHashMap<>(0);
        synchronized (this) {
            LaneQuota.Forecast forecast = quota.forecast();
            for (Ask ask : asks) {
                Deque<Ask> queue = ask.search().isUrgent() ? urgent : bulk;
                int ahead = urgent.size() + (queue == bulk ? bulk.size() : 0);
                QuotaStorage.Permit last = forecast.last(ahead / batches.maxNumbers() + 1);
                if (!last.delay().isZero() && last.delay().compareTo(left(ask)) > 0) {
                    late.put(ask, last);
                } else {
                    queue.add(ask);
                }
            }
        }
        pump();
        if (!late.isEmpty()) {
            desk.refuse(this, late);
        }
    }

    private Duration left(Ask ask) {
        return Duration.between(transport.clock().instant(), ask.search().deadline());
    }

    /** Somebody waits for a number that a list had asked for. */
    void hurry(Ask ask) {
        synchronized (this) {
            if (!ask.isTaken()) {
                urgent.add(ask);
            }
        }
    }

    /** A batch is back. */
    void returned(long nanos) {
        synchronized (this) {
            permits.giveBack(!urgent.isEmpty() || !bulk.isEmpty());
            roundTrip = roundTrip == 0 ? nanos : roundTrip + (nanos - roundTrip) / 8;
        }
        pump();
    }

    /** Parts of a batch that is back are sent at once: they do not queue again. */
    synchronized void sendsParts(int parts) {
        for (int i = 0; i < parts; i++) {
            permits.take();
        }
    }

    /**
     * Has a refused batch split: after the first one's end, where another is being split and it is not known yet whether
     * the carrier refuses everything.
     */
    void split(Runnable split) {
        synchronized (this) {
            if (isSplitting) {
                splits.add(split);
                return;
            }
            isSplitting = true;
        }
        split.run();
    }

    /** A batch was split to the end: the others need not wait for each other now. */
    void splitEnded(boolean allRefused) {
        List<Runnable> waiting;
        synchronized (this) {
            refusesAllUntil = System.nanoTime() + (allRefused ? REFUSAL_BELIEVED : 0);
            waiting = List.copyOf(splits);
            splits.clear();
            isSplitting = false;
        }
        waiting.forEach(Runnable::run);
    }

    /** The carrier has answered a batch: so it does not refuse everything. */
    synchronized void answers() {
        refusesAllUntil = System.nanoTime();
    }

    /** Whether the carrier refuses whatever it is sent: splitting batches would only ask it more often. */
    synchronized boolean isRefusingAll() {
        return refusesAllUntil - System.nanoTime() > 0;
    }

    synchronized void throttled() {
        permits.throttled(System.nanoTime());
    }

    synchronized LaneStatus status() {
        return new LaneStatus(connection(), name(), urgent.size() + bulk.size(), permits.inFlight(), permits.limit());
    }

    /** Sends what may go; in a loop and not by recursion, for a batch may be back before the desk returns. */
    private void pump() {
        if (starters.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            for (List<Ask> batch = next(); batch != null; batch = next()) {
                send(batch);
            }
            seen = starters.addAndGet(-seen);
        } while (seen != 0);
    }

    /** A defect in sending one batch must not keep the lane from sending others. */
    private void send(List<Ask> batch) {
        try {
            desk.send(this, batch);
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                permits.giveBack(false);
            }
            LOG.error("A batch for {} was not sent; its numbers wait for their deadline", connection(), e);
        }
    }

    private synchronized @Nullable List<Ask> next() {
        while (true) {
            dropTaken(urgent);
            dropTaken(bulk);
            boolean bulkFirst = urgent.isEmpty() || !bulk.isEmpty() && turn == BULK_TURN - 1;
            Deque<Ask> first = bulkFirst ? bulk : urgent;
            Ask head = first.peek();
            if (head == null || !permits.isAnyLeft() || waitsForCompany(head)) {
                return null;
            }
            List<Ask> batch = fill(first);
            // callers leave at any time: none may be left by now
            if (!batch.isEmpty()) {
                turn = (turn + 1) % BULK_TURN;
                batch.forEach(Ask::take);
                permits.take();
                return batch;
            }
        }
    }

    private static void dropTaken(Deque<Ask> queue) {
        for (Ask head = queue.peek(); head != null && head.isTaken(); head = queue.peek()) {
            queue.remove();
        }
    }

    private boolean waitsForCompany(Ask head) {
        if (permits.inFlight() == 0 || head.isAccompanied() || urgent.size() + bulk.size() >= batches.maxNumbers()) {
            return false;
        }
        long left = head.since() + linger() - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        if (!lingering) {
            lingering = true;
            transport.scheduler().schedule(this::lingered, left, TimeUnit.NANOSECONDS);
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
        transport.send(this::pump);
    }

    /** As many as fit; two questions about one number (by what else they say) never share a batch. */
    private List<Ask> fill(Deque<Ask> first) {
        if (batches.maxNumbers() == 1) {
            return List.of(first.remove());
        }
        Set<String> values = new HashSet<>();
        List<Ask> batch = new ArrayList<>(Math.min(batches.maxNumbers(), urgent.size() + bulk.size()));
        fill(batch, values, first);
        fill(batch, values, first == urgent ? bulk : urgent);
        return batch;
    }

    private void fill(List<Ask> batch, Set<String> values, Deque<Ask> queue) {
        List<Ask> again = new ArrayList<>(0);
        while (batch.size() < batches.maxNumbers() && !queue.isEmpty()) {
            Ask ask = queue.remove();
            if (!ask.isTaken()) {
                if (values.add(ask.number().value())) {
                    batch.add(ask);
                } else if (!batch.contains(ask)) {
                    again.add(ask);
                }
            }
        }
        for (int i = again.size() - 1; i >= 0; i--) {
            queue.addFirst(again.get(i));
        }
    }
}
