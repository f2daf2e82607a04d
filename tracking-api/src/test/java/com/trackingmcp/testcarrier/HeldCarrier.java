package com.trackingmcp.testcarrier;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A local carrier that has been asked and does not answer until it is told to. Safe for use by many threads. */
public final class HeldCarrier extends LocalCarrier {
    private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
    private final Queue<CallContext> calls = new ConcurrentLinkedQueue<>();

    public HeldCarrier(String carrier) {
        super(carrier);
    }

    @Override
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> asked, CallContext call) {
        CompletableFuture<List<Outcome<TrackingResult>>> answer = new CompletableFuture<>();
        CompletableFuture<List<Outcome<TrackingResult>>> known = super.track(asked, call);
        calls.add(call);
        held.add(() -> answer.complete(known.join()));
        return answer;
    }

    /** How many batches wait for their answer. */
    public int onTheirWay() {
        return held.size();
    }

    /** Answers the oldest batch. */
    public void answerOne() {
        held.remove().run();
    }

    /** Answers what is on its way and whatever follows from it. */
    public void answerAll() {
        while (!held.isEmpty()) {
            answerOne();
        }
    }

    /** The calls of the batches so far, in their order. */
    public List<CallContext> calls() {
        return List.copyOf(calls);
    }
}
