package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.ShippingCapability;
import com.trackingmcp.support.Interrupted;
import com.trackingmcp.support.Requests;
import com.trackingmcp.testcarrier.Desk;
import com.trackingmcp.testcarrier.Drawer;
import com.trackingmcp.testcarrier.Shop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Papers go with a shipment: uploaded before it, attached after it; one that fails is an alert and costs no label. */
@Timeout(30)
class ShippingWithPapersTest {
    private final Shop shop = new Shop("post");
    private final Drawer drawer = new Drawer("post");
    private final TrackingClient client = client(Duration.ofSeconds(20));

    private TrackingClient client(Duration deadline) {
        return TrackingClient.builder()
                .providers(List.of())
                .clock(Clock.systemUTC())
                .deadline(deadline)
                .carrier(new Desk("post")
                        .offering(ShippingCapability.class, shop)
                        .offering(DocumentCapability.class, drawer)
                        .factory())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static TradeDocument paper(String name) {
        return TradeDocument.of(name, TradeDocumentKind.COMMERCIAL_INVOICE, new byte[] {1});
    }

    private static ShipmentRequest.Builder row() {
        return Requests.domestic()
                .idempotencyKey("row-7")
                .addTradeDocuments(paper("J Doe 1.pdf"), paper("J Doe 2.pdf"));
    }

    private static <T> CompletableFuture<T> failed(ErrorCode code) {
        return CompletableFuture.failedFuture(ErrorDetails.builder(code).toException());
    }

    private static List<String> alerts(Shipment shipment) {
        return shipment.alerts().stream().map(Alert::text).toList();
    }

    @Test
    void papersAreUploadedBeforeItAndAttachedAfterIt() {
        drawer.uploading((paper, call) -> {
            assertThat(shop.sold()).isEmpty();
            assertThat(paper.originCountry()).contains("US");
            assertThat(paper.service()).contains("GROUND");
            return CompletableFuture.completedFuture(
                    drawer.held(paper.document().orElseThrow().name().substring(6, 7)));
        });
        Shipment shipment =
                client.ship(row().addUploadedDocuments(drawer.held("0")).build());
        assertThat(shipment.alerts()).isEmpty();
        assertThat(drawer.done()).containsExactly("upload J Doe 1.pdf", "upload J Doe 2.pdf", "attach [0, 1, 2] to 1");
        ShipmentRequest sent = shop.sold().get(0);
        assertThat(sent.tradeDocuments()).isEmpty();
        assertThat(sent.uploadedDocuments())
                .extracting(held -> held.id().orElseThrow())
                .containsExactly("0", "1", "2");
    }

    @Test
    void aCarrierThatNamesPapersInTheShipmentAttachesNone() {
        drawer.attachingNothing();
        client.ship(row().build());
        assertThat(shop.sold().get(0).uploadedDocuments()).hasSize(2);
        assertThat(drawer.done()).hasSize(2);
    }

    @Test
    void aCarrierThatTakesPapersWithTheShipmentGetsThemInIt() {
        drawer.holdingNothing();
        client.ship(row().build());
        assertThat(shop.sold().get(0).tradeDocuments()).hasSize(2);
        assertThat(drawer.done()).isEmpty();
    }

    @Test
    void aCarrierThatTakesPapersAfterThePurchaseGetsThemOneByOneAndOneThatFailsIsAnAlert() {
        drawer.takingPapersAfterThePurchase()
                .uploading(
                        (paper, call) -> paper.document().orElseThrow().name().contains("1")
                                ? failed(ErrorCode.REQUEST_REFUSED)
                                : CompletableFuture.completedFuture(drawer.held("2")));

        Shipment shipment = client.ship(row().build());

        assertThat(drawer.done()).containsExactly("upload to 1", "upload to 1");
        assertThat(alerts(shipment))
                .singleElement()
                .asString()
                .startsWith("paper 1 (commercial_invoice) was not uploaded: ");
    }

    @Test
    void whoStopsWaitingForPapersAfterThePurchaseGetsTheShipment() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        drawer.takingPapersAfterThePurchase().uploading((paper, call) -> {
            asked.countDown();
            return new CompletableFuture<>();
        });

        Outcome<Shipment> told = Interrupted.once(asked, () -> client.ship(row().build()));

        assertThat(told.orElseThrow().id()).isEqualTo("1");
        assertThat(alerts(told.orElseThrow()))
                .singleElement()
                .asString()
                .startsWith("whether the papers were attached is not known");
    }

    @Test
    void aPaperThatIsNotUploadedIsAnAlertAndCostsNoLabel() {
        drawer.uploading((paper, call) -> paper.document().orElseThrow().name().contains("1")
                ? failed(ErrorCode.REQUEST_REFUSED)
                : CompletableFuture.completedFuture(drawer.held("2")));
        Shipment shipment = client.ship(row().build());
        assertThat(alerts(shipment))
                .singleElement()
                .asString()
                .startsWith("paper 1 (commercial_invoice) was not uploaded: ")
                .doesNotContain("Doe");
        assertThat(drawer.done()).last().isEqualTo("attach [2] to 1");
    }

    @Test
    void aModuleWithADefectInItsUploadsCostsNoLabel() {
        drawer.uploading((paper, call) -> null);
        Shipment shipment = client.ship(row().build());
        assertThat(alerts(shipment)).hasSize(2);
        assertThat(shop.sold()).hasSize(1);
        assertThat(drawer.done()).noneMatch(deed -> deed.startsWith("attach"));
    }

    @Test
    void aModuleWithADefectOnceItIsBoughtCostsNoLabel() {
        drawer.attachingWhere(() -> {
            throw new IllegalStateException("defect");
        });
        Shipment shipment = client.ship(row().build());
        assertThat(alerts(shipment)).singleElement().asString().startsWith("the papers 1, 1 were not attached: ");
        assertThatThrownBy(() -> client.ship(row().build())).hasMessageContaining("E-2023");
        assertThat(shop.sold()).hasSize(1);
    }

    @Test
    void papersThatAreNotAttachedAreAnAlertWithTheirIdsAndCostNoLabel() {
        for (ErrorCode code : List.of(ErrorCode.DOCUMENT_NOT_FOUND, ErrorCode.MALFORMED_RESPONSE)) {
            drawer.attaching((ids, call) -> failed(code));
            Shipment shipment = client.ship(row().idempotencyKey("row " + code).build());
            assertThat(shipment.alerts()).singleElement().satisfies(alert -> {
                assertThat(alert.text()).startsWith("the papers 1, 1 were not attached: ");
                assertThat(alert.code()).contains(code == ErrorCode.DOCUMENT_NOT_FOUND ? "E-3006" : "E-3009");
            });
        }
    }

    @Test
    void aLostAnswerIsThatOfTheShipmentAndAttachesNothing() {
        shop.selling(request -> failed(ErrorCode.OUTCOME_UNKNOWN));
        OutcomeUnknownException lost =
                catchThrowableOfType(OutcomeUnknownException.class, () -> client.ship(row().build()));
        assertThat(lost.reference()).contains("row-7");
        assertThat(drawer.done()).hasSize(2);
        assertThatThrownBy(() -> client.ship(row().build())).hasMessageContaining("E-2023");
        assertThat(shop.sold()).hasSize(1);
        assertThat(drawer.done())
                .as("nothing is uploaded for what is not bought again")
                .hasSize(2);
    }

    @Test
    void aKeyWhosePurchaseFailedIsFreeAgain() {
        shop.selling(request -> failed(ErrorCode.REQUEST_REFUSED));
        assertThatThrownBy(() -> client.ship(row().build())).hasMessageContaining("E-2");
        shop.selling(request -> CompletableFuture.completedFuture(shop.bought("2")));
        assertThat(client.ship(row().build()).id()).isEqualTo("2");
    }

    @Test
    void allThatIsWrongWithThePapersIsToldWithAllThatIsWrongWithTheShipment() {
        ShipmentRequest wrong = Requests.domestic()
                .recipient(Requests.address("US").country(Optional.empty()).build())
                .addTradeDocuments(
                        TradeDocument.of("strange", TradeDocumentKind.OTHER, new byte[0]),
                        TradeDocument.of("long.pdf", TradeDocumentKind.OTHER, new byte[11]))
                .addUploadedDocuments(UploadedDocument.builder()
                        .from(drawer.held("1"))
                        .connection("post-eu")
                        .build())
                .build();
        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, () -> client.ship(wrong));
        assertThat(refusal.fields())
                .extracting(FieldProblem::path)
                .containsExactly(
                        "recipient.country",
                        "uploaded_documents[0].connection",
                        "trade_documents[0].format",
                        "trade_documents[0].base64",
                        "trade_documents[1].base64");
        assertThat(drawer.done()).isEmpty();
        assertThat(client.previewAll(List.of(wrong)).get(0).problems()).hasSize(5);
    }

    @Test
    void papersForACarrierThatTakesNoneAreRefused() {
        try (TrackingClient without = TrackingClient.builder()
                .providers(List.of())
                .carrier(shop.factory())
                .build()) {
            ShipmentRequest both = row().addUploadedDocuments(drawer.held("1")).build();
            InvalidRequestException refusal =
                    catchThrowableOfType(InvalidRequestException.class, () -> without.ship(both));
            assertThat(refusal.fields())
                    .extracting(FieldProblem::path)
                    .containsExactly("uploaded_documents", "trade_documents");
        }
        drawer.holdingNothing();
        assertThatThrownBy(() -> client.ship(Requests.domestic()
                        .addUploadedDocuments(drawer.held("1"))
                        .build()))
                .hasMessageContaining("holds no papers for shipments to come");
    }

    @Test
    void papersThatNeverAnswerLeaveTheShipmentItsTime() {
        CompletableFuture<UploadedDocument> never = new CompletableFuture<>();
        drawer.uploading((paper, call) -> {
            call.onCancel(() -> never.complete(drawer.held("late")));
            return never;
        });
        shop.selling(
                (request, call) -> call.deadline().isAfter(Clock.systemUTC().instant())
                        ? CompletableFuture.completedFuture(shop.bought("1"))
                        : failed(ErrorCode.DEADLINE_EXCEEDED));
        try (TrackingClient hurried = client(Duration.ofSeconds(4))) {
            assertThat(hurried.ship(row().build()).id()).isEqualTo("1");
        }
    }

    @Test
    void whoIsInterruptedWhileAPaperIsUploadedHasNotBoughtAndNeverWill() throws Exception {
        CountDownLatch asked = new CountDownLatch(2);
        CompletableFuture<UploadedDocument> underWay = new CompletableFuture<>();
        drawer.uploading((paper, call) -> {
            asked.countDown();
            return underWay;
        });
        Outcome<Shipment> told = Interrupted.once(asked, () -> client.ship(row().build()));
        CarrierException error = told.failure().orElseThrow();
        assertThat(error.code()).isEqualTo(ErrorCode.CALL_CANCELLED);
        underWay.complete(drawer.held("1"));
        assertThat(shop.sold()).isEmpty();
        assertThat(client.ship(row().build()).id()).as("the key is free again").isEqualTo("1");
    }

    @Test
    void whoCancelsWhileAPaperIsUploadedHasNotBoughtAndNeverWill() {
        CompletableFuture<UploadedDocument> underWay = new CompletableFuture<>();
        drawer.uploading((paper, call) -> underWay);
        client.shipAsync(row().build()).cancel(true);
        underWay.complete(drawer.held("1"));
        assertThat(shop.sold()).isEmpty();
        assertThat(client.ship(row().build()).id()).isEqualTo("1");
    }

    @Test
    void whoIsInterruptedWhilePapersAreAttachedGetsTheShipmentAndIsToldSo() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        drawer.attaching((ids, call) -> {
            asked.countDown();
            return new CompletableFuture<>();
        });
        Shipment shipment =
                Interrupted.once(asked, () -> client.ship(row().build())).orElseThrow();
        assertThat(shipment.id()).isEqualTo("1");
        assertThat(alerts(shipment)).singleElement().asString().startsWith("whether the papers were attached");
    }

    @Test
    void aBatchWhoseCallerIsInterruptedGetsWhatWasBoughtAndWhatItsPapersCameTo() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        drawer.attaching((ids, call) -> {
            asked.countDown();
            return new CompletableFuture<>();
        });
        List<ShipmentRequest> rows =
                List.of(row().build(), row().idempotencyKey("row-8").build());
        ShippedBatch batch = Interrupted.once(
                        asked,
                        () -> client.shipAll(rows, BatchOptions.standard().concurrency(1)))
                .orElseThrow();
        assertThat(batch.get(0).orElseThrow().alerts()).hasSize(1);
        assertThat(batch.get(1).failure().orElseThrow().code()).isEqualTo(ErrorCode.NOT_TRIED);
        assertThat(batch.pickupSuggestions())
                .singleElement()
                .satisfies(pickup -> assertThat(pickup.rows()).containsExactly(0));
    }
}
