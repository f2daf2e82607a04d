package com.trackingmcp.karrio;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioManifests.ManifestWire;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.DocumentFormat;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.spi.Outcomes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what manifests look like. Safe for use by many threads. A day that was closed is closed: a paper that cannot be
 * fetched is told in an alert, and can be printed again.
 */
final class KarrioManifestPapers {
    private static final String KIND = "manifest";
    private static final String READ = "read_manifest";

    private final KarrioDoor door;
    private final KarrioConnection connection;

    KarrioManifestPapers(KarrioDoor door, KarrioConnection connection) {
        this.door = door;
        this.connection = connection;
    }

    record Paper(@Nullable String format, @Nullable String base64) {}

    /** The manifest that was just made of so many shipments. */
    CompletableFuture<Manifest> closed(ManifestWire told, LocalDate day, int asked, CallContext call) {
        List<Alert> alerts = new ArrayList<>();
        int taken = WireJson.list(told.shipment_identifiers()).size();
        if (taken > 0 && taken < asked) {
            alerts.add(note("Karrio took " + taken + " of " + asked + " shipments"));
        }
        WireText.text(told.carrier_id())
                .filter(label -> !label.equals(connection.label()))
                .ifPresent(label -> alerts.add(note("Karrio made it with the connection " + label)));
        List<ManifestWire> one = List.of(told);
        return gathered(one, call).thenApply(papers -> manifest(one, papers, day, alerts));
    }

    /** The manifests of a day as one, whose id is the first's; fails where no paper of them can be fetched. */
    CompletableFuture<Manifest> printed(List<ManifestWire> told, LocalDate day, CallContext call) {
        return gathered(told, call).thenApply(papers -> {
            if (papers.stream().noneMatch(Outcome::isSuccess)) {
                papers.get(0).orElseThrow();
            }
            return manifest(told, papers, day, List.of());
        });
    }

    private CompletableFuture<List<Outcome<Document>>> gathered(List<ManifestWire> told, CallContext call) {
        return Outcomes.gather(told.stream().map(one -> paper(one, call)).toList());
    }

    private Manifest manifest(
            List<ManifestWire> told, List<Outcome<Document>> papers, LocalDate day, List<Alert> alerts) {
        Manifest.Builder manifest = Manifest.builder()
                .carrier(door.profile().carrier())
                .connection(door.profile().connection())
                .id(WireText.text(told.get(0).id()))
                .date(day)
                .addAllAlerts(alerts);
        for (int i = 0; i < told.size(); i++) {
            ManifestWire one = told.get(i);
            papers.get(i).value().ifPresent(manifest::addDocuments);
            papers.get(i).failure().ifPresent(failure -> manifest.addAlerts(notFetched(one, failure)));
            WireJson.list(one.messages()).forEach(message -> message.alert().ifPresent(manifest::addAlerts));
        }
        return manifest.build();
    }

    private CompletableFuture<Document> paper(ManifestWire told, CallContext call) {
        Optional<String> id = WireText.text(told.id());
        if (id.isEmpty()) {
            return CompletableFuture.failedFuture(
                    door.fault(ErrorCode.DOCUMENT_NOT_FOUND, READ).toException());
        }
        CarrierRequest.Builder request = CarrierRequest.postToRead(READ)
                .path("/v1/manifests")
                .segment(id.get())
                .path("/document");
        return door.ask(
                request,
                Paper.class,
                paper -> Document.builder()
                        .kind(KIND)
                        .mediaType(WireText.text(paper.format())
                                .flatMap(format -> DocumentFormat.ofFile("." + format.toLowerCase(Locale.ROOT)))
                                .map(DocumentFormat::mediaType))
                        .base64(WireText.text(paper.base64()).orElseThrow())
                        .build(),
                call);
    }

    private static Alert notFetched(ManifestWire told, CarrierException failure) {
        return Alert.builder()
                .code(failure.code().id())
                .text("The manifest " + told.id() + " was made, but could not be fetched: " + failure.getMessage())
                .build();
    }

    private static Alert note(String text) {
        return Alert.builder().text(text).build();
    }
}
