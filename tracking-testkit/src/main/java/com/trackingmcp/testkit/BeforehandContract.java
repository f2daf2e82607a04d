package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TradeDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What every carrier would refuse before sending it can be told beforehand: who asks a person for a yes knows by then all
 * that is missing.
 */
abstract class BeforehandContract extends DeskContract {
    /** Of each request: its check tells all that keeps it from being sent, or it is sent; the check itself sends nothing. */
    private <R> void holdsFor(List<R> requests, Function<R, List<FieldProblem>> check, Consumer<R> deed) {
        for (R request : requests) {
            int before = subject.otherRequests();
            List<FieldProblem> told = check.apply(request);
            assertThat(subject.otherRequests()).as("sent by the check").isEqualTo(before);
            List<FieldProblem> refused = refusedBy(() -> deed.accept(request));
            if (told.isEmpty()) {
                assertThat(subject.otherRequests())
                        .as("nothing was told of %s, and yet it was refused: %s", request, refused)
                        .isGreaterThan(before);
            } else {
                assertThat(refused).isEqualTo(told);
                assertThat(subject.otherRequests()).as("sent all the same").isEqualTo(before);
            }
        }
    }

    private static List<FieldProblem> refusedBy(Runnable deed) {
        try {
            deed.run();
            return List.of();
        } catch (CarrierException e) {
            return e.fields();
        }
    }

    @Test
    void tells_beforehand_all_that_keeps_an_order_from_being_bought() {
        assumeTrue(subject.selling().isPresent(), () -> carrier() + " sells nothing here");
        ShipmentRequest order = subject.selling().get().order();
        try (TrackingClient client = client()) {
            client.carriers();
            holdsFor(
                    List.of(
                            order,
                            ShipmentRequest.builder()
                                    .from(order)
                                    .recipient(Optional.empty())
                                    .build(),
                            ShipmentRequest.builder()
                                    .from(order)
                                    .service(Optional.empty())
                                    .build(),
                            ShipmentRequest.builder()
                                    .from(order)
                                    .parcels(List.of())
                                    .build(),
                            ShipmentRequest.builder().carrier(order.carrier()).build()),
                    client::check,
                    client::ship);
        }
    }

    @Test
    void tells_beforehand_all_that_keeps_a_pickup_from_being_booked() {
        try (TrackingClient client = client()) {
            PickupRequest pickup = errand(client, "pickups.schedule", SandboxErrands::pickup);
            Address nobody = Address.builder()
                    .from(pickup.address().orElseThrow())
                    .person(Optional.empty())
                    .company(Optional.empty())
                    .phone(Optional.empty())
                    .stateOrProvince(Optional.empty())
                    .build();
            List<PickupPiece> bare = List.of(PickupPiece.builder().quantity(1).build());
            holdsFor(
                    List.of(
                            pickup,
                            PickupRequest.builder().from(pickup).address(nobody).build(),
                            PickupRequest.builder().from(pickup).pieces(bare).build(),
                            PickupRequest.builder()
                                    .from(pickup)
                                    .pieces(List.of())
                                    .build(),
                            PickupRequest.builder()
                                    .from(pickup)
                                    .readyTime(pickup.closeTime())
                                    .build(),
                            PickupRequest.builder()
                                    .from(pickup)
                                    .date(pickup.date().map(day -> day.plusYears(1)))
                                    .build(),
                            PickupRequest.builder().carrier(pickup.carrier()).build()),
                    client.pickups()::check,
                    client.pickups()::schedule);
        }
    }

    @Test
    void tells_beforehand_all_that_keeps_a_pickup_from_being_called_off() {
        try (TrackingClient client = client()) {
            PickupRequest pickup = errand(client, "pickups.cancel", SandboxErrands::pickup);
            PickupQuery booked = PickupQuery.of(client.pickups().schedule(pickup));
            PickupQuery bare = PickupQuery.builder()
                    .carrier(booked.carrier())
                    .confirmationNumber(booked.confirmationNumber())
                    .build();
            holdsFor(
                    List.of(
                            PickupQuery.builder().carrier(booked.carrier()).build(),
                            PickupQuery.builder()
                                    .from(bare)
                                    .confirmationNumber("?")
                                    .build(),
                            bare,
                            booked),
                    client.pickups()::checkCancel,
                    client.pickups()::cancel);
        }
    }

    @Test
    void tells_beforehand_all_that_keeps_a_day_from_being_closed() {
        try (TrackingClient client = client()) {
            ManifestRequest day = errand(client, "manifests.close", SandboxErrands::manifest);
            holdsFor(
                    List.of(
                            ManifestRequest.builder()
                                    .from(day)
                                    .date(Optional.empty())
                                    .build(),
                            ManifestRequest.builder()
                                    .from(day)
                                    .address(Optional.empty())
                                    .build(),
                            ManifestRequest.builder()
                                    .from(day)
                                    .addTrackingNumbers("test-1")
                                    .build(),
                            day),
                    client.manifests()::check,
                    client.manifests()::close);
        }
    }

    @Test
    void tells_beforehand_all_that_keeps_a_paper_from_being_taken_and_forgotten() {
        try (TrackingClient client = client()) {
            DocumentUpload upload = errand(client, "documents.upload", SandboxErrands::document);
            TradeDocument paper = upload.document().orElseThrow();
            holdsFor(
                    List.of(
                            upload,
                            DocumentUpload.builder()
                                    .from(upload)
                                    .document(Optional.empty())
                                    .build(),
                            DocumentUpload.builder()
                                    .from(upload)
                                    .document(TradeDocument.builder()
                                            .from(paper)
                                            .base64("")
                                            .build())
                                    .build(),
                            DocumentUpload.builder()
                                    .from(upload)
                                    .originCountry(Optional.empty())
                                    .destinationCountry("?")
                                    .build()),
                    client.documents()::check,
                    client.documents()::upload);
            List<String> ids = new ArrayList<>(List.of("", "?"));
            client.documents().upload(upload).id().ifPresent(ids::add);
            if (connected(client).capabilities().contains("documents.delete")) {
                holdsFor(
                        ids,
                        id -> client.documents().checkDelete(carrier(), id),
                        id -> client.documents().delete(carrier(), id));
            }
        }
    }
}
