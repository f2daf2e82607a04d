package com.trackingmcp.internal.engine;

import com.trackingmcp.BatchOptions;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.Outcomes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buys many shipments, so many at a time; each row fails alone. Safe for use by many threads; for one batch. */
public final class ShipmentBatch {
    private static final Logger LOG = LoggerFactory.getLogger(ShipmentBatch.class);

    private final Function<ShipmentRequest, Pending<Shipment>> purchase;
    private final BatchOptions options;
    private final int total;
    private final List<CompletableFuture<Shipment>> answers;
    private final Map<Integer, CompletableFuture<Pending<Shipment>>> begun = new LinkedHashMap<>();
    private int bought;
    private int failed;
    private int firstFailure = -1;
    private boolean givenUp;

    private ShipmentBatch(Function<ShipmentRequest, Pending<Shipment>> purchase, BatchOptions options, int total) {
        this.purchase = purchase;
        this.options = options;
        this.total = total;
        this.answers = new ArrayList<>(total);
    }

    /**
     * One outcome per row, in the order of the rows. Who stops waiting gets what is known by then, and no further row is
     * begun.
     */
    public static Pending<List<Outcome<Shipment>>> ship(
            List<ShipmentRequest> rows, BatchOptions options, Function<ShipmentRequest, Pending<Shipment>> purchase) {
        ShipmentBatch batch = new ShipmentBatch(purchase, options, rows.size());
        InFlight inFlight = new InFlight(options.concurrency());
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            batch.answers.add(inFlight.run(() -> batch.row(place, rows.get(place))));
        }
        return new Pending<>(Outcomes.gather(batch.answers), batch::giveUp, batch::soFar);
    }

    private CompletableFuture<Shipment> row(int place, ShipmentRequest request) {
        CompletableFuture<Pending<Shipment>> mine = new CompletableFuture<>();
        CompletableFuture<Shipment> answer = skipped(place, request, mine)
                .map(CompletableFuture::<Shipment>failedFuture)
                .orElseGet(() -> begin(request, mine));
        return answer.whenComplete(
                (shipment, failure) -> ended(place, Outcomes.settle(answer).join()));
    }

    private CompletableFuture<Shipment> begin(ShipmentRequest request, CompletableFuture<Pending<Shipment>> mine) {
        Pending<Shipment> pending;
        try {
            pending = purchase.apply(request);
        } catch (Throwable e) {
            pending = new Pending<>(CompletableFuture.failedFuture(e), () -> {});
        }
        mine.complete(pending);
        return pending.answer();
    }

    private synchronized Optional<CarrierException> skipped(
            int place, ShipmentRequest request, CompletableFuture<Pending<Shipment>> mine) {
        if (givenUp) {
            return Optional.of(notTried("nobody waits for the batch any more"));
        }
        if (options.stopOnError() && firstFailure >= 0) {
            return Optional.of(notTried("row " + (firstFailure + 1) + " failed before it"));
        }
        try {
            options.rows().begins(place, request);
        } catch (Throwable e) {
            LOG.warn("The row listener of a batch failed before row {}", place + 1, e);
            return Optional.of(notTried("the row listener failed"));
        }
        begun.put(place, mine);
        return Optional.empty();
    }

    private static CarrierException notTried(String reason) {
        return ErrorDetails.builder(ErrorCode.NOT_TRIED)
                .operation("ship")
                .argument("reason", reason)
                .toException();
    }

    private synchronized void ended(int place, Outcome<Shipment> outcome) {
        if (outcome.isSuccess()) {
            bought++;
        } else {
            failed++;
            firstFailure = firstFailure < 0 ? place : firstFailure;
        }
        try {
            options.rows().ended(place, outcome);
        } catch (Throwable e) {
            LOG.warn("The row listener of a batch failed after row {}", place + 1, e);
        }
        try {
            options.progress().accept(new BatchOptions.Progress(total, bought, failed));
        } catch (Throwable e) {
            LOG.warn("The progress listener of a batch failed", e);
        }
    }

    /** Begins no further row, and withdraws what was not sent yet. */
    private void giveUp() {
        List<CompletableFuture<Pending<Shipment>>> told;
        synchronized (this) {
            givenUp = true;
            told = List.copyOf(begun.values());
        }
        told.forEach(row -> row.thenAccept(pending -> pending.cancel().run()));
    }

    /** What is known of each row once nobody waits any more: a row on its way may be bought. */
    private List<Outcome<Shipment>> soFar() {
        List<Outcome<Shipment>> outcomes = new ArrayList<>(total);
        for (int i = 0; i < total; i++) {
            CompletableFuture<Shipment> answer = answers.get(i);
            outcomes.add(answer.isDone() ? Outcomes.settle(answer).join() : underWay(i));
        }
        return outcomes;
    }

    private Outcome<Shipment> underWay(int place) {
        CompletableFuture<Pending<Shipment>> row;
        synchronized (this) {
            row = begun.get(place);
        }
        if (row == null) {
            return Outcome.failure(notTried("nobody waits for the batch any more"));
        }
        Pending<Shipment> pending = row.join();
        if (pending.answer().isDone()) {
            return Outcomes.settle(pending.answer()).join();
        }
        pending.cancel().run();
        try {
            return Outcome.success(pending.givenUp().get());
        } catch (CarrierException e) {
            return Outcome.failure(e);
        }
    }
}
