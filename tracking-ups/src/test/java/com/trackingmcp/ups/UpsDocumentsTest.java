package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxPaper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpsDocumentsTest extends UpsSaleBed {
    private static final String UNKNOWN = "2026-02-01-00.00.00.000001";
    private final DocumentUpload invoice =
            SandboxErrands.of("ups", sandbox.clock()).document().orElseThrow();

    private CarrierException failure(Runnable call) {
        return catchThrowableOfType(CarrierException.class, call::run);
    }

    private UploadedDocument upload() {
        return client.documents().upload(invoice);
    }

    private ShippedFor shipment() {
        return ShippedFor.of(client.ship(abroad().build()), TODAY);
    }

    private List<SandboxPaper> papers() {
        return sandbox.papers("ups");
    }

    private List<String> operations() {
        return sandbox.callsWithoutTokens("ups").stream()
                .map(SandboxCall::operation)
                .toList();
    }

    @Test
    void uploadedPaperIsHeldForAShipmentToCome() {
        UploadedDocument paper = upload();
        assertThat(paper.carrier()).isEqualTo("ups");
        assertThat(paper.connection()).isEqualTo("ups");
        assertThat(paper.id().orElseThrow())
                .hasSize(26)
                .isEqualTo(papers().get(0).id());
        assertThat(paper.kind()).isEqualTo(TradeDocumentKind.COMMERCIAL_INVOICE);
        assertThat(paper.attached()).isFalse();
        assertThat(paper.expires()).isEmpty();
        assertThat(papers().get(0).name()).isEqualTo("invoice-4711.pdf");
        assertThat(papers().get(0).size())
                .isEqualTo(invoice.document().orElseThrow().size());
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHORIZATION_FORM,001",
        "COMMERCIAL_INVOICE,002",
        "CERTIFICATE_OF_ORIGIN,003",
        "EXPORT_ACCOMPANYING_DOCUMENT,004",
        "EXPORT_LICENSE,005",
        "IMPORT_PERMIT,006",
        "USMCA_CERTIFICATE_OF_ORIGIN,007",
        "OTHER,008",
        "PRO_FORMA_INVOICE,008",
        "POWER_OF_ATTORNEY,009",
        "PACKING_LIST,010",
        "SHIPPERS_EXPORT_DECLARATION,011",
        "SHIPPERS_LETTER_OF_INSTRUCTION,012",
        "DECLARATION,013"
    })
    void everyKindHasItsCode(TradeDocumentKind kind, String code) {
        client.documents().upload(DocumentUpload.of("ups", TradeDocument.of("paper.docx", kind, new byte[] {1})));
        assertThat(papers().get(0).kind()).isEqualTo(code);
    }

    @Test
    void whatUpsDoesNotTakeIsToldAtOnceAndNotSent() {
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        DocumentUpload bad =
                DocumentUpload.of("ups", TradeDocument.of("x".repeat(297) + ".pdf", TradeDocumentKind.OTHER, large));
        CarrierException error =
                failure(() -> client(withoutAccount()).documents().upload(bad));
        assertThat(error).isInstanceOf(InvalidRequestException.class);
        assertThat(error.details().fields())
                .extracting(field -> field.path())
                .containsExactly("UPS_ACCOUNT_NUMBER", "document.name", "document.base64");
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void testEnvironmentTakesOneMegabyte() {
        byte[] content = new byte[1024 * 1024 + 1];
        DocumentUpload paper =
                DocumentUpload.of("ups", TradeDocument.of("paper.pdf", TradeDocumentKind.OTHER, content));
        TrackingClient test = client(Map.of("UPS_SANDBOX", "true"));
        assertThat(failure(() -> test.documents().upload(paper)).details().fields())
                .extracting(field -> field.path())
                .containsExactly("document.base64");
        assertThat(client.documents().upload(paper).id()).isPresent();
    }

    @Test
    void accountThatMayNotUploadIsRefused() {
        CarrierException error = failure(
                () -> client(Map.of("UPS_ACCOUNT_NUMBER", "A1B2C3")).documents().upload(invoice));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.details().carrierCode()).hasValue("9590018");
        assertThat(error.getMessage()).doesNotContain("A1B2C3", "invoice-4711");
    }

    @Test
    void lostAnswerOfAnUploadIsNotSentAgain() {
        sandbox.fail("ups").on("upload").withLostAnswer().untilCleared();
        CarrierException error =
                failure(() -> client(sandbox.config(), 3).documents().upload(invoice));
        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).hasValue("commercial_invoice");
        assertThat(papers()).hasSize(1);
    }

    @Test
    void papersAreAttachedToAShipmentThatWasBought() {
        List<String> ids = List.of(upload().id().orElseThrow(), upload().id().orElseThrow());
        ShippedFor shipment = shipment();
        List<UploadedDocument> attached = client.documents().attach("ups", ids, shipment);
        assertThat(attached).extracting(paper -> paper.id().orElseThrow()).isEqualTo(ids);
        assertThat(attached).allMatch(UploadedDocument::attached);
        assertThat(attached.get(0).details().get("forms_group_id")).hasSize(26);
        assertThat(papers()).allSatisfy(paper -> assertThat(paper.shipment()).hasValue(shipment.trackingNumber()));
    }

    @Test
    void blanksAroundAnIdAreNotSent() {
        String id = upload().id().orElseThrow();
        assertThat(client.documents().attach("ups", List.of(" " + id + "\n"), shipment()))
                .extracting(paper -> paper.id().orElseThrow())
                .containsExactly(id);
    }

    @Test
    void attachedPaperNeedsNoMoreThanNumberAndDay() {
        String id = upload().id().orElseThrow();
        String number = shipment().trackingNumber();
        ShippedFor known = ShippedFor.builder()
                .id(number)
                .trackingNumber(number)
                .shipDate(TODAY)
                .build();
        assertThat(client.documents().attach("ups", List.of(id), known).get(0).attached())
                .isTrue();
    }

    @Test
    void unknownOrExpiredPaperIsNotFound() {
        ShippedFor shipment = shipment();
        CarrierException unknown = failure(() -> client.documents().attach("ups", List.of(UNKNOWN), shipment));
        assertThat(unknown.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
        assertThat(unknown.details().carrierText()).hasValue("Invalid or expired Document ID.");
        String id = upload().id().orElseThrow();
        sandbox.advance(SandboxPaper.KEPT);
        assertThat(failure(() -> client.documents().attach("ups", List.of(id), shipment))
                        .code())
                .isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
        assertThat(failure(() -> client.documents().delete("ups", id)).code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
    }

    @Test
    void shipmentUpsDoesNotKnowIsARefusal() {
        String id = upload().id().orElseThrow();
        ShippedFor unknown = ShippedFor.builder()
                .id("1Z999AA10123456784")
                .trackingNumber("1Z999AA10123456784")
                .shipDate(TODAY)
                .build();
        assertThat(failure(() -> client.documents().attach("ups", List.of(id), unknown))
                        .code())
                .isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(papers().get(0).shipment()).isEmpty();
    }

    @Test
    void allThatIsWrongWithIdsIsToldAtOnceAndNotSent() {
        ShippedFor shipment =
                ShippedFor.builder().from(shipment()).id("x".repeat(20)).build();
        sandbox.forgetCalls();
        List<String> ids = new ArrayList<>(Collections.nCopies(13, UNKNOWN));
        ids.add("short");
        CarrierException error = failure(() -> client.documents().attach("ups", ids, shipment));
        assertThat(error).isInstanceOf(InvalidRequestException.class);
        assertThat(error.details().fields())
                .extracting(field -> field.path())
                .containsExactly("document_ids[13]", "document_ids", "shipment.id");
        assertThat(failure(() -> client(withoutAccount()).documents().delete("ups", "short"))
                        .details()
                        .fields())
                .extracting(field -> field.path())
                .containsExactly("UPS_ACCOUNT_NUMBER", "document_id");
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void lostAnswerOfAnAttachmentIsNotSentAgain() {
        String id = upload().id().orElseThrow();
        ShippedFor shipment = shipment();
        sandbox.forgetCalls().fail("ups").on("attach").withLostAnswer().untilCleared();
        CarrierException error =
                failure(() -> client(sandbox.config(), 3).documents().attach("ups", List.of(id), shipment));
        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).hasValue(shipment.trackingNumber());
        assertThat(operations()).containsExactly("attach");
        assertThat(papers().get(0).shipment()).isPresent();
    }

    @Test
    void deletedPaperIsGone() {
        String id = upload().id().orElseThrow();
        assertThat(client.documents().delete("ups", id)).isTrue();
        assertThat(papers().get(0).isDeleted()).isTrue();
        assertThat(failure(() -> client.documents().delete("ups", id)).code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
    }

    @Test
    void lostAnswerOfADeletionIsNotSentAgain() {
        String id = upload().id().orElseThrow();
        sandbox.forgetCalls().fail("ups").on("delete-document").withLostAnswer().untilCleared();
        CarrierException error =
                failure(() -> client(sandbox.config(), 3).documents().delete("ups", id));
        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).hasValue(id);
        assertThat(operations()).containsExactly("delete-document");
    }

    @Test
    void paperIsGivenToAShipmentInTwoSteps() {
        ShippedFor shipment = shipment();
        sandbox.forgetCalls();
        UploadedDocument paper = client.documents()
                .uploadAndAttach(DocumentUpload.builder()
                        .from(invoice)
                        .shipment(shipment)
                        .build());
        assertThat(paper.attached()).isTrue();
        assertThat(paper.kind()).isEqualTo(TradeDocumentKind.COMMERCIAL_INVOICE);
        assertThat(paper.details()).containsKey("forms_group_id");
        assertThat(operations()).containsExactly("upload", "attach");
    }

    @Test
    void paperThatWasUploadedButNotAttachedIsNamed() {
        ShippedFor shipment = shipment();
        sandbox.fail("ups").on("attach").with(503).untilCleared();
        CarrierException error = failure(() -> client.documents()
                .uploadAndAttach(DocumentUpload.builder()
                        .from(invoice)
                        .shipment(shipment)
                        .build()));
        assertThat(error.reference()).hasValue(papers().get(0).id());
    }

    private ShipmentRequest withPapers() {
        TradeDocument paper = invoice.document().orElseThrow();
        return abroad().addTradeDocuments(paper, paper).build();
    }

    /** Those of the client; UPS's own have its codes. */
    private static List<Alert> ofPapers(Shipment shipment) {
        return shipment.alerts().stream()
                .filter(alert -> alert.code().orElse("").startsWith("E-"))
                .toList();
    }

    @Test
    void papersAreUploadedBeforeAShipmentAndAttachedAfterIt() {
        Shipment shipment = client.ship(withPapers());
        assertThat(operations()).containsExactly("upload", "upload", "ship", "attach");
        assertThat(shipment.labels()).hasSize(1);
        assertThat(ofPapers(shipment)).isEmpty();
        assertThat(papers())
                .hasSize(2)
                .allSatisfy(paper -> assertThat(paper.shipment()).hasValue(shipment.trackingNumber()));
    }

    @Test
    void paperThatIsNotUploadedCostsNoLabel() {
        sandbox.fail("ups").on("upload").with(503).times(1);
        Shipment shipment = client.ship(withPapers());
        assertThat(shipment.labels()).hasSize(1);
        assertThat(ofPapers(shipment))
                .singleElement()
                .satisfies(alert -> assertThat(alert.text()).contains("was not uploaded"));
        assertThat(papers()).hasSize(1);
        assertThat(papers().get(0).shipment()).hasValue(shipment.trackingNumber());
    }

    @Test
    void papersThatAreNotAttachedCostNoLabel() {
        sandbox.fail("ups").on("attach").withLostAnswer().untilCleared();
        Shipment shipment = client.ship(withPapers());
        assertThat(shipment.labels()).hasSize(1);
        assertThat(ofPapers(shipment)).singleElement().satisfies(alert -> {
            assertThat(alert.code()).hasValue(ErrorCode.OUTCOME_UNKNOWN.id());
            assertThat(alert.text())
                    .contains("were not attached", papers().get(0).id());
        });
    }

    @Test
    void paperThatWasUploadedBeforeIsAttachedToo() {
        Shipment shipment = client.ship(abroad().addUploadedDocuments(upload()).build());
        assertThat(papers().get(0).shipment()).hasValue(shipment.trackingNumber());
    }

    @Test
    void shipmentTakesThirteenPapers() {
        TradeDocument paper = invoice.document().orElseThrow();
        CarrierException error = refused(abroad().tradeDocuments(Collections.nCopies(14, paper)));
        assertThat(error.details().fields())
                .extracting(field -> field.path() + " " + field.problem())
                .containsExactly("trade_documents are 14 with those uploaded before; UPS takes 13 a shipment");
        assertThat(sandbox.calls("ups")).isEmpty();
    }
}
