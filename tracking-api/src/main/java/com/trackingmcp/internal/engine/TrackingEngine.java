package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.observe.CacheStats;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.Outcomes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tracks numbers: joins equal ones into one search, has each go from stage to stage of its {@link Routing}, and brings
 * what {@link Dispatch} has of it to all who asked. Safe for use by many threads.
 */
public final class TrackingEngine implements Search.Owner, Dispatch.Sink {
    private final HttpTransport transport;
    private final Dispatch dispatch;
    private final Routing routing;
    private final @Nullable ResultCache cache;
    private final Map<TrackingNumber, Search> searches = new ConcurrentHashMap<>();

    /**
     * How many batches of one lane may be on their way at once.
     *
     * @param start at first
     * @param ceiling at most
     */
    public record Concurrency(int start, int ceiling) {}

    /**
     * An engine over these connections.
     *
     * @param cache where answers are kept; null where none are
     */
    public TrackingEngine(
            Connections connections,
            Detection detection,
            HttpTransport transport,
            Monitor monitor,
            Concurrency concurrency,
            boolean rawJson,
            @Nullable ResultCache cache) {
        this.transport = transport;
        this.dispatch = new Dispatch(transport, rawJson, this);
        this.routing = new Routing(connections, detection, monitor.lanes(), concurrency, transport, dispatch);
        this.cache = cache;
    }

    /** The answer that is known already; null where a carrier must be asked. */
    public @Nullable Outcome<TrackingResult> known(TrackingNumber number, Supplier<CallContext> call) {
        if (cache == null) {
            return null;
        }
        // looked for before the answer is: a search that ends in between has left its answer there
        boolean underWay = !searches.isEmpty() && searches.containsKey(number);
        ResultCache.Hit hit = cache.get(number);
        if (hit == null) {
            return null;
        }
        if (hit.stale() && !underWay) {
            renew(number, new Question(1, call.get(), false));
        }
        return hit.outcome();
    }

    /** Starts a search, so that nobody else does, and leaves what it takes to a thread that nobody waits for. */
    private void renew(TrackingNumber number, Question question) {
        List<Search> started = new ArrayList<>(1);
        join(number, question, 0, started);
        transport.scheduler().execute(() -> transport.send(() -> begin(question, started)));
    }

    /**
     * Asks for one number that somebody waits for, and that is not {@link #known}.
     *
     * @param here whether it is this thread that waits
     */
    public Question track(TrackingNumber number, CallContext call, boolean here) {
        return ask(List.of(number), new Question(1, call, true), here, false);
    }

    /**
     * Asks for a list of numbers, which lets what somebody waits for go first.
     *
     * @param here whether it is this thread that waits
     */
    public Question track(List<TrackingNumber> numbers, CallContext call, boolean here) {
        return ask(numbers, new Question(numbers.size(), call, false), here, cache != null);
    }

    /** Drops what is known of a number, and does not keep what is on its way. */
    public void forget(TrackingNumber number) {
        if (cache != null) {
            cache.forget(number.value());
        }
        // who asks from now on gets an answer of its own
        searches.keySet().removeIf(searched -> searched.value().equals(number.value()));
    }

    /** Drops all that is known, and does not keep what is on its way. */
    public void forgetAll() {
        if (cache != null) {
            cache.forgetAll();
        }
        searches.clear();
    }

    /** What the cache did. */
    public CacheStats cacheStats() {
        return cache == null ? CacheStats.NONE : cache.stats();
    }

    private Question ask(List<TrackingNumber> numbers, Question question, boolean here, boolean lookUp) {
        if (here) {
            question.lendThread();
        }
        List<Search> started = new ArrayList<>(numbers.size());
        for (int slot = 0; slot < numbers.size(); slot++) {
            TrackingNumber number = numbers.get(slot);
            Outcome<TrackingResult> known = lookUp ? known(number, question::call) : null;
            if (known != null) {
                question.answered(slot, known);
            } else {
                join(number, question, slot, started);
            }
        }
        begin(question, started);
        return question;
    }

    /** Asks whoever is first to be asked in what a question has started, and waits no longer than its caller. */
    private void begin(Question question, List<Search> started) {
        try {
            advance(started);
        } catch (RuntimeException | Error e) {
            question.cancel();
            // somebody else may wait for this one by now, and it has a place in its lane
            Batch own = question.takeOwnBatch();
            if (own != null) {
                dispatch.run(own);
            }
            throw e;
        }
        Batch own = question.takeOwnBatch();
        if (own != null) {
            own.call().lendThread();
            dispatch.run(own);
        }
        if (!question.answer().isDone()) {
            question.expireInTime(transport);
        }
    }

    /** Joins the search for a number, or starts one. */
    private void join(TrackingNumber number, Question question, int slot, List<Search> started) {
        while (true) {
            Search running = searches.get(number);
            if (running == null) {
                Search mine = search(number, question, slot);
                if (mine == null) {
                    return;
                }
                question.asked(slot, mine);
                mine.join(question, slot);
                running = searches.putIfAbsent(number, mine);
                if (running == null) {
                    started.add(mine);
                    return;
                }
            }
            question.asked(slot, running);
            if (running.join(question, slot)) {
                return;
            }
            searches.remove(number, running);
        }
    }

    /** A search, or null where nobody can be asked, which the question is told. */
    private @Nullable Search search(TrackingNumber number, Question question, int slot) {
        try {
            return new Search(number, routing.stages(number), question, this, cache == null ? 0 : cache.epoch());
        } catch (RuntimeException | LinkageError e) {
            question.answered(slot, Outcome.failure(Modules.about(number, Outcomes.carrierException(e))));
            return null;
        }
    }

    /** Asks the next stage of each search; ends those that have none left. What comes together waits for no company. */
    private void advance(List<Search> open) {
        if (open.isEmpty()) {
            return;
        }
        boolean together = open.size() > 1;
        Map<Lane, List<Ask>> asks = new LinkedHashMap<>(4);
        for (Search search : open) {
            boolean asked = false;
            while (!asked && search.goesOn()) {
                asked = routing.route(search, together, asks);
            }
            if (!asked) {
                finish(search);
            }
        }
        asks.forEach(Lane::ask);
    }

    @Override
    public void answered(List<Ask> asks, List<Outcome<TrackingResult>> outcomes) {
        List<Search> open = new ArrayList<>(0);
        for (int i = 0; i < outcomes.size(); i++) {
            Search search = asks.get(i).search();
            if (search.answered(outcomes.get(i))) {
                if (search.goesOn()) {
                    open.add(search);
                } else {
                    finish(search);
                }
            }
        }
        advance(open);
    }

    /** Tells all who asked; a caller with more time than the search had gets another one. */
    private void finish(Search search) {
        Outcome<TrackingResult> outcome = outcome(search);
        searches.remove(search.number(), search);
        boolean late = outcome.failure()
                .filter(error -> error.code() == ErrorCode.DEADLINE_EXCEEDED)
                .isPresent();
        List<Search> again = new ArrayList<>(0);
        for (Search.Asker asker : search.end()) {
            Instant until = asker.question().call().deadline();
            if (late
                    && until.isAfter(search.sentUntil())
                    && until.isAfter(transport.clock().instant())) {
                join(search.number(), asker.question(), asker.slot(), again);
            } else {
                asker.question().answered(asker.slot(), outcome);
            }
        }
        advance(again);
    }

    /** What was found, kept where there is a cache; a result that breaks when it is looked at is its own failure. */
    private Outcome<TrackingResult> outcome(Search search) {
        try {
            Outcome<TrackingResult> outcome = search.outcome();
            if (cache == null) {
                return outcome;
            }
            cache.put(search.number(), outcome, search.epoch());
            return cache.orStale(search.number(), outcome);
        } catch (RuntimeException | LinkageError e) {
            return Outcome.failure(Modules.about(search.number(), Outcomes.carrierException(e)));
        }
    }

    @Override
    public void abandoned(Search search) {
        searches.remove(search.number(), search);
    }

    @Override
    public CarrierException late(TrackingNumber number, @Nullable Carrier asked, Instant deadline) {
        ErrorDetails.Builder error = ErrorDetails.builder(
                        transport.isClosed() ? ErrorCode.CLIENT_CLOSED : ErrorCode.DEADLINE_EXCEEDED)
                .operation(Dispatch.TRACK)
                .subject(number.value())
                .retryable(!transport.isClosed())
                .argument("deadline", deadline.toString());
        if (asked != null) {
            error.carrier(asked.profile().carrier()).connection(Connections.id(asked));
        }
        return error.toException();
    }
}
