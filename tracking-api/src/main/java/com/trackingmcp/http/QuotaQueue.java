package com.trackingmcp.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who wait at a {@link QuotaGate}, in the order they came. Guarded by the lock of its gate. */
final class QuotaQueue {
    private final LinkedHashSet<QuotaWaiter> waiters = new LinkedHashSet<>();
    /** No later than any deadline of those who wait. */
    private Instant earliestDeadline = Instant.MAX;

    void add(QuotaWaiter waiter) {
        waiters.add(waiter);
        noteDeadline(waiter);
    }

    private void noteDeadline(QuotaWaiter waiter) {
        if (waiter.deadline().isBefore(earliestDeadline)) {
            earliestDeadline = waiter.deadline();
        }
    }

    /** Whether it still waited. */
    boolean remove(QuotaWaiter waiter) {
        return waiters.remove(waiter);
    }

    int size() {
        return waiters.size();
    }

    boolean isEmpty() {
        return waiters.isEmpty();
    }

    /** Until when the first of them waits; there must be one. */
    Instant firstDeadline() {
        return waiters.iterator().next().deadline();
    }

    /** Removes the first of them; null where nobody waits. */
    @Nullable
    QuotaWaiter poll() {
        Iterator<QuotaWaiter> waiting = waiters.iterator();
        if (!waiting.hasNext()) {
            return null;
        }
        QuotaWaiter first = waiting.next();
        waiting.remove();
        return first;
    }

    /** Removes those who cannot wait until then; mostly that is nobody, which costs nothing to see. */
    List<QuotaWaiter> removeWhoLeaveBefore(Instant due) {
        if (!earliestDeadline.isBefore(due)) {
            return List.of();
        }
        List<QuotaWaiter> leaving = new ArrayList<>();
        earliestDeadline = Instant.MAX;
        waiters.removeIf(waiter -> {
            boolean leaves = waiter.deadline().isBefore(due);
            if (leaves) {
                leaving.add(waiter);
            } else {
                noteDeadline(waiter);
            }
            return leaves;
        });
        return leaving;
    }
}
