package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Request;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Papers as they stand on the wire, at a host of their own. */
class FedexDocumentRequestTest {
    private static final String UPLOAD = "/elsewhere/documents/v1/etds/upload";
    private static final String HELD =
            "{\"output\":{\"meta\":{\"docId\":\"090493e181586308\",\"documentType\":\"CI\",\"folderId\":[\"f1\"]}}}";

    private final FedexServer fedex = server();
    private final TrackingClient client = fedex.client();

    private static FedexServer server() {
        FedexServer server = new FedexServer().with("FEDEX_ACCOUNT_NUMBER", "100200300");
        return server.with("FEDEX_DOCUMENTS_BASE_URL", server.http.baseUrl() + "/elsewhere");
    }

    @AfterEach
    void stop() {
        client.close();
        fedex.close();
    }

    private static DocumentUpload.Builder upload(TradeDocumentKind kind) {
        return DocumentUpload.builder()
                .document(TradeDocument.of("paper.pdf", kind, "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)))
                .originCountry("US")
                .destinationCountry("CA");
    }

    private Request sent() {
        return fedex.http.findAll(postRequestedFor(urlEqualTo(UPLOAD))).get(0);
    }

    private JsonNode described(DocumentUpload upload) throws Exception {
        fedex.answer(UPLOAD, 201, HELD);
        client.documents().upload(upload);
        return new ObjectMapper().readTree(sent().getPart("document").getBody().asString());
    }

    @Test
    void the_description_comes_before_the_file_with_the_token_of_all_else() {
        fedex.answer(UPLOAD, 201, HELD);

        UploadedDocument held = client.documents()
                .upload(upload(TradeDocumentKind.COMMERCIAL_INVOICE).build());

        List<String> names = new ArrayList<>();
        sent().getParts().forEach(part -> names.add(part.getName()));
        assertThat(sent().getBodyAsString().indexOf("name=\"document\""))
                .isPositive()
                .isLessThan(sent().getBodyAsString().indexOf("name=\"attachment\""));
        assertThat(names).containsExactlyInAnyOrder("document", "attachment");
        assertThat(sent().getPart("attachment").getBody().asString()).isEqualTo("%PDF-1.4");
        assertThat(sent().getPart("attachment").getHeader("Content-Type").firstValue())
                .isEqualTo("application/pdf");
        assertThat(sent().getHeader("Authorization")).isEqualTo("Bearer test-token");
        assertThat(held.id()).contains("090493e181586308");
        assertThat(held.details()).containsExactly(Map.entry("folder_id", "f1"));
    }

    @ParameterizedTest
    @CsvSource({
        "COMMERCIAL_INVOICE, COMMERCIAL_INVOICE",
        "PRO_FORMA_INVOICE, PRO_FORMA_INVOICE",
        "CERTIFICATE_OF_ORIGIN, CERTIFICATE_OF_ORIGIN",
        "USMCA_CERTIFICATE_OF_ORIGIN, USMCA_CERTIFICATION_OF_ORIGIN",
        "PACKING_LIST, OTHER",
        "POWER_OF_ATTORNEY, OTHER"
    })
    void a_kind_is_told_in_fedex_s_words(TradeDocumentKind kind, String type) throws Exception {
        JsonNode meta = described(upload(kind).build()).path("meta");

        assertThat(meta.path("shipDocumentType").asText()).isEqualTo(type);
        assertThat(meta.path("formCode").asText("")).isEqualTo(type.startsWith("USMCA") ? "USMCA" : "");
    }

    @Test
    void a_paper_for_a_shipment_to_come_names_none() throws Exception {
        assertThat(described(upload(TradeDocumentKind.COMMERCIAL_INVOICE)
                        .service("FEDEX_GROUND")
                        .build()))
                .hasToString("{\"workflowName\":\"ETDPreshipment\",\"carrierCode\":\"FDXG\",\"name\":\"paper.pdf\","
                        + "\"contentType\":\"application/pdf\",\"meta\":{\"shipDocumentType\":\"COMMERCIAL_INVOICE\","
                        + "\"originCountryCode\":\"US\",\"destinationCountryCode\":\"CA\"}}");
    }

    @Test
    void a_paper_for_a_shipment_that_was_bought_names_it_and_its_day() throws Exception {
        fedex.answer(UPLOAD, 201, "{\"output\":{}}");

        UploadedDocument attached = client.documents()
                .uploadAndAttach(upload(TradeDocumentKind.OTHER)
                        .shipment(ShippedFor.builder()
                                .id("794953555571")
                                .trackingNumber("794953555571")
                                .shipDate(LocalDate.of(2026, 3, 6))
                                .service("FEDEX_INTERNATIONAL_PRIORITY")
                                .build())
                        .build());

        assertThat(new ObjectMapper()
                        .readTree(sent().getPart("document").getBody().asString()))
                .hasToString("{\"workflowName\":\"ETDPostshipment\",\"carrierCode\":\"FDXE\",\"name\":\"paper.pdf\","
                        + "\"contentType\":\"application/pdf\",\"meta\":{\"shipDocumentType\":\"OTHER\","
                        + "\"trackingNumber\":\"794953555571\",\"shipmentDate\":\"2026-03-06T00:00:00\","
                        + "\"originCountryCode\":\"US\",\"destinationCountryCode\":\"CA\"}}");
        assertThat(attached.attached()).isTrue();
        assertThat(attached.id()).isEmpty();
    }

    @Test
    void errors_beside_no_paper_are_a_refusal_though_the_status_is_201() {
        fedex.answer(
                UPLOAD,
                201,
                "{\"errors\":[{\"code\":\"1001\",\"message\":\"Invalid request\"}],"
                        + "\"output\":{\"documentResponses\":{\"alerts\":[{\"code\":\"1024\"}]}}}");

        CarrierException refusal = catchThrowableOfType(
                CarrierException.class,
                () -> client.documents()
                        .uploadAndAttach(upload(TradeDocumentKind.OTHER)
                                .shipment(ShippedFor.builder()
                                        .id("794953555571")
                                        .trackingNumber("794953555571")
                                        .shipDate(LocalDate.of(2026, 3, 6))
                                        .build())
                                .build()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(refusal.carrierCode()).contains("1001");
    }

    @Test
    void a_paper_without_an_id_may_be_held() {
        fedex.answer(UPLOAD, 201, "{\"output\":{\"meta\":{\"documentType\":\"CI\"}}}");

        CarrierException unclear = catchThrowableOfType(
                CarrierException.class,
                () -> client.documents()
                        .upload(upload(TradeDocumentKind.COMMERCIAL_INVOICE).build()));

        assertThat(unclear.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(unclear.reference()).contains("commercial_invoice");
    }

    @Test
    void a_token_that_is_refused_is_no_refusal_of_the_paper() {
        fedex.answer(
                UPLOAD,
                401,
                "{\"errors\":[{\"code\":\"AUTHENTICATION.TOKEN.INVALID\",\"message\":\"Invalid token\"}]}");

        CarrierException refusal = catchThrowableOfType(
                CarrierException.class,
                () -> client.documents()
                        .upload(upload(TradeDocumentKind.COMMERCIAL_INVOICE).build()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void a_shipment_attaches_what_is_held_and_asks_for_no_invoice_that_it_was_given() {
        fedex.answer(FedexSold.SHIP, 200, FedexSold.ONE);
        UploadedDocument held = UploadedDocument.builder()
                .carrier("fedex")
                .connection("fedex")
                .id("090493e181586308")
                .kind(TradeDocumentKind.COMMERCIAL_INVOICE)
                .attached(false)
                .build();
        ShipmentRequest.Builder order = ShipmentRequest.builder().from(FedexOrders.international());

        client.ship(order.options(Map.of("fedex_electronic_trade_documents", "true"))
                .addUploadedDocuments(held)
                .build());

        JsonNode services = fedex.sent(FedexSold.SHIP).get(0).at("/requestedShipment/shipmentSpecialServices");
        assertThat(services)
                .hasToString("{\"specialServiceTypes\":[\"ELECTRONIC_TRADE_DOCUMENTS\"],\"etdDetail\":{"
                        + "\"attachedDocuments\":[{\"documentType\":\"COMMERCIAL_INVOICE\",\"documentId\":"
                        + "\"090493e181586308\"}]}}");
    }
}
