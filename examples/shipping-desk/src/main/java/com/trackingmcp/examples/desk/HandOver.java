package com.trackingmcp.examples.desk;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupSuggestion;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What comes after the labels: the pickups and the end of the day. For one thread. */
final class HandOver {
    private final TrackingClient client;
    private final Journal journal;
    private final Clock clock;
    private final PrintStream out;

    HandOver(TrackingClient client, Journal journal, Clock clock, PrintStream out) {
        this.client = client;
        this.journal = journal;
        this.clock = clock;
        this.out = out;
    }

    void run(List<ShipmentRequest> orders, List<Outcome<Shipment>> outcomes, LocalDate today, Path folder)
            throws IOException {
        for (PickupSuggestion suggestion : client.pickups().suggest(orders, outcomes)) {
            pickUp(suggestion);
        }
        // what was labelled today, whenever it is fetched
        boolean ground = outcomes.stream()
                .flatMap(outcome -> outcome.value().stream())
                .anyMatch(shipment ->
                        shipment.service().filter("FEDEX_GROUND"::equals).isPresent());
        if (ground) {
            close(today, folder);
        }
    }

    private void pickUp(PickupSuggestion suggestion) {
        String key = "pickup " + suggestion.connection() + " "
                + suggestion.fetchedBy().map(driver -> driver + " ").orElse("")
                + String.join(" ", suggestion.address().lines()) + ", "
                + suggestion.address().city().orElseThrow() + " " + suggestion.date();
        Optional<PickupConfirmation> booked = journal.result(key, PickupConfirmation.class);
        if (booked.isEmpty() && journal.unclearSince(key).isPresent()) {
            booked = found(suggestion);
            if (booked.isEmpty()) {
                out.println(key + " may be booked already: ask the carrier, and book it by hand if it is not");
                return;
            }
            journal.ended(key, booked.get());
        }
        booked.or(() -> book(key, suggestion))
                .ifPresent(pickup ->
                        out.println(key + ": " + suggestion.trackingNumbers().size() + " parcels, confirmation "
                                + pickup.confirmationNumber()));
    }

    /** Carriers that tell of pickups tell of one whose answer was lost. */
    private Optional<PickupConfirmation> found(PickupSuggestion suggestion) {
        try {
            return client.pickups().pending(suggestion.connection()).stream()
                    .filter(pickup -> pickup.date().equals(Optional.of(suggestion.date())))
                    .findFirst();
        } catch (CapabilityNotSupportedException doesNotTell) {
            return Optional.empty();
        } catch (CarrierException e) {
            out.println("The pickups of " + suggestion.connection() + " are not told now: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<PickupConfirmation> book(String key, PickupSuggestion suggestion) {
        PickupRequest.Builder request =
                suggestion.toRequest().readyTime(LocalTime.of(14, 0)).closeTime(LocalTime.of(18, 0));
        if (suggestion.carrier().equals("fedex")) {
            request.putOptions("fedex_package_location", "FRONT");
        }
        journal.begins(key, clock.instant());
        try {
            PickupConfirmation pickup = client.pickups().schedule(request.build());
            journal.ended(key, pickup);
            return Optional.of(pickup);
        } catch (CarrierException e) {
            if (e.code() != ErrorCode.OUTCOME_UNKNOWN) {
                journal.cameToNothing(key, String.valueOf(e.getMessage()));
            }
            out.println(key + " was not booked: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void close(LocalDate day, Path folder) throws IOException {
        try {
            closeOnce(day, folder);
        } catch (CarrierException e) {
            out.println("The day was not closed: " + e.getMessage());
        }
    }

    /** FedEx Ground alone wants the day closed; whether it is, can be asked. */
    private void closeOnce(LocalDate day, Path folder) throws IOException {
        String key = "manifest fedex " + day;
        ManifestRequest request = ManifestRequest.of("fedex", day);
        Optional<Manifest> known = journal.result(key, Manifest.class);
        if (known.isEmpty() && journal.unclearSince(key).isPresent()) {
            known = closedAlready(request);
        }
        Manifest manifest = known.isPresent() ? known.get() : closeNow(key, request);
        if (journal.result(key, Manifest.class).isEmpty()) {
            journal.ended(key, manifest);
        }
        int count = 0;
        for (Document paper : manifest.documents()) {
            String ending = paper.format().map(LabelFormat::word).orElse("txt");
            count++;
            Files.write(
                    folder.resolve("manifest-" + day + "-" + count + "." + ending),
                    paper.content().orElseThrow());
        }
        out.println(key + ": closed, " + count + " paper(s)");
    }

    /** Empty where the carrier has no papers of that day: it was not closed. */
    private Optional<Manifest> closedAlready(ManifestRequest request) {
        try {
            return Optional.of(client.manifests().reprint(request));
        } catch (InvalidRequestException refused) {
            return Optional.empty();
        }
    }

    private Manifest closeNow(String key, ManifestRequest request) {
        journal.begins(key, clock.instant());
        try {
            return client.manifests().close(request);
        } catch (CarrierException e) {
            if (e.code() != ErrorCode.OUTCOME_UNKNOWN) {
                journal.cameToNothing(key, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }
}
