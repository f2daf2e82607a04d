package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.observe.CacheStats;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.TrackingCapability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tracks numbers: joins equal ones into one search, decides whom to ask, puts them into the lanes of the carriers, and
 * brings what comes back to all who asked. Safe for use by many threads.
 */
public final class TrackingEngine implements Search.Owner, Lane.Desk {
    private static final String TRACK = "track";

    /** The carrier's own error for a late answer says more than the engine's: so it is given the time to come. */
    private static final Duration GRACE = Duration.ofMillis(1_500);

    private final Connections connections;
    private final Detection detection;
    private final HttpTransport transport;
    private final Lanes lanes;
    private final Concurrency concurrency;
    private final boolean rawJson;
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
        this.connections = connections;
        this.detection = detection;
        this.transport = transport;
        this.lanes = monitor.lanes();
        this.concurrency = concurrency;
        this.rawJson = rawJson;
        this.cache = cache;
    }

    /** The answer that is known already; null where a carrier must be asked. */
    public @Nullable Outcome<TrackingResult> known(TrackingNumber number, Supplier<CallContext> call) {
        ResultCache.Hit hit = cache == null ? null : cache.get(number);
        if (hit == null) {
            return null;
        }
        if (hit.stale() && !searches.containsKey(number)) {
            ask(List.of(number), new Question(1, call.get(), false), false, false);
        }
        return hit.outcome();
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
        try {
            advance(started, started.size() > 1);
        } catch (RuntimeException | Error e) {
            question.cancel();
            throw e;
        }
        Batch own = question.takeOwnBatch();
        if (own != null) {
            own.call().lendThread();
            run(own);
        }
        if (!question.answer().isDone()) {
            expireInTime(question);
        }
        return question;
    }

    private void expireInTime(Question question) {
        Duration left =
                Duration.between(transport.clock().instant(), question.call().deadline());
        CompletableFuture<Object> patience = new CompletableFuture<>();
        transport.bounded(patience, (left.isNegative() ? Duration.ZERO : left).plus(GRACE));
        patience.whenComplete((answered, late) -> {
            if (late != null) {
                question.expire();
            }
        });
        question.answer().whenComplete((answered, cancelled) -> patience.complete(question));
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
            List<List<Carrier>> stages = detection.stages(number);
            if (stages.stream().noneMatch(stage -> stage.stream().anyMatch(TrackingEngine::tracks))) {
                List<Carrier> candidates = stages.stream().flatMap(List::stream).toList();
                connections.offering(candidates, TrackingCapability.class, tracking -> true, "tracking");
            }
            return new Search(number, stages, question, this, cache == null ? 0 : cache.epoch());
        } catch (RuntimeException | LinkageError e) {
            question.answered(slot, Outcome.failure(failed(Outcomes.carrierException(e), number)));
            return null;
        }
    }

    private static boolean tracks(Carrier carrier) {
        return carrier.capability(TrackingCapability.class).isPresent();
    }

    /**
     * Asks the next stage of each search; ends those that have none left.
     *
     * @param together whether they came together, and need not wait for company
     */
    private void advance(List<Search> open, boolean together) {
        Map<Lane, List<Ask>> asks = new LinkedHashMap<>(4);
        for (Search search : open) {
            boolean asked = false;
            while (!asked && search.goesOn()) {
                asked = ask(search, together, asks);
            }
            if (!asked) {
                finish(search);
            }
        }
        asks.forEach(Lane::ask);
    }

    /** Whether anybody could be asked in the next stage. */
    private boolean ask(Search search, boolean together, Map<Lane, List<Ask>> asks) {
        boolean answersToCome = false;
        for (Carrier carrier : search.takeStage()) {
            try {
                Optional<TrackingCapability> tracking = carrier.capability(TrackingCapability.class);
                if (tracking.isEmpty()) {
                    search.passed();
                } else {
                    Lane lane = lane(carrier, tracking.get(), search.number());
                    asks.computeIfAbsent(lane, first -> new ArrayList<>(1)).add(search.ask(lane, together));
                    answersToCome = true;
                }
            } catch (RuntimeException | LinkageError e) {
                search.answered(Outcome.failure(failed(Modules.named(carrier, TRACK, e), search.number())));
            }
        }
        return answersToCome;
    }

    private Lane lane(Carrier carrier, TrackingCapability tracking, TrackingNumber number) {
        BatchLane batches = tracking.lane(number);
        return lanes.lane(Connections.id(carrier), batches.name(), () -> {
            Permits permits = new Permits(concurrency.start(), concurrency.ceiling());
            return new Lane(carrier, tracking, batches, transport, permits, this);
        });
    }

    @Override
    public void refuse(Lane lane, Map<Ask, QuotaStorage.Permit> late) {
        List<Search> open = new ArrayList<>(0);
        late.forEach((ask, permit) -> {
            Carrier carrier = lane.carrier();
            CarrierException error = ErrorDetails.builder(ErrorCode.RATE_LIMITED)
                    .carrier(carrier.profile().carrier())
                    .connection(Connections.id(carrier))
                    .operation(TRACK)
                    .subject(ask.number().value())
                    .correlationId(ask.search().correlationId())
                    .argument(
                            "reason",
                            permit.limit()
                                    .map(window -> "this client's own quota of " + window + " is used up")
                                    .orElse("the carrier asked for a pause"))
                    .retryable(true)
                    .retryAfter(permit.delay())
                    .toException();
            answered(ask.search(), Outcome.failure(error), open);
        });
        advance(open, open.size() > 1);
    }

    @Override
    public void send(Lane lane, List<Ask> asks) {
        Batch batch = new Batch(lane, asks, rawJson, null);
        if (!asks.get(0).search().first().takes(batch)) {
            run(batch);
        }
    }

    private void run(Batch batch) {
        Lane lane = batch.lane();
        List<TrackingNumber> numbers = batch.numbers();
        Modules.call(
                        transport,
                        lane.carrier(),
                        TRACK,
                        batch.call(),
                        () -> lane.tracking().track(numbers, batch.call()))
                .whenComplete((outcomes, failure) -> {
                    batch.landed();
                    answered(batch, numbers, outcomes, failure);
                });
    }

    /** One outcome per number whatever the carrier module does. */
    private void answered(
            Batch batch,
            List<TrackingNumber> numbers,
            @Nullable List<Outcome<TrackingResult>> outcomes,
            @Nullable Throwable failure) {
        Carrier carrier = batch.lane().carrier();
        if (outcomes != null && outcomes.size() == numbers.size()) {
            batch.lane().answers();
            settle(batch, outcomes, null);
            return;
        }
        CarrierException whole = failure != null
                ? Modules.named(carrier, TRACK, failure)
                : Modules.fault(
                        carrier,
                        TRACK,
                        "asked for " + numbers.size() + " numbers, the carrier module answered "
                                + (outcomes == null ? 0 : outcomes.size()));
        boolean refused = Splitting.mayHelp(whole);
        if (refused && numbers.size() > 1) {
            split(batch, whole);
        } else {
            settle(batch, failed(whole, numbers), refused ? whole : null);
        }
    }

    private static List<Outcome<TrackingResult>> failed(CarrierException whole, List<TrackingNumber> numbers) {
        List<Outcome<TrackingResult>> failures = new ArrayList<>(numbers.size());
        numbers.forEach(number -> failures.add(Outcome.failure(failed(whole, number))));
        return failures;
    }

    /**
     * Tells the searches.
     *
     * @param refusal why the batch was refused; null where it was not
     */
    private void settle(Batch batch, List<Outcome<TrackingResult>> outcomes, @Nullable CarrierException refusal) {
        Carrier carrier = batch.lane().carrier();
        List<Search> open = new ArrayList<>(0);
        try {
            for (int i = 0; i < outcomes.size(); i++) {
                Search search = batch.asks().get(i).search();
                Outcome<TrackingResult> outcome = outcomes.get(i);
                if (outcome == null) {
                    CarrierException error = Modules.fault(carrier, TRACK, "the carrier module answered null");
                    outcome = Outcome.failure(failed(error, search.number()));
                }
                answered(search, outcome, open);
            }
            if (!open.isEmpty()) {
                advance(open, open.size() > 1);
            }
        } finally {
            partEnded(batch, refusal);
        }
    }

    private void answered(Search search, Outcome<TrackingResult> outcome, List<Search> open) {
        if (search.answered(outcome)) {
            if (search.goesOn()) {
                open.add(search);
            } else {
                finish(search);
            }
        }
    }

    /** One bad number may make a carrier refuse them all: halves find it, and the others get their answers. */
    private void split(Batch batch, CarrierException refusal) {
        Splitting splitting = batch.splitting();
        if (splitting != null) {
            sendHalves(batch, splitting);
            partEnded(batch, refusal);
            return;
        }
        Lane lane = batch.lane();
        if (lane.isRefusingAll()) {
            settle(batch, failed(refusal, batch.numbers()), refusal);
            return;
        }
        lane.split(() -> {
            if (lane.isRefusingAll()) {
                settle(batch, failed(refusal, batch.numbers()), refusal);
            } else {
                sendHalves(batch, new Splitting(batch.asks().size()));
            }
        });
    }

    private void sendHalves(Batch batch, Splitting splitting) {
        Lane lane = batch.lane();
        List<Ask> asks = batch.asks();
        int middle = asks.size() / 2;
        splitting.sent(2);
        lane.sendsParts(2);
        run(new Batch(lane, asks.subList(0, middle), rawJson, splitting));
        run(new Batch(lane, asks.subList(middle, asks.size()), rawJson, splitting));
    }

    private static void partEnded(Batch batch, @Nullable CarrierException refusal) {
        Splitting splitting = batch.splitting();
        if (splitting != null && splitting.back(refusal)) {
            batch.lane().splitEnded(splitting.isAllRefused());
        }
    }

    /** Tells all who asked; a caller with more time than the search had gets another one. */
    private void finish(Search search) {
        Outcome<TrackingResult> outcome = kept(search, search.outcome());
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
        if (!again.isEmpty()) {
            advance(again, again.size() > 1);
        }
    }

    private Outcome<TrackingResult> kept(Search search, Outcome<TrackingResult> outcome) {
        if (cache == null) {
            return outcome;
        }
        cache.put(search.number(), outcome, search.epoch());
        return cache.orStale(search.number(), outcome);
    }

    @Override
    public void abandoned(Search search) {
        searches.remove(search.number(), search);
    }

    @Override
    public CarrierException late(TrackingNumber number, @Nullable Carrier asked, Instant deadline) {
        ErrorDetails.Builder error = ErrorDetails.builder(
                        transport.isClosed() ? ErrorCode.CLIENT_CLOSED : ErrorCode.DEADLINE_EXCEEDED)
                .operation(TRACK)
                .subject(number.value())
                .retryable(!transport.isClosed())
                .argument("deadline", deadline.toString());
        if (asked != null) {
            error.carrier(asked.profile().carrier()).connection(Connections.id(asked));
        }
        return error.toException();
    }

    private static CarrierException failed(CarrierException error, TrackingNumber number) {
        if (error.details().subject().isPresent()) {
            return error;
        }
        ErrorDetails details =
                error.details().toBuilder().subject(number.value()).build();
        return CarrierException.of(details, error.getCause() == null ? error : error.getCause());
    }
}
