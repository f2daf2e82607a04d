package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FedexProofOfDeliveryTest {
    private static final String NUMBER = "122816215025810";
    private static final String PDF = base64("%PDF-1.4 test");

    private final FedexServer fedex = new FedexServer();

    @AfterEach
    void stop() {
        fedex.close();
    }

    private static String base64(String latin1) {
        return Base64.getEncoder().encodeToString(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String output(String fields) {
        return "{\"transactionId\":\"test-transaction\",\"output\":{\"documentFormat\":\"PNG\"," + fields + "}}";
    }

    private ProofOfDelivery proof() {
        try (TrackingClient client = fedex.client()) {
            return client.proofOfDelivery(NUMBER);
        }
    }

    private CarrierException failure() {
        return catchThrowableOfType(CarrierException.class, this::proof);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"documents\":[\"%s\"]", "\"document\":[\"%s\"]", "\"documents\":\"%s\""})
    void the_paper_is_found_under_each_of_its_names(String field) {
        fedex.answer(FedexServer.DOCUMENTS, 200, output(field.formatted(PDF)));

        ProofOfDelivery proof = proof();

        assertThat(proof.number().value()).isEqualTo(NUMBER);
        assertThat(proof.carrier()).isEqualTo("fedex");
        assertThat(proof.documents()).singleElement().satisfies(paper -> {
            assertThat(paper.kind()).isEqualTo("proof_of_delivery");
            assertThat(paper.content())
                    .hasValueSatisfying(content -> assertThat(content).startsWith("%PDF".getBytes()));
        });
    }

    @ParameterizedTest
    @CsvSource({"%PDF-1.4, application/pdf", "\u0089PNG, image/png", "\u00ff\u00d8\u00ff\u00e0, image/jpeg", "hm, ''"})
    void the_content_tells_its_type_whatever_fedex_says(String content, String mediaType) {
        fedex.answer(FedexServer.DOCUMENTS, 200, output("\"documents\":[\"" + base64(content) + "\"]"));

        assertThat(proof().documents().get(0).mediaType().orElse("")).isEqualTo(mediaType);
    }

    @Test
    void asks_for_the_signature_with_the_shippers_account() {
        fedex.with("FEDEX_ACCOUNT_NUMBER", "100200300")
                .answer(FedexServer.DOCUMENTS, 200, output("\"documents\":[\"" + PDF + "\"]"));

        try (TrackingClient client = fedex.client()) {
            client.proofOfDelivery(TrackingNumber.builder()
                    .value(NUMBER)
                    .uniqueId("12027~" + NUMBER + "~FDEG")
                    .shippedOn(LocalDate.of(2026, 2, 10))
                    .build());
        }

        assertThat(fedex.sent(FedexServer.DOCUMENTS))
                .singleElement()
                .satisfies(body -> assertThat(body.toString())
                        .isEqualTo("{\"trackDocumentDetail\":{\"documentType\":\"SIGNATURE_PROOF_OF_DELIVERY\","
                                + "\"documentFormat\":\"PDF\"},\"trackDocumentSpecification\":[{\"trackingNumberInfo\":"
                                + "{\"trackingNumber\":\"122816215025810\","
                                + "\"trackingNumberUniqueId\":\"12027~122816215025810~FDEG\"},"
                                + "\"shipDateBegin\":\"2026-02-03\",\"shipDateEnd\":\"2026-02-17\","
                                + "\"accountNumber\":\"100200300\"}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCOUNT.NUMBER.MISMATCH", "TRACKING.ACCOUNTNUMBER.INVALID"})
    void another_shippers_parcel_has_a_proof_without_the_signature(String code) {
        fedex.with("FEDEX_ACCOUNT_NUMBER", "100200300")
                .answer(FedexServer.DOCUMENTS, 200, output("\"documents\":[\"" + PDF + "\"]"));
        fedex.http.stubFor(post(urlEqualTo(FedexServer.DOCUMENTS))
                .withRequestBody(matchingJsonPath("$.trackDocumentSpecification[0].accountNumber"))
                .willReturn(
                        jsonResponse("{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"Not yours.\"}]}", 400)));

        assertThat(proof().documents()).hasSize(1);
        assertThat(fedex.sent(FedexServer.DOCUMENTS)).hasSize(2);
    }

    @Test
    void no_paper_yet_is_told_with_fedexs_own_reason() {
        fedex.answer(
                FedexServer.DOCUMENTS,
                200,
                output("\"documents\":[],\"alerts\":[{\"code\":\"VIRTUAL.RESPONSE\",\"message\":\"Canned.\"},"
                        + "{\"code\":\"TRACKING.DOCUMENT.UNAVAILABLE\",\"message\":\"Not delivered yet.\"}]"));

        CarrierException error = failure();

        assertThat(error.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
        assertThat(error.carrierCode()).contains("TRACKING.DOCUMENT.UNAVAILABLE");
        assertThat(error.carrierText()).contains("Not delivered yet.");
        assertThat(error.requestId()).contains("test-transaction");
        assertThat(error.details().subject()).contains(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"documents\":[\"\"]", "\"documents\":[\"!!!\"]", "\"documents\":[]", "\"document\":{}"})
    void an_empty_or_unreadable_paper_is_none(String field) {
        fedex.answer(FedexServer.DOCUMENTS, 200, output(field));

        assertThat(failure().code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACKING.TRACKINGNUMBER.NOTFOUND, TRACKING_NUMBER_NOT_FOUND",
        "TRACKING.DOCUMENT.NOTFOUND, DOCUMENT_NOT_FOUND"
    })
    void an_unknown_number_is_told_apart_from_a_missing_paper(String code, ErrorCode meaning) {
        String error = "{\"code\":\"" + code + "\",\"message\":\"None.\"}";
        fedex.answer(FedexServer.DOCUMENTS, 400, "{\"errors\":[" + error + "]}");
        assertThat(failure().code()).isEqualTo(meaning);

        fedex.answer(FedexServer.DOCUMENTS, 200, output("\"alerts\":[" + error + "]"));
        assertThat(failure().code()).isEqualTo(meaning);
    }
}
