package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.testcarrier.Desk;
import com.trackingmcp.testcarrier.Drawer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A paper is checked before it is sent, and handed over once. */
class DocumentsTest {
    private static final TradeDocument INVOICE =
            TradeDocument.of("J Doe.pdf", TradeDocumentKind.COMMERCIAL_INVOICE, new byte[] {1, 2, 3});
    private static final ShippedFor SHIPMENT = ShippedFor.builder()
            .id("1Z")
            .trackingNumber("1Z")
            .shipDate(LocalDate.parse("2026-03-02"))
            .build();

    private final Drawer drawer = new Drawer("post");
    private final TrackingClient client = TrackingClient.builder()
            .providers(List.of())
            .carrier(new Desk("post").offering(DocumentCapability.class, drawer).factory())
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    private static DocumentUpload.Builder upload() {
        return DocumentUpload.builder().document(INVOICE).destinationCountry("DE");
    }

    private static List<String> problems(Runnable wish) {
        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, wish::run);
        return refusal.fields().stream().map(FieldProblem::toString).toList();
    }

    private static <T> CompletableFuture<T> failed(ErrorCode code) {
        return CompletableFuture.failedFuture(ErrorDetails.builder(code).toException());
    }

    @Test
    void aPaperIsHandedOverAttachedAndForgotten() {
        UploadedDocument held = client.documents().upload(upload().build());
        assertThat(held.id()).contains("1");
        assertThat(client.documents().attach("post", List.of("1"), SHIPMENT))
                .extracting(UploadedDocument::attached)
                .containsExactly(true);
        assertThat(client.documents().delete("post", "1")).isTrue();
        assertThat(drawer.done()).containsExactly("upload J Doe.pdf", "attach [1] to 1Z", "delete 1");
    }

    @Test
    void allThatIsWrongWithAPaperIsToldAtOnceAndNothingIsSent() {
        assertThat(problems(
                        () -> client.documents().upload(DocumentUpload.builder().build())))
                .containsExactly("document: is required");
        TradeDocument strange = TradeDocument.of("strange", TradeDocumentKind.OTHER, new byte[0]);
        assertThat(problems(() -> client.documents()
                        .uploadAndAttach(upload().document(strange)
                                .originCountry("America")
                                .build())))
                .containsExactly(
                        "document.format: is required where the end of the name does not tell it",
                        "document.base64: is required",
                        "origin_country: is no ISO 3166-1 alpha-2 code such as US",
                        "shipment: is required");
        TradeDocument long11 = TradeDocument.of("a.pdf", TradeDocumentKind.OTHER, new byte[11]);
        assertThat(problems(() -> client.documents()
                        .upload(DocumentUpload.builder().document(long11).build())))
                .containsExactly("document.base64: has more than 10 bytes", "destination_country: is required");
        assertThat(drawer.done()).isEmpty();
    }

    @Test
    void whatIsNoBase64IsToldAsSuchAndNeverShownToTheModule() {
        for (String text : List.of("!!!!", "data:application/pdf;base64,AQID", "AQ ID")) {
            TradeDocument broken = TradeDocument.builder()
                    .name("a.pdf")
                    .kind(TradeDocumentKind.OTHER)
                    .base64(text)
                    .build();
            assertThat(problems(() ->
                            client.documents().upload(upload().document(broken).build())))
                    .containsExactly("document.base64: is no base64");
        }
        assertThat(drawer.done()).isEmpty();
    }

    @Test
    void idsThatAreBlankOrNullAreToldInTheirPlaces() {
        assertThat(problems(() -> client.documents().attach("post", Arrays.asList("1", null, " "), SHIPMENT)))
                .containsExactly("document_ids[1]: is required", "document_ids[2]: is required");
        ShippedFor noDay = ShippedFor.builder().id("1Z").trackingNumber("1Z").build();
        assertThat(problems(() -> client.documents().attach("post", List.of(), noDay)))
                .containsExactly("document_ids: is required", "shipment.ship_date: is required");
        assertThat(problems(() -> client.documents().delete("post", " "))).containsExactly("document_id: is required");
        assertThat(drawer.done()).isEmpty();
    }

    @Test
    void aPaperIsGivenToAShipmentInTwoStepsWhereTheCarrierHasTwo() {
        UploadedDocument attached =
                client.documents().uploadAndAttach(upload().shipment(SHIPMENT).build());
        assertThat(attached.attached()).isTrue();
        assertThat(drawer.done()).containsExactly("upload J Doe.pdf", "attach [1] to 1Z");
    }

    @Test
    void aPaperIsGivenToAShipmentAtOnceWhereTheCarrierDoesThat() {
        drawer.holdingNothing();
        client.documents().uploadAndAttach(upload().shipment(SHIPMENT).build());
        assertThat(drawer.done()).containsExactly("upload to 1Z");
        assertThatThrownBy(() -> client.documents().upload(upload().build()))
                .isInstanceOf(CapabilityNotSupportedException.class)
                .hasMessageContaining("uploading papers before a shipment");
    }

    @Test
    void aPaperThatWasUploadedAndNotAttachedIsNamedByItsId() {
        drawer.attaching((ids, call) -> failed(ErrorCode.REQUEST_REFUSED));
        CarrierException error = catchThrowableOfType(
                CarrierException.class,
                () -> client.documents()
                        .uploadAndAttach(upload().shipment(SHIPMENT).build()));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.reference()).contains("1");
    }

    @Test
    void aPaperOfWhichNobodyKnowsWhetherItIsAttachedIsNamedByItsIdToo() {
        for (CompletableFuture<List<UploadedDocument>> answer :
                Arrays.<CompletableFuture<List<UploadedDocument>>>asList(
                        failed(ErrorCode.MALFORMED_RESPONSE),
                        null,
                        CompletableFuture.completedFuture(null),
                        CompletableFuture.completedFuture(List.of()))) {
            drawer.attaching((ids, call) -> answer);
            OutcomeUnknownException lost = catchThrowableOfType(
                    OutcomeUnknownException.class,
                    () -> client.documents()
                            .uploadAndAttach(upload().shipment(SHIPMENT).build()));
            assertThat(lost.reference()).contains("1");
        }
    }

    @Test
    void aPaperThatWasNotUploadedIsNotAttached() {
        drawer.uploading((paper, call) -> failed(ErrorCode.REQUEST_REFUSED));
        assertThatThrownBy(() -> client.documents()
                        .uploadAndAttach(upload().shipment(SHIPMENT).build()))
                .hasMessageContaining("E-2");
        assertThat(drawer.done()).containsExactly("upload J Doe.pdf");
    }

    @Test
    void aLostAnswerNeverTellsTheNameOfTheFile() {
        drawer.uploading((paper, call) -> failed(ErrorCode.MALFORMED_RESPONSE));
        OutcomeUnknownException lost = catchThrowableOfType(
                OutcomeUnknownException.class, () -> client.documents().upload(upload().build()));
        assertThat(lost.reference()).contains("commercial_invoice");
        assertThat(lost.toString()).doesNotContain("Doe");
        assertThat(upload().build().toString()).doesNotContain("Doe").doesNotContain("AQID");
    }

    @Test
    void whatTheCarrierDoesNotKnowIsToldAsItSaysIt() {
        drawer.attaching((ids, call) -> failed(ErrorCode.DOCUMENT_NOT_FOUND));
        CarrierException error = catchThrowableOfType(
                CarrierException.class, () -> client.documents().attach("post", List.of("9"), SHIPMENT));
        assertThat(error.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
        assertThat(error.carrier()).contains("post");
    }

    @Test
    void nullIsNoQuestion() {
        assertThatThrownBy(() -> client.documents().upload(null)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> client.documents().attach("post", null, SHIPMENT))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(client.documents().deleteAsync("post", null)).isCompletedExceptionally();
    }
}
