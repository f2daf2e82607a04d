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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buys many shipments, so many at a time; each row fails alone. Safe for use by many threads; for one batch. */
public final class ShipmentBatch {
    private static final Logger LOG = LoggerFactory.getLogger(ShipmentBatch.class);

    private final Function<ShipmentRequest, CompletableFuture<Shipment>> purchase;
    private final BatchOptions options;
    private final int total;
    private int bought;
    private int failed;
    private int firstFailure = -1;

    private ShipmentBatch(
            Function<ShipmentRequest, CompletableFuture<Shipment>> purchase, BatchOptions options, int total) {
        this.purchase = purchase;
        this.options = options;
        this.total = total;
    }

    /** One outcome per row, in the order of the rows. */
    public static CompletableFuture<List<Outcome<Shipment>>> ship(
            List<ShipmentRequest> rows,
            BatchOptions options,
            Function<ShipmentRequest, CompletableFuture<Shipment>> purchase) {
        ShipmentBatch batch = new ShipmentBatch(purchase, options, rows.size());
        InFlight inFlight = new InFlight(options.concurrency());
        List<CompletableFuture<Shipment>> answers = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            answers.add(inFlight.run(() -> batch.row(place, rows.get(place))));
        }
        return Outcomes.gather(answers);
    }

    private CompletableFuture<Shipment> row(int place, ShipmentRequest request) {
        CompletableFuture<Shipment> answer =
                skipped().map(CompletableFuture::<Shipment>failedFuture).orElseGet(() -> begun(request));
        return answer.whenComplete((shipment, failure) -> ended(place, failure == null));
    }

    private CompletableFuture<Shipment> begun(ShipmentRequest request) {
        try {
            return purchase.apply(request);
        } catch (CarrierException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized Optional<CarrierException> skipped() {
        if (!options.stopOnError() || firstFailure < 0) {
            return Optional.empty();
        }
        return Optional.of(ErrorDetails.builder(ErrorCode.NOT_TRIED)
                .operation("ship")
                .argument("reason", "row " + (firstFailure + 1) + " failed before it")
                .toException());
    }

    private synchronized void ended(int place, boolean success) {
        if (success) {
            bought++;
        } else {
            failed++;
            firstFailure = firstFailure < 0 ? place : firstFailure;
        }
        try {
            options.progress().accept(new BatchOptions.Progress(total, bought, failed));
        } catch (RuntimeException e) {
            LOG.warn("The progress listener of a batch failed", e);
        }
    }
}
