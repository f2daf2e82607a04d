package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Papers for customs go to FedEx before the shipment, or after it, against a sandbox that keeps them for a while. */
class FedexDocumentTest {
    private final FedexBed bed = new FedexBed();

    @AfterEach
    void stop() {
        bed.close();
    }

    private DocumentUpload.Builder invoice() {
        return DocumentUpload.builder()
                .from(SandboxErrands.of("fedex", bed.sandbox.clock()).document().orElseThrow());
    }

    private UploadedDocument upload() {
        return bed.client.documents().upload(invoice().build());
    }

    private SandboxPaper paper() {
        return bed.sandbox.papers("fedex").get(0);
    }

    private List<String> sent() {
        return bed.sandbox.callsWithoutTokens("fedex").stream()
                .map(SandboxCall::operation)
                .toList();
    }

    private static ShipmentRequest abroad(UploadedDocument... papers) {
        return ShipmentRequest.builder()
                .from(FedexOrders.international())
                .uploadedDocuments(List.of(papers))
                .build();
    }

    @Test
    void a_paper_is_held_for_a_shipment_to_come() {
        UploadedDocument held = upload();

        assertThat(held.carrier()).isEqualTo("fedex");
        assertThat(held.connection()).isEqualTo("fedex");
        assertThat(held.id()).contains(paper().id());
        assertThat(held.kind()).isEqualTo(TradeDocumentKind.COMMERCIAL_INVOICE);
        assertThat(held.attached()).isFalse();
        assertThat(held.expires()).isEmpty();
        assertThat(held.details()).containsKey("folder_id");
        assertThat(paper().kind()).isEqualTo("COMMERCIAL_INVOICE");
        assertThat(paper().name()).isEqualTo("invoice.pdf");
        assertThat(paper().shipment()).isEmpty();
    }

    @Test
    void a_file_arrives_byte_by_byte_and_its_name_letter_by_letter() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0, (byte) 0xFF, '-', '-'};

        bed.client
                .documents()
                .upload(invoice()
                        .document(TradeDocument.of("Rechnung für 'Ada'.png", TradeDocumentKind.PACKING_LIST, picture))
                        .build());

        assertThat(paper().size()).isEqualTo(picture.length);
        assertThat(paper().name()).isEqualTo("Rechnung für 'Ada'.png");
        assertThat(paper().kind()).isEqualTo("OTHER");
    }

    @Test
    void a_shipment_names_the_papers_that_are_held() {
        UploadedDocument held = upload();

        Shipment shipment = bed.client.ship(abroad(held));

        assertThat(shipment.alerts()).isEmpty();
        assertThat(paper().shipment()).contains(shipment.id());
    }

    @Test
    void papers_of_an_order_are_uploaded_before_it_is_bought() {
        TradeDocument invoice = invoice().build().document().orElseThrow();

        Shipment shipment = bed.client.ship(ShipmentRequest.builder()
                .from(FedexOrders.international())
                .addTradeDocuments(invoice)
                .build());

        assertThat(paper().shipment()).contains(shipment.id());
        assertThat(sent()).containsExactly("upload", "ship");
    }

    @Test
    void a_paper_that_has_expired_costs_the_purchase_and_says_so() {
        UploadedDocument held = upload();
        bed.sandbox.advance(SandboxPaper.KEPT.plus(Duration.ofMinutes(1)));

        CarrierException expired = catchThrowableOfType(CarrierException.class, () -> bed.client.ship(abroad(held)));

        assertThat(expired.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
        assertThat(expired.carrierCode()).contains("ETDDETAIL.DOCUMENTID.INVALID");
        assertThat(bed.sandbox.shipments("fedex")).isEmpty();
    }

    @Test
    void a_paper_is_given_to_a_shipment_that_was_bought() {
        Shipment shipment = bed.client.ship(ShipmentRequest.builder()
                .from(FedexOrders.international())
                .options(Map.of("fedex_post_shipment_upload", "true"))
                .build());
        LocalDate today = FedexDeskBed.today(bed.sandbox.clock());

        UploadedDocument attached = bed.client
                .documents()
                .uploadAndAttach(
                        invoice().shipment(ShippedFor.of(shipment, today)).build());

        assertThat(attached.attached()).isTrue();
        assertThat(attached.id()).contains(paper().id());
        assertThat(paper().shipment()).contains(shipment.id());
    }

    @Test
    void a_shipment_fedex_does_not_know_gets_no_paper() {
        CarrierException refusal = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client
                        .documents()
                        .uploadAndAttach(invoice()
                                .shipment(ShippedFor.builder()
                                        .id("794953555571")
                                        .trackingNumber("794953555571")
                                        .shipDate(LocalDate.of(2026, 2, 10))
                                        .build())
                                .build()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(refusal.carrierCode()).contains("1001");
        assertThat(bed.sandbox.papers("fedex")).isEmpty();
    }

    @Test
    void all_that_is_missing_or_wrong_is_told_before_anything_is_sent() {
        TradeDocument big =
                TradeDocument.of("big.pdf", TradeDocumentKind.COMMERCIAL_INVOICE, new byte[5 * 1024 * 1024 + 1]);

        CarrierException refusal = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client
                        .documents()
                        .upload(DocumentUpload.builder().document(big).build()));

        assertThat(FedexDeskBed.paths(refusal))
                .containsExactly("origin_country", "destination_country", "document.base64");
        assertThat(bed.sandbox.calls("fedex")).isEmpty();
    }

    @Test
    void papers_are_for_customs_and_held_by_fedex() {
        UploadedDocument other = UploadedDocument.builder()
                .carrier("ups")
                .connection("ups")
                .kind(TradeDocumentKind.OTHER)
                .attached(false)
                .build();
        TradeDocument invoice = invoice().build().document().orElseThrow();

        CarrierException refusal = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client.ship(FedexOrders.domesticBut()
                        .addUploadedDocuments(other)
                        .addTradeDocuments(invoice)
                        .build()));

        assertThat(FedexDeskBed.paths(refusal))
                .containsExactlyInAnyOrder(
                        "uploaded_documents[0].id",
                        "uploaded_documents[0].connection",
                        "uploaded_documents",
                        "trade_documents");
        assertThat(bed.sandbox.calls("fedex")).isEmpty();
    }

    @Test
    void an_upload_whose_answer_is_lost_may_have_been_made_and_is_made_once() {
        bed.sandbox.fail("fedex").on("upload").withLostAnswer().times(1);

        CarrierException lost = catchThrowableOfType(CarrierException.class, this::upload);

        assertThat(lost).isInstanceOf(OutcomeUnknownException.class);
        assertThat(lost.reference()).contains("commercial_invoice");
        assertThat(bed.sandbox.papers("fedex")).hasSize(1);
        assertThat(sent()).containsExactly("upload");
    }

    @Test
    void a_paper_of_an_order_that_fails_costs_no_label() {
        bed.sandbox.fail("fedex").on("upload").with(503).times(1);
        TradeDocument invoice = invoice().build().document().orElseThrow();

        Shipment shipment = bed.client.ship(ShipmentRequest.builder()
                .from(FedexOrders.international())
                .addTradeDocuments(invoice)
                .build());

        assertThat(shipment.labels()).hasSize(1);
        assertThat(shipment.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.text()).startsWith("paper 1 (commercial_invoice)"));
    }

    @Test
    void fedex_neither_attaches_what_it_holds_nor_deletes_it() {
        ShippedFor shipment = ShippedFor.builder()
                .id("1")
                .trackingNumber("1")
                .shipDate(Optional.of(LocalDate.of(2026, 2, 10)))
                .build();

        assertThat(catchThrowableOfType(
                        CapabilityNotSupportedException.class,
                        () -> bed.client.documents().attach("fedex", List.of("1"), shipment)))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        CapabilityNotSupportedException.class,
                        () -> bed.client.documents().delete("fedex", "1")))
                .isNotNull();
    }
}
