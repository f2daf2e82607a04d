package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.Carrier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The search for one number, for all who ask for it at the same time: whom to ask yet, and what was found. Safe for use
 * by many threads.
 */
final class Search {
    private final TrackingNumber number;
    private final List<List<Carrier>> stages;
    private final Owner owner;
    private final Question first;
    private final long epoch;
    private final List<Asker> askers = new ArrayList<>(1);
    private final List<TrackingResult> hits = new ArrayList<>(1);
    private final List<CarrierException> failures = new ArrayList<>(0);
    private final List<Ask> asks = new ArrayList<>(1);
    private final List<Batch> batches = new ArrayList<>(1);
    private Instant deadline;
    private Instant sentUntil = Instant.MIN;
    private boolean urgent;
    private int stage;
    private int open;
    private boolean done;
    private volatile boolean abandoned;

    /** One who asked, and for the how-manieth of its numbers. */
    record Asker(Question question, int slot) {}

    /** Who is told when nobody waits for a search any more, and says why it is late. */
    interface Owner {
        void abandoned(Search search);

        CarrierException late(TrackingNumber number, @Nullable Carrier asked, Instant deadline);
    }

    Search(TrackingNumber number, List<List<Carrier>> stages, Question first, Owner owner, long epoch) {
        this.number = number;
        this.stages = stages;
        this.owner = owner;
        this.epoch = epoch;
        this.first = first;
        this.deadline = first.call().deadline();
        this.urgent = first.isUrgent();
    }

    TrackingNumber number() {
        return number;
    }

    /** The cache's, when the search began. */
    long epoch() {
        return epoch;
    }

    boolean isStartedBy(Question question) {
        return first == question;
    }

    Question first() {
        return first;
    }

    String correlationId() {
        return first.call().correlationId();
    }

    synchronized Instant deadline() {
        return deadline;
    }

    synchronized boolean isUrgent() {
        return urgent;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    /** One more who asks; false where the search is over and a new one is needed. */
    boolean join(Question question, int slot) {
        List<Ask> hurried = List.of();
        synchronized (this) {
            if (done) {
                return false;
            }
            askers.add(new Asker(question, slot));
            if (question.call().deadline().isAfter(deadline)) {
                deadline = question.call().deadline();
            }
            if (question.isUrgent() && !urgent) {
                urgent = true;
                hurried = List.copyOf(asks);
            }
        }
        hurried.forEach(ask -> ask.lane().hurry(ask));
        return true;
    }

    /** One who asked waits no more; with the last of them the search ends. */
    void leave(Question question) {
        List<Batch> left;
        synchronized (this) {
            askers.removeIf(asker -> asker.question() == question);
            if (done || !askers.isEmpty()) {
                return;
            }
            done = true;
            abandoned = true;
            left = List.copyOf(batches);
        }
        owner.abandoned(this);
        left.forEach(Batch::leave);
    }

    /** That whoever has not answered yet is late, and what the others said. */
    CarrierException late() {
        List<Carrier> silent;
        List<CarrierException> said;
        Instant until;
        synchronized (this) {
            Set<String> answered = failures.stream()
                    .flatMap(error -> error.details().connection().stream())
                    .collect(Collectors.toSet());
            silent = asks.stream()
                    .map(ask -> ask.lane().carrier())
                    .filter(carrier -> !answered.contains(Connections.id(carrier)))
                    .toList();
            said = new ArrayList<>(failures);
            until = deadline;
        }
        if (silent.isEmpty()) {
            return owner.late(number, null, until);
        }
        silent.forEach(carrier -> said.add(owner.late(number, carrier, until)));
        return Misses.told(said);
    }

    /** Goes on while there is somebody left to ask and all who were asked said that they do not know it. */
    synchronized boolean goesOn() {
        return !done
                && stage < stages.size()
                && hits.isEmpty()
                && failures.stream().allMatch(Misses::saysThatItIsUnknown);
    }

    /** Whom to ask next; their answers are waited for before anybody else is asked. */
    synchronized List<Carrier> takeStage() {
        List<Carrier> asked = stages.get(stage++);
        open = asked.size();
        return asked;
    }

    synchronized Ask ask(Lane lane, boolean accompanied) {
        Ask ask = new Ask(this, lane, accompanied);
        asks.add(ask);
        return ask;
    }

    /** It travels in that batch. */
    synchronized void sent(Batch batch) {
        batches.add(batch);
        sentUntil = batch.call().deadline();
        if (abandoned) {
            batch.leave();
        }
    }

    /** Until when its latest batch could be answered: who asked may have more time than that. */
    synchronized Instant sentUntil() {
        return sentUntil;
    }

    /** One of this stage cannot be asked at all. */
    synchronized void passed() {
        open--;
    }

    /**
     * One of those asked in this stage has answered.
     *
     * @return whether it was the last of them
     */
    synchronized boolean answered(Outcome<TrackingResult> outcome) {
        if (outcome instanceof Outcome.Success<TrackingResult> success) {
            hits.add(success.get());
        } else if (outcome instanceof Outcome.Failure<TrackingResult> failure) {
            failures.add(failure.error());
        }
        return --open == 0;
    }

    /** Ends the search, once its outcome is known; who asks from now on starts another. Refers to no result any more. */
    synchronized List<Asker> end() {
        done = true;
        List<Asker> told = List.copyOf(askers);
        askers.clear();
        hits.clear();
        batches.clear();
        return told;
    }

    synchronized Outcome<TrackingResult> outcome() {
        if (!hits.isEmpty()) {
            return Outcome.success(Hits.best(hits));
        }
        return Outcome.failure(
                failures.isEmpty()
                        ? ErrorDetails.builder(ErrorCode.UNEXPECTED)
                                .subject(number.value())
                                .argument("reason", "nobody was asked")
                                .toException()
                        : Misses.told(failures));
    }
}
