package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.DocumentFormat;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxPaper;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Papers for customs, given to DHL Express in the sandbox: with a shipment, and after it. */
class DhlDocumentTest extends DhlSalesBed {
    private static final LocalDate TODAY = LocalDate.parse("2026-02-10");

    private TradeDocument invoice() {
        return SandboxErrands.of("dhl", sandbox.clock())
                .document()
                .flatMap(DocumentUpload::document)
                .orElseThrow();
    }

    private static TradeDocument paper(TradeDocumentKind kind, DocumentFormat format) {
        return TradeDocument.builder()
                .name("paper")
                .kind(kind)
                .format(format)
                .base64("YWJj")
                .build();
    }

    private Shipment bought(ShipmentRequest.Builder order) {
        return client.ship(order.build());
    }

    private Shipment boughtPaperless() {
        return bought(DhlOrders.abroad().putOptions("dhl_paperless", "true"));
    }

    private DocumentUpload upload(Shipment shipment) {
        return DocumentUpload.builder()
                .carrier("dhl")
                .document(invoice())
                .shipment(ShippedFor.of(shipment, TODAY))
                .build();
    }

    private List<SandboxPaper> papers() {
        return sandbox.papers("mydhl");
    }

    private long calls(String operation) {
        return sandbox.calls("mydhl").stream()
                .filter(call -> call.operation().equals(operation))
                .count();
    }

    @Test
    void aPaperIsGivenToAShipmentThatWasBought() {
        Shipment shipment = boughtPaperless();
        sandbox.advance(Duration.ofMinutes(10));

        UploadedDocument uploaded = client.documents().uploadAndAttach(upload(shipment));

        assertThat(uploaded.carrier()).isEqualTo("dhl");
        assertThat(uploaded.connection()).isEqualTo("dhl");
        assertThat(uploaded.id()).isEmpty();
        assertThat(uploaded.kind()).isEqualTo(TradeDocumentKind.COMMERCIAL_INVOICE);
        assertThat(uploaded.attached()).isTrue();
        assertThat(uploaded.expires()).isEmpty();
        assertThat(papers()).singleElement().satisfies(paper -> {
            assertThat(paper.shipment()).contains(shipment.trackingNumber());
            assertThat(paper.kind()).isEqualTo("CIN");
            assertThat(paper.size()).isEqualTo(invoice().size());
        });
    }

    @Test
    void dhlRefusesPapersThatComeTooSoonOrToAShipmentItKnowsNoPapersOf() {
        Shipment shipment = boughtPaperless();
        CarrierException early = catchThrowableOfType(
                CarrierException.class, () -> client.documents().uploadAndAttach(upload(shipment)));
        assertThat(early.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(early).hasMessageContaining("ten minutes");

        Shipment without = bought(DhlOrders.abroad());
        sandbox.advance(Duration.ofMinutes(10));
        CarrierException unknown = catchThrowableOfType(
                CarrierException.class, () -> client.documents().uploadAndAttach(upload(without)));
        assertThat(unknown.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(unknown).hasMessageContaining("shipment information not found");
        assertThat(papers()).isEmpty();
    }

    @Test
    void aPaperWhoseAnswerIsLostIsNotSentAgain() {
        Shipment shipment = boughtPaperless();
        sandbox.advance(Duration.ofMinutes(10));
        sandbox.fail("mydhl").on("upload").withLostAnswer().times(1);

        OutcomeUnknownException lost = catchThrowableOfType(
                OutcomeUnknownException.class, () -> client.documents().uploadAndAttach(upload(shipment)));

        assertThat(lost.reference()).contains(shipment.trackingNumber());
        assertThat(papers()).hasSize(1);
        assertThat(calls("upload")).isEqualTo(1);
    }

    @Test
    void everythingThatIsWrongWithAPaperIsToldAtOnceAndNothingIsSent() {
        DocumentUpload wrong = DocumentUpload.builder()
                .carrier("dhl")
                .document(TradeDocument.builder()
                        .from(paper(TradeDocumentKind.PACKING_LIST, DocumentFormat.DOCX))
                        .base64("no base64!")
                        .build())
                .shipment(ShippedFor.builder()
                        .id("1234567890")
                        .trackingNumber("1234567890")
                        .shipDate(TODAY)
                        .build())
                .build();

        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class, () -> client.documents().uploadAndAttach(wrong));

        assertThat(refusal.fields())
                .extracting(FieldProblem::path)
                .containsExactlyInAnyOrder("document.kind", "document.format", "document.base64", "shipment.service");
        assertThat(refusal).hasMessageContaining("pdf, png, gif, jpg, tif");
        assertThat(sandbox.calls("mydhl")).isEmpty();
    }

    @Test
    void papersGoWithTheShipmentForPaperlessTradeAndDhlMakesNoInvoiceBesideOne() {
        Shipment shipment = bought(DhlOrders.abroad()
                .addTradeDocuments(invoice(), paper(TradeDocumentKind.CERTIFICATE_OF_ORIGIN, DocumentFormat.TIF)));

        assertThat(papers())
                .extracting(SandboxPaper::kind, paper -> paper.shipment().orElseThrow())
                .containsExactly(tuple("CIN", shipment.id()), tuple("COO", shipment.id()));
        assertThat(shipment.documents()).extracting(Document::kind).doesNotContain(Document.COMMERCIAL_INVOICE);
        assertThat(calls("upload")).isZero();

        sandbox.advance(Duration.ofMinutes(10));
        assertThat(client.documents().uploadAndAttach(upload(shipment)).attached())
                .isTrue();
    }

    @Test
    void dhlMakesTheInvoiceWhereNoneComesOrAnOptionSaysHow() {
        assertThat(bought(DhlOrders.abroad()
                                .addTradeDocuments(paper(TradeDocumentKind.CERTIFICATE_OF_ORIGIN, DocumentFormat.PDF)))
                        .documents())
                .extracting(Document::kind)
                .contains(Document.COMMERCIAL_INVOICE);
        assertThat(bought(DhlOrders.abroad().addTradeDocuments(invoice()).putOptions("dhl_invoice_type", "commercial"))
                        .documents())
                .extracting(Document::kind)
                .contains(Document.COMMERCIAL_INVOICE);
    }

    @Test
    void whereThereIsNoPaperlessTradeTheLabelIsSoldAllTheSame() {
        Shipment shipment = bought(DhlOrders.abroad()
                .recipient(DhlOrders.address("Rua Exemplo 1", "Sao Paulo", "01000-000", "BR")
                        .build())
                .addTradeDocuments(invoice()));

        assertThat(shipment.labels()).hasSize(1);
        assertThat(shipment.alerts())
                .extracting(alert -> alert.text())
                .containsExactly("Paperless trade is not available between this origin and destination.");
        assertThat(papers()).isEmpty();
    }

    @Test
    void aShipmentWithPapersThatAreNoneForDhlIsNotSent() {
        ShipmentRequest wrong = DhlOrders.domestic()
                .addTradeDocuments(paper(TradeDocumentKind.POWER_OF_ATTORNEY, DocumentFormat.TXT))
                .addUploadedDocuments(UploadedDocument.builder()
                        .carrier("dhl")
                        .connection("dhl")
                        .kind(TradeDocumentKind.OTHER)
                        .attached(false)
                        .build())
                .build();

        assertThat(catchThrowableOfType(InvalidRequestException.class, () -> client.ship(wrong))
                        .fields())
                .extracting(FieldProblem::path)
                .containsExactlyInAnyOrder(
                        "trade_documents",
                        "uploaded_documents",
                        "trade_documents[0].kind",
                        "trade_documents[0].format");
        assertThat(sandbox.calls("mydhl")).isEmpty();
    }

    @Test
    void dhlHoldsNoPapersAndForgetsNone() {
        assertThatThrownBy(() -> client.documents().upload(DocumentUpload.of("dhl", invoice())))
                .isInstanceOf(CapabilityNotSupportedException.class);
        assertThatThrownBy(() -> client.documents().delete("dhl", "paper-1"))
                .isInstanceOf(CapabilityNotSupportedException.class);
        assertThat(papers()).isEmpty();
    }

    private static Customs goods() {
        return DhlOrders.abroad().build().customs().orElseThrow();
    }

    private static Customs invoiced() {
        return Customs.builder()
                .from(goods())
                .invoice(Invoice.builder().number("test-invoice-7").build())
                .build();
    }

    @Test
    void whatAnInvoiceSaysIsTakenOfAShipmentThatWasBought() {
        Shipment shipment = bought(DhlOrders.abroad());

        UploadedDocument told = client.documents().uploadInvoiceData("dhl", invoiced(), ShippedFor.of(shipment, TODAY));

        assertThat(told.attached()).isTrue();
        assertThat(told.kind()).isEqualTo(TradeDocumentKind.COMMERCIAL_INVOICE);
        assertThat(told.connection()).isEqualTo("dhl");
        assertThat(papers()).singleElement().satisfies(paper -> {
            assertThat(paper.name()).isEqualTo("test-invoice-7");
            assertThat(paper.shipment()).contains(shipment.trackingNumber());
        });
    }

    @Test
    void theInvoiceOfAShipmentDhlDoesNotKnowIsRefused() {
        ShippedFor unknown = ShippedFor.builder()
                .id("1234567891")
                .trackingNumber("1234567891")
                .shipDate(TODAY)
                .build();
        CarrierException refusal = catchThrowableOfType(
                CarrierException.class, () -> client.documents().uploadInvoiceData("dhl", invoiced(), unknown));
        assertThat(refusal.httpStatus()).hasValue(400);
        assertThat(papers()).isEmpty();
    }

    @Test
    void everythingThatIsMissingInAnInvoiceIsToldAtOnceAndNothingIsSent() {
        Customs bare = Customs.builder()
                .contentType(ContentType.DOCUMENTS)
                .addCommodities(Commodity.builder().description("Books").build())
                .build();
        ShippedFor shipment = ShippedFor.builder().id("1").trackingNumber("1").build();
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class, () -> client.documents().uploadInvoiceData("dhl", bare, shipment));
        assertThat(refusal.fields())
                .extracting(FieldProblem::path)
                .containsExactlyInAnyOrder(
                        "customs.commodities[0].origin_country",
                        "customs.commodities[0].quantity",
                        "customs.commodities[0].unit_price",
                        "customs.commodities[0].weight",
                        "customs.content_type",
                        "customs.invoice.number",
                        "shipment.ship_date");
        assertThat(sandbox.calls("mydhl")).isEmpty();
    }

    @Test
    void anInvoiceWhoseAnswerIsLostIsNotSentAgain() {
        Shipment shipment = bought(DhlOrders.abroad());
        sandbox.fail("mydhl").on("invoice-data").withLostAnswer().times(1);
        OutcomeUnknownException lost = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> client.documents().uploadInvoiceData("dhl", invoiced(), ShippedFor.of(shipment, TODAY)));
        assertThat(lost.reference()).contains(shipment.trackingNumber());
        assertThat(papers()).hasSize(1);
        assertThat(calls("invoice-data")).isEqualTo(1);
    }
}
