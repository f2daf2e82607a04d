package com.trackingmcp.examples.desk;

import com.trackingmcp.BatchOptions;
import com.trackingmcp.PreviewOptions;
import com.trackingmcp.ShipmentPreview;
import com.trackingmcp.ShippedBatch;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One day at the desk, step by step; each step does what the journal does not say is done. For one thread. */
final class DayOfWork {
    private final TrackingClient client;
    private final Journal journal;
    private final Clock clock;
    private final Duration patience;
    private final PrintStream out;
    private final LatePapers papers;

    DayOfWork(TrackingClient client, Journal journal, Clock clock, Duration patience, PrintStream out) {
        this.client = client;
        this.journal = journal;
        this.clock = clock;
        this.patience = patience;
        this.out = out;
        this.papers = new LatePapers(client, journal, clock, out);
    }

    void run(List<ShipmentRequest> orders, LocalDate today, Path folder) throws IOException {
        List<ShipmentRequest> open = new ArrayList<>();
        for (ShipmentRequest order : orders) {
            if (mayBeBought(order)) {
                open.add(order);
            }
        }
        out.println(bought(orders) + " of " + orders.size() + " orders are bought already");
        preview(open);
        buy(open);
        List<Outcome<Shipment>> outcomes = orders.stream().map(this::outcome).toList();
        for (int i = 0; i < orders.size(); i++) {
            Optional<Shipment> shipment = outcomes.get(i).value();
            if (shipment.isPresent()) {
                papers.give(orders.get(i), shipment.get());
                saveLabels(shipment.get(), orders.get(i), folder);
            }
        }
        new HandOver(client, journal, clock, out).run(orders, outcomes, today, folder);
        long left = orders.size() - bought(orders);
        if (left > 0) {
            out.println(left + " of " + orders.size() + " orders are still to be bought: start again with " + folder);
        }
    }

    private long bought(List<ShipmentRequest> orders) {
        return orders.stream()
                .filter(order -> journal.result(number(order), Shipment.class).isPresent())
                .count();
    }

    private static String number(ShipmentRequest order) {
        return order.references().get(0).value();
    }

    /**
     * Whether an order is to be bought. One that was begun, and of which it is not known what came of it, is looked for at
     * the carrier first.
     */
    private boolean mayBeBought(ShipmentRequest order) {
        String key = number(order);
        if (journal.result(key, Shipment.class).isPresent()) {
            return false;
        }
        Optional<Instant> begun = journal.unclearSince(key);
        if (begun.isEmpty()) {
            return true;
        }
        List<Shipment> found;
        try {
            found = client.shipments()
                    .recover(ShipmentQuery.byReference(order.carrier().orElseThrow(), key));
        } catch (CarrierException e) {
            out.println(key + " may have been bought, and its carrier cannot be asked now: " + e.getMessage());
            return false;
        }
        if (!found.isEmpty()) {
            out.println(key + " was bought, though its answer was lost: "
                    + found.get(0).trackingNumber());
            // a carrier may not tell the service again, or in other words than it was bought by
            Shipment shipment = Shipment.builder()
                    .from(found.get(0))
                    .service(order.service())
                    .build();
            journal.ended(key, shipment);
            return false;
        }
        Instant trust = begun.get().plus(patience);
        if (clock.instant().isBefore(trust)) {
            out.println(
                    key + " may have been bought, and its carrier does not tell of it yet; start again after " + trust);
            return false;
        }
        return true;
    }

    private void preview(List<ShipmentRequest> open) {
        if (open.isEmpty()) {
            return;
        }
        out.println("ORDER       CARRIER  PRICE         DUTIES AND TAXES");
        List<ShipmentPreview> previews =
                client.previewAll(open, PreviewOptions.standard().withLandedCosts());
        for (int i = 0; i < open.size(); i++) {
            out.println(line(open.get(i), previews.get(i)));
        }
    }

    private static String line(ShipmentRequest order, ShipmentPreview preview) {
        String price =
                preview.rates().best().map(Rate::total).map(Object::toString).orElse("?");
        String duties = preview.landedCost()
                .map(cost -> cost.value()
                        .map(LandedCost::total)
                        .map(Object::toString)
                        .orElseGet(() -> cost.failure().orElseThrow().code().title()))
                .orElse("-");
        String problems = preview.isComplete() ? "" : "  " + preview.problems().get(0);
        return String.format(
                Locale.ROOT,
                "%-11s %-8s %-13s %s%s",
                number(order),
                order.carrier().orElseThrow(),
                price,
                duties,
                problems);
    }

    private void buy(List<ShipmentRequest> open) {
        if (open.isEmpty()) {
            return;
        }
        ProgressBar bar = ProgressBar.of(out);
        bar.show(new BatchOptions.Progress(open.size(), 0, 0));
        List<ShipmentRequest> sent = open.stream().map(papers::without).toList();
        ShippedBatch batch =
                client.shipAll(sent, BatchOptions.standard().progress(bar::show).rows(new BatchOptions.RowListener() {
                    @Override
                    public void begins(int row, ShipmentRequest request) {
                        journal.begins(number(request), clock.instant());
                    }

                    @Override
                    public void ended(int row, Outcome<Shipment> outcome) {
                        String key = number(open.get(row));
                        outcome.value().ifPresent(shipment -> journal.ended(key, shipment));
                        outcome.failure()
                                .filter(failure -> failure.code() != ErrorCode.OUTCOME_UNKNOWN)
                                .ifPresent(failure -> journal.cameToNothing(key, String.valueOf(failure.getMessage())));
                    }
                }));
        for (int i = 0; i < open.size(); i++) {
            String key = number(open.get(i));
            batch.get(i).failure().ifPresent(failure -> out.println(key + " was not bought: " + failure.getMessage()));
        }
    }

    private Outcome<Shipment> outcome(ShipmentRequest order) {
        return journal.result(number(order), Shipment.class)
                .map(Outcome::success)
                .orElseGet(() -> Outcome.failure(notBought(order)));
    }

    private static CarrierException notBought(ShipmentRequest order) {
        return ErrorDetails.builder(ErrorCode.NOT_TRIED)
                .argument("reason", number(order) + " was not bought")
                .toException();
    }

    private void saveLabels(Shipment shipment, ShipmentRequest request, Path folder) throws IOException {
        String order = number(request);
        int count = 0;
        for (Document label : shipment.labels()) {
            if (label.content().isPresent()) {
                String ending = label.format().map(format -> format.word()).orElse("bin");
                count++;
                Files.write(
                        folder.resolve(order + (count == 1 ? "" : "-" + count) + "." + ending),
                        label.content().get());
            }
        }
        String failed = shipment.alerts().stream()
                .filter(alert ->
                        alert.code().filter(code -> code.startsWith("E-")).isPresent())
                .map(alert -> "; " + alert.text())
                .reduce("", String::concat);
        long given = papers.given(request, shipment);
        out.println(order + "  " + shipment.carrier() + " " + shipment.trackingNumber()
                + shipment.price().map(price -> "  " + price).orElse("")
                + (count == 0 ? "  (its carrier does not give the label again)" : "")
                + (given > 0 && failed.isEmpty() ? "  with " + given + " paper(s)" : "") + failed);
    }
}
