package com.trackingmcp.ups;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpsProofTest extends UpsTestBed {
    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private ProofOfDelivery proof(String deliveryInformation) {
        answer(json("""
                {"trackResponse":{"shipment":[{"package":[{"trackingNumber":"%s",%s,"deliveryInformation":%s}]}]}}""".formatted(NUMBER, activities("D/FS/011"), deliveryInformation)));
        return client().proofOfDelivery(TrackingNumber.of(NUMBER, "ups"));
    }

    @Test
    void signatureAndLetterAreDocumentsOfTheKindTheirBytesShow() {
        ProofOfDelivery proof = proof("""
                {"receivedBy":"TEST RECEIVER ","signature":{"image":"%s"},"pod":{"content":"%s"}}""".formatted(base64("GIF89a..."), base64("\n <!DOCTYPE html><html></html>")));
        assertThat(proof.signedBy()).hasValue("TEST RECEIVER");
        assertThat(proof.deliveredAt().orElseThrow()).hasToString("2026-03-04T10:15:00-05:00");
        assertThat(proof.documents())
                .extracting(Document::kind, document -> document.mediaType().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("signature", "image/gif"),
                        org.assertj.core.groups.Tuple.tuple("proof_of_delivery", "text/html"));
        assertThat(proof.documents().get(0).content().orElseThrow()).startsWith('G', 'I', 'F');
        ups.verify(
                1,
                getRequestedFor(urlEqualTo(
                        "/api/track/v1/details/" + NUMBER + "?locale=en_US&returnSignature=true&returnPOD=true")));
    }

    @Test
    void mediaTypeIsToldByTheFirstBytes() {
        assertThat(mediaType("GIF87a")).hasValue("image/gif");
        assertThat(mediaType("\u0089PNG\r\n")).hasValue("image/png");
        assertThat(mediaType("\u00ff\u00d8\u00ff\u00e0")).hasValue("image/jpeg");
        assertThat(mediaType("%PDF-1.7")).hasValue("application/pdf");
        assertThat(mediaType("<html>")).hasValue("text/html");
        assertThat(mediaType("BM")).isEmpty();
    }

    private static Optional<String> mediaType(String start) {
        return UpsProof.mediaType(start.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void brokenLinesInTheBase64DoNotMatter() {
        String wrapped = base64("%PDF-1.7 test").replaceAll("(.{4})", "$1&#xD;&#xA;");
        assertThat(proof("{\"pod\":{\"content\":\"" + wrapped + "\"}}").documents())
                .singleElement()
                .satisfies(document -> assertThat(document.mediaType()).hasValue("application/pdf"));
    }

    @Test
    void proofThatIsNotThereIsNotFound() {
        for (String nothing :
                new String[] {"{}", "null", "{\"signature\":{\"image\":\"\"}}", "{\"pod\":{\"content\":\"*\"}}"}) {
            CarrierException error = catchThrowableOfType(CarrierException.class, () -> proof(nothing));
            assertThat(error.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
            assertThat(error.details().subject()).hasValue(NUMBER);
        }
    }

    @Test
    void unknownNumberHasNoProofBecauseItIsUnknown() {
        answer(json(fixture("not_found.json")));
        assertThat(catchThrowableOfType(
                                CarrierException.class,
                                () -> client().proofOfDelivery(TrackingNumber.of(NUMBER, "ups")))
                        .code())
                .isEqualTo(ErrorCode.TRACKING_NUMBER_NOT_FOUND);
    }
}
