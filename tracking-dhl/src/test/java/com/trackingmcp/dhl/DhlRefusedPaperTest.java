package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.BatchOptions;
import com.trackingmcp.ShippedBatch;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.DocumentFormat;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.testkit.SandboxPaper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders that DHL Express refuses because of a paper, in the sandbox: the label is bought all the same, once. */
class DhlRefusedPaperTest extends DhlSalesBed {
    private static final String DHLS_WORDS = "#/documentImages/0 is not a valid PNG document image";

    /** In an order without an invoice of the caller's, and in no other. */
    private static final String DHL_MAKES_THE_INVOICE =
            "\"typeCode\":\"invoice\",\"templateName\":\"COMMERCIAL_INVOICE_P_10\",\"isRequested\":true";

    private static final TradeDocument GOOD = invoice(DocumentFormat.PDF);
    private static final TradeDocument BAD = invoice(DocumentFormat.PNG);

    /** A PDF, whatever it is said to be. */
    private static TradeDocument invoice(DocumentFormat format) {
        byte[] content = "%PDF-1.4 an invoice".getBytes(StandardCharsets.US_ASCII);
        return TradeDocument.builder()
                .from(TradeDocument.of("invoice.pdf", TradeDocumentKind.COMMERCIAL_INVOICE, content))
                .format(format)
                .build();
    }

    private static ShipmentRequest.Builder order(TradeDocument paper) {
        return DhlOrders.abroad().addTradeDocuments(paper);
    }

    private static ShipmentRequest row(String reference, TradeDocument paper) {
        return order(paper).references(List.of(Reference.of(reference))).build();
    }

    private long orders() {
        return sandbox.calls("mydhl").stream()
                .filter(call -> call.operation().equals("ship"))
                .count();
    }

    private <E extends CarrierException> E failure(Class<E> kind, ShipmentRequest.Builder order) {
        return catchThrowableOfType(kind, () -> client.ship(order.build()));
    }

    private static void assertTellsOfThePaper(Shipment shipment) {
        assertThat(shipment.labels()).hasSize(1);
        assertThat(shipment.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.code()).contains(ErrorCode.REQUEST_REFUSED.id());
            assertThat(alert.text()).contains("must travel on paper", DHLS_WORDS);
        });
    }

    @Test
    void theLabelIsBoughtWithoutThePaperAndTellsSo() {
        Shipment shipment = client.ship(order(BAD).idempotencyKey("test-key").build());

        assertTellsOfThePaper(shipment);
        assertThat(shipment.idempotencyKey()).contains("test-key");
        assertThat(orders()).isEqualTo(2);
        assertThat(sandbox.papers("mydhl")).isEmpty();
        assertThat(sandbox.shipments("mydhl")).singleElement().satisfies(sold -> {
            assertThat(sold.id()).isEqualTo(shipment.id());
            assertThat(sold.references()).containsExactly("order-4711");
        });
    }

    @Test
    void dhlMakesTheInvoiceThatTravelsOnPaper() {
        assertThat(client.ship(order(BAD).build()).documents())
                .extracting(Document::kind)
                .contains(Document.COMMERCIAL_INVOICE);
    }

    @Test
    void onlyTheRowWhosePaperIsRefusedGoesWithoutIt() {
        ShippedBatch rows = client.shipAll(
                List.of(row("row-1", GOOD), row("row-2", BAD), row("row-3", GOOD)), BatchOptions.standard());

        List<Shipment> shipments =
                rows.stream().map(row -> row.value().orElseThrow()).toList();
        assertThat(shipments)
                .allSatisfy(shipment -> assertThat(shipment.labels()).hasSize(1));
        assertThat(shipments.get(0).alerts()).isEmpty();
        assertTellsOfThePaper(shipments.get(1));
        assertThat(shipments.get(2).alerts()).isEmpty();
        assertThat(orders()).isEqualTo(4);
        assertThat(sandbox.shipments("mydhl"))
                .flatExtracting(sold -> sold.references())
                .containsExactlyInAnyOrder("row-1", "row-2", "row-3");
        assertThat(sandbox.papers("mydhl"))
                .extracting(SandboxPaper::shipment)
                .containsExactlyInAnyOrder(
                        Optional.of(shipments.get(0).id()),
                        Optional.of(shipments.get(2).id()));
    }

    @Test
    void anOrderForPaperlessTradeGoesWithoutThatToo() {
        assertTellsOfThePaper(
                client.ship(order(BAD).putOptions("dhl_paperless", "true").build()));
        assertThat(sandbox.shipments("mydhl")).hasSize(1);
    }

    @Test
    void anOrderRefusedForAnotherReasonIsSentOnce() {
        CarrierException refusal = failure(CarrierException.class, order(GOOD).service("N"));

        assertThat(refusal.carrierCode()).contains("1001");
        assertThat(refusal.getSuppressed()).isEmpty();
        assertThat(orders()).isEqualTo(1);
        assertThat(sandbox.shipments("mydhl")).isEmpty();
    }

    @Test
    void theRefusalOfTheSecondOrderIsToldWithTheFirst() {
        CarrierException refusal = failure(CarrierException.class, order(BAD).service("N"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(refusal.carrierCode()).contains("1001");
        assertThat(refusal.getSuppressed())
                .singleElement()
                .satisfies(first -> assertThat(first).hasMessageContaining(DHLS_WORDS));
        assertThat(orders()).isEqualTo(2);
        assertThat(sandbox.shipments("mydhl")).isEmpty();
    }

    @Test
    void theSecondOrderIsNotSentAgainWhereItsAnswerIsLost() {
        sandbox.fail("mydhl")
                .on("ship")
                .about(DHL_MAKES_THE_INVOICE)
                .withLostAnswer()
                .times(1);

        OutcomeUnknownException lost = failure(OutcomeUnknownException.class, order(BAD));

        assertThat(lost.reference()).contains("order-4711");
        assertThat(orders()).isEqualTo(2);
        assertThat(sandbox.shipments("mydhl")).hasSize(1);
    }

    @Test
    void anOrderWithPapersWhoseAnswerIsLostIsSentOnce() {
        sandbox.fail("mydhl").on("ship").withLostAnswer().times(1);

        OutcomeUnknownException lost = failure(OutcomeUnknownException.class, order(GOOD));

        assertThat(lost.reference()).contains("order-4711");
        assertThat(orders()).isEqualTo(1);
        assertThat(sandbox.shipments("mydhl")).hasSize(1);
    }

    @Test
    void paperlessTradeWithTheInvoiceThatDhlMakesIsSentOnce() {
        ShipmentRequest.Builder brazil = DhlOrders.abroad()
                .recipient(DhlOrders.address("Rua Exemplo 1", "Sao Paulo", "01000-000", "BR")
                        .build())
                .putOptions("dhl_paperless", "true");

        assertThat(failure(CarrierException.class, brazil)).hasMessageContaining("'WY'");
        assertThat(orders()).isEqualTo(1);
        assertThat(sandbox.shipments("mydhl")).isEmpty();
    }
}
