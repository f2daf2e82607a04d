package com.trackingmcp.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.MalformedResponseException;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final String NUMBER = ParcelPostNumbers.standard(1);
    private static final String FOUND = "{\"parcels\":[{\"number\":\"" + NUMBER + "\",\"state\":\"MOV\"}]}";

    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    @Test
    void aPackedBodyIsUnpacked() throws IOException {
        answer(aResponse().withHeader("Content-Encoding", "GZIP").withBody(gzip(FOUND)));
        assertThat(server.client().track(NUMBER).carrierStatusCode()).contains("MOV");
        answer(aResponse().withHeader("Content-Encoding", "x-gzip").withBody(gzip(FOUND)));
        assertThat(server.client().track(NUMBER).carrierStatusCode())
                .as("the same by its old name, RFC 9110 section 8.4.1.3")
                .contains("MOV");
    }

    @Test
    void aBodyOverTheLimitIsNotReadOn() throws IOException {
        String padded = FOUND + " ".repeat(1_024 - FOUND.length());
        answer(aResponse().withBody(padded));
        assertThat(small().track(NUMBER).carrierStatusCode()).contains("MOV");
        answer(aResponse().withBody(padded + " "));
        assertTooLarge();
        answer(aResponse().withHeader("Content-Encoding", "gzip").withBody(gzip(padded)));
        assertThat(small().track(NUMBER).carrierStatusCode()).contains("MOV");
    }

    @Test
    void aSmallBodyThatUnpacksToALargeOneIsNotUnpackedOn() throws IOException {
        answer(aResponse().withHeader("Content-Encoding", "gzip").withBody(gzip(" ".repeat(10_000_000))));
        server.resetRequests();
        assertThatThrownBy(() -> server.built(server.builder()
                                .maxResponseBytes(100_000)
                                .carrier(ParcelPost.carrier(ParcelPost.at(server.uri()))))
                        .track(NUMBER))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("the body has more than 100000 bytes");
        assertThat(server.trackRequests()).isEqualTo(1);
    }

    @Test
    void aBodyThatIsNotPackedAsItSaysCannotBeRead() throws IOException {
        answer(aResponse().withHeader("Content-Encoding", "gzip").withBody("{}"));
        assertThatThrownBy(() -> server.client().track(NUMBER))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("no gzip");
        byte[] whole = gzip(FOUND);
        answer(aResponse()
                .withHeader("Content-Encoding", "gzip")
                .withBody(java.util.Arrays.copyOf(whole, whole.length - 9)));
        assertThatThrownBy(() -> server.client().track(NUMBER)).isInstanceOf(MalformedResponseException.class);
        answer(aResponse().withHeader("Content-Encoding", "gzip").withBody(""));
        assertThatThrownBy(() -> server.client().track(NUMBER)).hasMessageContaining("the body is empty");
    }

    @Test
    void aPageInsteadOfJsonIsToldAsSuch() {
        answer(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Under repair</html>"));
        assertThatThrownBy(() -> server.client().track(NUMBER))
                .isInstanceOfSatisfying(MalformedResponseException.class, error -> {
                    assertThat(error.carrier()).contains("parcelpost");
                    assertThat(error.details().operation()).contains("track");
                    assertThat(error.details().subject()).contains(NUMBER);
                    assertThat(error.details().correlationId().orElseThrow()).matches("[0-9a-f]{32}");
                })
                .hasMessageContaining("The answer of parcelpost cannot be read: it is not JSON but 'text/html'")
                .hasMessageNotContaining("Under repair");
    }

    @Test
    void aPageInsteadOfAnErrorIsReadByItsStatus() {
        answer(aResponse().withStatus(404).withBody("<html>"));
        assertThatThrownBy(() -> server.client().track(NUMBER))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("HTTP 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id", "x-correlation-id", "transId", "Message-Reference", "apigw-requestid"})
    void errorsTellTheCarriersIdOfTheRequestAndOurOwn(String header) {
        answer(aResponse()
                .withStatus(422)
                .withHeader(header, "req-7")
                .withBody("{\"code\":\"PP.1\",\"message\":\"no\"}"));
        assertThatThrownBy(() -> server.client().track(NUMBER))
                .isInstanceOfSatisfying(CarrierException.class, error -> {
                    assertThat(error.requestId()).contains("req-7");
                    assertThat(error.details().correlationId().orElseThrow()).matches("[0-9a-f]{32}");
                    assertThat(error.carrierCode()).contains("PP.1");
                })
                .hasMessageContaining("parcelpost refused the request: no.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b|a%20b",
                "a/b?c#d|a%2Fb%3Fc%23d",
                "a&b=c|a%26b%3Dc",
                "a+b*c~d|a%2Bb%2Ac~d",
                "../../admin|..%2F..%2Fadmin",
                "%2e%2e|%252e%252e",
                "K\u00f6ln \ud83d\ude00|K%C3%B6ln%20%F0%9F%98%80",
                "\ud83d|%3F",
                "a;b:c@d|a%3Bb%3Ac%40d",
            })
    void whatACallerPassesReachesNoUrlUnescaped(String value, String encoded) {
        CarrierRequest request = CarrierRequest.get("test")
                .path("/v1")
                .segment(value)
                .query(value, value)
                .build();
        assertThat(request.target()).isEqualTo("/v1/" + encoded + "?" + encoded + "=" + encoded);
        assertThat(request.path()).isEqualTo("/v1/" + encoded);
        assertThat(java.net.URI.create("http://h" + request.target()).getHost()).isEqualTo("h");
    }

    @Test
    void lineEndsInAQueryStartNoHeader() {
        String hostile = "x\r\nX-Evil: 1 HTTP/1.1";
        server.stub(com.github.tomakehurst.wiremock.client.WireMock.get(urlPathEqualTo("/v1/references"))
                .willReturn(okJson("{}")));
        assertThat(server.client().trackByReference(TrackingReference.of(hostile)))
                .isEmpty();
        var request = server.requests().get(1);
        assertThat(request.containsHeader("X-Evil")).isFalse();
        assertThat(request.queryParameter("value").firstValue()).isEqualTo(hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aSegmentThatServersResolveIsRefused(String segment) {
        assertThatThrownBy(() -> CarrierRequest.get("documents").segment(segment))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> CarrierRequest.get("documents").segment("shipment.id", segment))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(field -> field.path())
                                .containsExactly("shipment.id"));
    }

    private void answer(ResponseDefinitionBuilder answer) {
        server.stub(post(urlPathEqualTo("/v1/track")).willReturn(answer));
    }

    private TrackingClient small() {
        return server.built(
                server.builder().maxResponseBytes(1_024).carrier(ParcelPost.carrier(ParcelPost.at(server.uri()))));
    }

    private void assertTooLarge() {
        assertThatThrownBy(() -> small().track(NUMBER))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("the body has more than 1024 bytes");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
