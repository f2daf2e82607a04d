package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.DocumentRequest;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What papers look like on Karrio's wire, those that are handed over and those it makes. */
class KarrioPaperTest extends KarrioDeskBed {
    private static final String UPLOADS = "/v1/documents/uploads";
    private static final String GENERATE = "/v1/documents/generate";

    @BeforeEach
    void takes() {
        answers(
                "POST",
                UPLOADS,
                201,
                "{'id':'uprec_1','carrier_name':'canadapost','documents':[{'doc_id':'d0','file_name':'invoice.pdf'},"
                        + "{'doc_id':'d1','file_name':'invoice.pdf'},{'doc_id':'d2','file_name':'other.pdf'}],"
                        + "'messages':[{'code':'W1','message':'Kept for 60 days'}]}");
    }

    private static DocumentUpload.Builder paper(String shipmentId) {
        return DocumentUpload.builder()
                .carrier(CANADA)
                .document(TradeDocument.of(
                        "invoice.pdf", TradeDocumentKind.COMMERCIAL_INVOICE, "%PDF-".getBytes(StandardCharsets.UTF_8)))
                .shipment(ShippedFor.builder()
                        .id(shipmentId)
                        .trackingNumber("7023")
                        .shipDate(LocalDate.parse("2026-03-05"))
                        .build());
    }

    private UploadedDocument hand(DocumentUpload.Builder upload) {
        return client.documents().uploadAndAttach(upload.build());
    }

    @Test
    void isHandedOverForTheShipmentAtOnce() {
        assertThat(hand(paper("shp_1")))
                .isEqualTo(UploadedDocument.builder()
                        .carrier("karrio:canadapost")
                        .connection(CANADA)
                        .id("d1")
                        .kind(TradeDocumentKind.COMMERCIAL_INVOICE)
                        .attached(true)
                        .putDetails("karrio_upload_id", "uprec_1")
                        .addAlerts(com.trackingmcp.model.Alert.builder()
                                .code("W1")
                                .text("Kept for 60 days")
                                .build())
                        .build());
        assertThat(body("POST", UPLOADS))
                .isEqualTo(read("{'shipment_id':'shp_1','document_files':[{'doc_file':'JVBERi0=',"
                        + "'doc_name':'invoice.pdf','doc_format':'pdf','doc_type':'commercial_invoice'}]}"));
    }

    @Test
    void theShipmentIsFoundByItsNumberWhereItsIdIsNotKarrios() {
        answers(
                "GET",
                "/v1/shipments",
                200,
                page("{'id':'shp_7','status':'created','carrier_id':'canada-east','tracking_number':'7023'}"));

        hand(paper("7023"));

        assertThat(body("POST", UPLOADS).path("shipment_id").asText()).isEqualTo("shp_7");
    }

    @Test
    void aShipmentThatIsNotThereGetsNoPapers() {
        answers("GET", "/v1/shipments", 200, page());

        assertThatThrownBy(() -> hand(paper("7023")))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND));
        assertThat(sent("POST", UPLOADS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PRO_FORMA_INVOICE, pro_forma_invoice",
        "CERTIFICATE_OF_ORIGIN, certificate_of_origin",
        "USMCA_CERTIFICATE_OF_ORIGIN, certificate_of_origin",
        "PACKING_LIST, packing_list",
        "EXPORT_LICENSE, other",
        "OTHER, other"
    })
    void everyKindHasKarriosWord(TradeDocumentKind kind, String word) {
        hand(paper("shp_1").document(TradeDocument.of("a.png", kind, new byte[] {1})));

        assertThat(body("POST", UPLOADS).at("/document_files/0/doc_type").asText())
                .isEqualTo(word);
    }

    @Test
    void aPaperThatIsTooLargeIsNotSent() {
        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> hand(paper("shp_1")
                        .document(TradeDocument.of("a.pdf", TradeDocumentKind.OTHER, new byte[5 * 1024 * 1024 + 1]))));

        assertThat(refused.fields()).extracting(FieldProblem::path).containsExactly("document.base64");
        assertThat(sent("POST", UPLOADS)).isEmpty();
    }

    @Test
    void aCarrierThatTakesNoneSaysSo() {
        answers(
                "POST",
                UPLOADS,
                406,
                "{'errors':[{'code':'error','message':'trade document upload is not supported'}]}");

        assertThatThrownBy(() -> hand(paper("shp_1"))).isInstanceOf(CapabilityNotSupportedException.class);
    }

    @Test
    void aPaperThatTheCarrierDidNotTakeIsRefusedInItsWords() {
        answers("POST", UPLOADS, 201, "{'documents':[],'messages':[{'code':'E9','message':'Unreadable file'}]}");

        assertThatThrownBy(() -> hand(paper("shp_1"))).isInstanceOfSatisfying(CarrierException.class, error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(error.carrierCode()).contains("E9");
        });
    }

    @Test
    void anUploadThatTheCarrierDidNotAnswerKarrioMayHaveBeenMade() {
        answers("POST", UPLOADS, 424, "{'messages':[{'code':'SHIPPING_SDK_INTERNAL_ERROR','message':'timed out'}]}");

        assertThatThrownBy(() -> hand(paper("shp_1"))).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void anUploadWhoseAnswerWasLostIsNotMadeTwice() {
        loses("POST", UPLOADS);

        assertThatThrownBy(() -> hand(paper("shp_1")))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        lost -> assertThat(lost.reference()).contains("7023"));
        assertThat(sent("POST", UPLOADS)).hasSize(1);
    }

    @Test
    void makesPapersFromTemplates() {
        answers("POST", GENERATE, 201, "{'template_id':'doc_1','doc_format':'PDF','doc_file':'JVBERi0='}");

        Document made = client.documents()
                .generate(DocumentRequest.builder()
                        .carrier("karrio")
                        .templateId("doc_1")
                        .name("invoice.pdf")
                        .data(Map.of("order", Map.of("lines", List.of(1, "two", true))))
                        .build());

        assertThat(made)
                .isEqualTo(Document.builder()
                        .kind("document")
                        .mediaType("application/pdf")
                        .base64("JVBERi0=")
                        .build());
        assertThat(body("POST", GENERATE))
                .isEqualTo(read("{'template_id':'doc_1','doc_name':'invoice.pdf',"
                        + "'data':{'order':{'lines':[1,'two',true]}}}"));
    }

    @Test
    void aTemplateIsNeededAndMustBeThere() {
        assertThatThrownBy(() -> client.documents()
                        .generate(DocumentRequest.builder().carrier("karrio").build()))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(sent("POST", GENERATE)).isEmpty();

        answers("POST", GENERATE, 404, "{'errors':[{'code':'not_found','message':'DocumentTemplate not found'}]}");
        assertThatThrownBy(() -> client.documents()
                        .generate(DocumentRequest.builder()
                                .carrier("karrio")
                                .templateId("doc_9")
                                .build()))
                .isInstanceOfSatisfying(CarrierException.class, error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND);
                    assertThat(error.details().subject()).contains("doc_9");
                });
    }
}
