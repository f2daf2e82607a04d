package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Asks for many parcels in one go and tells how many have come in. For one call and its thread.
 *
 * <p>The client answers a list once all of it is there. So each number is asked for by itself too: that joins the search
 * that is under way for it, costs no call, and says when this one is there.
 */
final class ParcelWatch {
    private final TrackingClient client;
    private final Dialogue dialogue;
    private final BlockingQueue<TrackingNumber> come = new LinkedBlockingQueue<>();
    private final List<CompletableFuture<?>> underWay = new ArrayList<>();

    ParcelWatch(TrackingClient client, Dialogue dialogue) {
        this.client = client;
        this.dialogue = dialogue;
    }

    /**
     * One outcome for each number, in their order. Where the thread is interrupted, the calls beneath are given up.
     *
     * @throws com.trackingmcp.error.CarrierException with {@link ErrorCode#CALL_CANCELLED} then
     */
    List<Outcome<TrackingResult>> ask(List<TrackingNumber> numbers) {
        CompletableFuture<List<Outcome<TrackingResult>>> all = client.trackAllAsync(numbers);
        underWay.add(all);
        try {
            watch(numbers);
            return all.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ErrorDetails.builder(ErrorCode.CALL_CANCELLED).toException(e);
        } catch (ExecutionException e) {
            throw Outcomes.carrierException(e);
        } finally {
            underWay.forEach(future -> future.cancel(true));
        }
    }

    private void watch(List<TrackingNumber> numbers) throws InterruptedException {
        for (TrackingNumber number : numbers) {
            CompletableFuture<?> one = client.trackAllAsync(List.of(number));
            underWay.add(one);
            one.whenComplete((outcome, failure) -> come.add(number));
        }
        List<TrackingNumber> there = new ArrayList<>();
        while (there.size() < numbers.size()) {
            there.add(come.take());
            come.drainTo(there);
            dialogue.progress(there.size(), numbers.size(), there.size() + " of " + numbers.size() + " parcels");
        }
    }
}
