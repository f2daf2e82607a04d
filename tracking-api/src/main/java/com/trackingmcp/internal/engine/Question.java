package com.trackingmcp.internal.engine;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What one caller asked: so many numbers, of which each gets its outcome. Safe for use by many threads. */
public final class Question {
    /** What is said of a carrier module that is late says more than can be said here: so it is given the time to come. */
    private static final Duration GRACE = Modules.GRACE.plusMillis(500);

    private final CallContext call;
    private final boolean urgent;
    private final AtomicReferenceArray<@Nullable Outcome<TrackingResult>> outcomes;
    private final AtomicReferenceArray<@Nullable Search> searches;
    private final AtomicInteger open;
    private @Nullable Thread lender;
    private @Nullable Batch own;
    private final CompletableFuture<List<Outcome<TrackingResult>>> answer = new CompletableFuture<>();

    /**
     * A question.
     *
     * @param urgent whether somebody waits for it, rather than for a list
     */
    Question(int numbers, CallContext call, boolean urgent) {
        this.call = call;
        this.urgent = urgent;
        this.outcomes = new AtomicReferenceArray<>(numbers);
        this.searches = new AtomicReferenceArray<>(numbers);
        this.open = new AtomicInteger(numbers);
        if (numbers == 0) {
            answer.complete(List.of());
        }
    }

    /** One outcome per number in their order; never fails unless it is cancelled with {@link #cancel}. */
    public CompletableFuture<List<Outcome<TrackingResult>>> answer() {
        return answer;
    }

    /** This thread waits for the answer, and may as well do what it needs. */
    void lendThread() {
        lender = Thread.currentThread();
    }

    /**
     * Leaves a batch to this thread, where it is lent, nobody else's number travels in the batch, and all of the
     * question's do: the thread begins with it when everything else is on its way.
     */
    boolean takes(Batch batch) {
        boolean taken = own == null
                && lender == Thread.currentThread()
                && batch.asks().size() == outcomes.length()
                && batch.asks().stream().allMatch(ask -> ask.search().isStartedBy(this));
        if (taken) {
            own = batch;
        }
        return taken;
    }

    /** The batch that this thread took over; null where there is none. */
    @Nullable
    Batch takeOwnBatch() {
        lender = null;
        return own;
    }

    CallContext call() {
        return call;
    }

    boolean isUrgent() {
        return urgent;
    }

    /** Remembers who answers a number. */
    void asked(int slot, Search search) {
        searches.set(slot, search);
    }

    void answered(int slot, Outcome<TrackingResult> outcome) {
        if (outcomes.compareAndSet(slot, null, outcome)) {
            searches.set(slot, null);
            if (open.decrementAndGet() == 0) {
                answer.complete(collected());
            }
        }
    }

    private List<Outcome<TrackingResult>> collected() {
        int count = outcomes.length();
        if (count == 1) {
            return List.of(Objects.requireNonNull(outcomes.get(0)));
        }
        return new Answers(outcomes);
    }

    /** The outcomes where they are: lists are long, and need no copy. */
    private static final class Answers extends AbstractList<Outcome<TrackingResult>> implements RandomAccess {
        private final AtomicReferenceArray<@Nullable Outcome<TrackingResult>> outcomes;

        Answers(AtomicReferenceArray<@Nullable Outcome<TrackingResult>> outcomes) {
            this.outcomes = outcomes;
        }

        @Override
        public Outcome<TrackingResult> get(int index) {
            return Objects.requireNonNull(outcomes.get(index), "taken already");
        }

        @Override
        public int size() {
            return outcomes.length();
        }
    }

    /**
     * Takes an outcome away once all are there, from the {@link #answer} too. An old question that still refers to young
     * results, dead as it may be, would make the garbage collector keep them until it looks at old objects.
     */
    Outcome<TrackingResult> take(int slot) {
        return Objects.requireNonNull(outcomes.getAndSet(slot, null), "taken already");
    }

    /** The caller no longer waits: what nobody else waits for is given up. */
    public void cancel() {
        if (answer.cancel(false)) {
            leave();
        }
    }

    private void leave() {
        for (int i = 0; i < searches.length(); i++) {
            Search search = searches.getAndSet(i, null);
            if (search != null) {
                search.leave(this);
            }
        }
    }

    /** Has it end with its caller's time, whatever becomes of its searches. */
    void expireInTime(HttpTransport transport) {
        Duration left = Duration.between(transport.clock().instant(), call.deadline());
        CompletableFuture<Object> patience = new CompletableFuture<>();
        transport.bounded(patience, (left.isNegative() ? Duration.ZERO : left).plus(GRACE));
        patience.whenComplete((answered, late) -> {
            if (late != null) {
                expire();
            }
        });
        answer.whenComplete((answered, cancelled) -> patience.complete(this));
    }

    /** The caller's time is over: what is open fails with what each search has to say of it. */
    private void expire() {
        for (int i = 0; i < searches.length(); i++) {
            Search search = searches.getAndSet(i, null);
            if (search != null) {
                answered(i, Outcome.failure(search.late()));
                search.leave(this);
            }
        }
    }
}
