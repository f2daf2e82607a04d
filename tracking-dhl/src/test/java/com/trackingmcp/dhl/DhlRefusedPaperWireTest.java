package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read as MyDHL's refusal of the papers, and what is sent after one. */
class DhlRefusedPaperWireTest extends DhlOrderBed {
    private static final String INVALID = "The content of #/documentImages/0 is not a valid base64 encoded string.";

    private static ShipmentRequest.Builder withPaper() {
        return DhlOrders.abroad()
                .idempotencyKey("test-key")
                .addTradeDocuments(TradeDocument.of(
                        "invoice.pdf",
                        TradeDocumentKind.COMMERCIAL_INVOICE,
                        "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)));
    }

    /** To the order with papers alone. */
    private void answered(ResponseDefinitionBuilder answer) {
        dhl.stubFor(post(urlPathEqualTo(SHIPMENTS))
                .withRequestBody(containing("documentImages"))
                .willReturn(answer));
    }

    private void refused(int status, String detail) {
        answered(answer(status, "{}")
                .withBody(read("{'title':'Bad request','message':'Bad request','status':'" + status + "'}")
                        .<ObjectNode>deepCopy()
                        .put("detail", detail)
                        .toString()));
    }

    private List<LoggedRequest> orders() {
        return dhl.findAll(postRequestedFor(urlPathEqualTo(SHIPMENTS)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INVALID,
                "#/documentImages/0/imageFormat: TIF is not a valid enum value",
                "7120: Required either #/outputImageProperties/imageOptions where typeCode=invoice or provide #/documentImages",
                "The document image exceeds the maximum size.",
                "7008: The requested Special Service Code  #/valueAddedServices/0/serviceCode 'WY' is not available"
                        + " between this origin and destination.",
                "Paperless Trade is not enabled for this account.",
                "PLT is not supported for the shipment."
            })
    void aRefusalThatNamesThePapersIsFollowedByTheOrderWithoutThem(String words) {
        refused(400, words);

        assertThat(ship(withPaper()).alerts())
                .extracting(Alert::text)
                .last()
                .asString()
                .contains(words);
        assertThat(orders()).hasSize(2);
    }

    @Test
    void theSecondOrderIsTheFirstWithoutPapersPaperlessTradeAndWhatGoesWithThem() {
        refused(422, INVALID);

        ship(withPaper().putOptions("dhl_paperless", "true"));

        LoggedRequest first = orders().get(0);
        LoggedRequest second = orders().get(1);
        assertThat(first.queryParameter("bypassPLTError").isPresent()).isTrue();
        assertThat(second.queryParameter("bypassPLTError").isPresent()).isFalse();
        assertThat(second.getHeader("Message-Reference"))
                .isEqualTo(first.getHeader("Message-Reference"))
                .isEqualTo("test-key");
        ObjectNode expected = (ObjectNode) read(first.getBodyAsString());
        expected.remove(List.of("documentImages", "valueAddedServices"));
        JsonNode invoice = expected.at("/outputImageProperties/imageOptions/1");
        assertThat(invoice.path("isRequested").asBoolean(true)).isFalse();
        ((ObjectNode) invoice).put("isRequested", true);
        assertThat(read(second.getBodyAsString())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1001: The requested product(s) (P) not available based on your search criteria.",
                "#/customerDetails/receiverDetails/postalAddress/provinceCode 'WY' is not valid.",
                "No delivery service is available in Cheyenne, WY.",
                "7147: The shipment description #/content/description Match Keyword[Description:IMAGES]."
            })
    void aRefusalThatNamesSomethingElseIsTheEnd(String words) {
        refused(400, words);

        assertThat(failure(withPaper())).hasMessageContaining(words);
        assertThat(orders()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"403", "404", "408", "409", "413", "429", "500", "502", "503", "504"})
    void whatIsNoRefusalOfTheOrderIsTheEndWhateverItSays(int status) {
        refused(status, INVALID);

        failure(withPaper());
        assertThat(orders()).hasSize(1);
    }

    @Test
    void aRefusalThatCannotBeReadIsTheEnd() {
        answered(aResponse().withStatus(400).withBody("<html>documentImages, PLT, paperless trade</html>"));
        failure(withPaper());
        answered(aResponse().withStatus(400).withBody("{\"detail\":\"documentImages"));
        failure(withPaper().idempotencyKey("test-key-2"));

        assertThat(orders()).hasSize(2);
    }

    @Test
    void anAnswerThatCannotBeReadIsTheEnd() {
        answered(answer(201, "{'detail':'#/documentImages/0 is not valid'}"));

        failure(withPaper());
        assertThat(orders()).hasSize(1);
    }

    private CarrierException failure(ShipmentRequest.Builder order) {
        return catchThrowableOfType(CarrierException.class, () -> ship(order));
    }
}
