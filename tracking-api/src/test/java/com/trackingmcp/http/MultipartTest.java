package com.trackingmcp.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.http.CarrierRequest.Part;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.support.CapturedLog;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostCarrier;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forms of several parts, in which no caller's text becomes a header, and changes that are sent once. */
@Timeout(20)
class MultipartTest {
    private static final byte[] FILE = {0, 13, 10, 45, 45, -1};

    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    private Outcome<CarrierResponse> sent(CarrierRequest request) {
        ParcelPostCarrier[] carrier = new ParcelPostCarrier[1];
        server.built(server.builder().carrier(context -> {
            carrier[0] = (ParcelPostCarrier)
                    ParcelPost.carrier(ParcelPost.at(server.uri())).connect(context);
            return carrier[0];
        }));
        CallContext call =
                new CallContext("0".repeat(32), server.clock().instant().plus(Duration.ofSeconds(10)), false);
        return Outcomes.settle(carrier[0].send(request, call)).join();
    }

    private static String body(Part... parts) {
        CarrierRequest request =
                CarrierRequest.post("upload").multipart(List.of(parts)).build();
        return new String(request.body().orElseThrow(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void noControlReachesTheHeaderOfAPart() {
        Part part = new Part("f", Optional.of("a\u0000b\u000bc\u001bd\u007fe"), "text/plain", FILE);
        assertThat(body(part)).contains("filename=\"a%00b%0Bc%1Bd%7Fe\"");
    }

    @Test
    void aServerReadsEachPartAsItWas() {
        server.stub(post(urlPathEqualTo("/v1/papers"))
                .withMultipartRequestBody(aMultipart()
                        .withName("document")
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withBody(equalTo("{\"a\":1}")))
                .withMultipartRequestBody(aMultipart()
                        .withName("attachment")
                        .withHeader("Content-Disposition", containing("filename=\"Rechnung.pdf\""))
                        .withHeader("Content-Type", equalTo("application/pdf"))
                        .withBody(binaryEqualTo(FILE)))
                .willReturn(WireMock.okJson("{}")));
        Outcome<CarrierResponse> answer = sent(upload("{\"a\":1}", "Rechnung.pdf"));
        assertThat(answer.orElseThrow().status()).isEqualTo(200);
        assertThat(server.requests("/v1/papers")).hasSize(1);
    }

    @Test
    void nobodyReadsWhatACarrierRepeatsOfThePartsThatNameAPerson() {
        server.stub(post(urlPathEqualTo("/v1/papers"))
                .willReturn(WireMock.jsonResponse("{\"message\":\"no Hush.pdf of Ann Hush of Memphis\"}", 400)));
        CarrierRequest request = upload("{\"signerName\":\"Ann Hush\",\"city\":\"Memphis\"}", "Hush.pdf");
        try (CapturedLog log = CapturedLog.open()) {
            sent(request);
            assertThat(log.text()).contains("no **** of **** of Memphis").doesNotContain("Hush");
        }
    }

    @Test
    void noNameEndsALineOrAQuotedText() {
        String evil = "a\"; x=\"b\r\nX-Evil: 1\r\n\r\n.pdf";
        String body = body(new Part(evil, Optional.of(evil), "application/pdf", new byte[0]));
        assertThat(body.lines().filter(line -> !line.isEmpty() && !line.startsWith("--")))
                .containsExactly(
                        "Content-Disposition: form-data; name=\"a%22; x=%22b%0D%0AX-Evil: 1%0D%0A%0D%0A.pdf\";"
                                + " filename=\"a%22; x=%22b%0D%0AX-Evil: 1%0D%0A%0D%0A.pdf\"",
                        "Content-Type: application/pdf");
    }

    @Test
    void aMediaTypeThatWouldEndItsLineIsRefused() {
        for (String type : List.of("text/plain\r\nX-Evil: 1", "text/plain\n", "text/\u0000plain")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Part("a", Optional.empty(), type, new byte[0]))
                    .withMessageContaining("contentType");
        }
    }

    @Test
    void partsKeepTheirOrderAndEachBodyHasABoundaryOfItsOwn() {
        Part one = new Part("one", Optional.empty(), "text/plain", FILE);
        Part two = new Part("two", Optional.empty(), "text/plain", FILE);
        String body = body(one, two);
        assertThat(body.indexOf("\"one\"")).isLessThan(body.indexOf("\"two\""));
        String boundary = body.substring(0, body.indexOf("\r\n"));
        assertThat(body).endsWith(boundary + "--\r\n");
        assertThat(body(one, two)).doesNotContain(boundary);
        assertThat(one).hasToString("Part[one, 6 bytes]");
    }

    @Test
    void aChangeIsSentOnceAndAsWhatItIs() {
        server.stub(patch(urlPathEqualTo("/v1/pickups/7")).willReturn(serverError()));
        CarrierRequest change = CarrierRequest.patch("update_pickup")
                .path("/v1/pickups")
                .segment("7")
                .json("{}".getBytes(StandardCharsets.UTF_8))
                .build();
        assertThat(change.isRead()).isFalse();
        assertThat(sent(change).failure().orElseThrow()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(server.requests().stream()
                        .filter(request -> request.getUrl().startsWith("/v1/pickups"))
                        .map(request -> request.getMethod().getName()))
                .containsExactly("PATCH");
    }

    private static CarrierRequest upload(String document, String fileName) {
        return CarrierRequest.post("upload")
                .path("/v1/papers")
                .multipart(List.of(
                        new Part(
                                "document",
                                Optional.empty(),
                                "application/json",
                                document.getBytes(StandardCharsets.UTF_8)),
                        new Part("attachment", Optional.of(fileName), "application/pdf", FILE)))
                .build();
    }
}
