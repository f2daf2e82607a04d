package com.trackingmcp.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.support.CapturedLog;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that must never be logged is marked "hush" in what is sent and answered here. */
class LogTest {
    private static final String NUMBER = ParcelPostNumbers.standard(1);
    private static final String ANSWER = """
            {"parcels":[{"number":"%s","state":"MOV","signed_by":"hush Doe","weight":{"value":2.5},
             "recipient":{"personName":"hush Jane","companyName":"hush Ltd","phoneNumber":"hush-555","emailAddress":"hush@x",
               "fax":"hush","address":{"streetLines":["hush street 1"],"addressLine2":"hush","postalCode":"hush-38118",
               "zip":"hush"}},"destination":{"city":"Memphis"},
             "consignee":"hush","attention":"hush","deliveryInstructions":"hush: key under the mat","accountNumber":"hush",
             "billing_number":"hush","taxId":"hush","AccessLicenseNumber":"hush","image":"hush","receivedByName":"hush",
             "signatureImage":{"content":"hush"},"instance":"/pickups/1?requestorName=hush%%20Doe","documents":[{"x":["hush"]}]}]}""".formatted(NUMBER);

    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    private final CapturedLog log = CapturedLog.open();

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void aWholeExchangeShowsNoSecretAndNoPerson() {
        server.givesTokens("hush-token");
        server.stub(
                post(urlPathEqualTo("/v1/track")).willReturn(okJson(ANSWER).withHeader("Set-Cookie", "session=hush")));
        server.stub(get(urlPathEqualTo("/v1/references")).willReturn(okJson(ANSWER)));
        TrackingClient client = connect();
        client.track(NUMBER);
        client.trackByReference(TrackingReference.builder()
                .value("hush reference")
                .destinationPostalCode("hush-38118")
                .build());
        assertThat(log.text())
                .doesNotContainIgnoringCase("hush")
                .doesNotContain("Bearer")
                .contains("Memphis", "MOV", NUMBER, "2.5", "****");
    }

    @Test
    void eachRequestIsOneLineWithItsOperationStatusAndCorrelationId() {
        server.givesTokens("hush-token");
        server.knows(NUMBER, "MOV");
        connect().track(NUMBER);
        assertThat(log.lines().stream().filter(line -> line.contains(" -> ")))
                .anySatisfy(line -> assertThat(line)
                        .matches("DEBUG com\\.trackingmcp\\.http\\.CarrierHttp parcelpost track POST /v1/track -> 200"
                                + " in \\d+ ms, \\d+ bytes, call [0-9a-f]{32}"))
                .anySatisfy(line -> assertThat(line).contains("parcelpost token POST /oauth/token -> 200"));
        assertThat(log.lines().stream()
                        .filter(line -> line.contains("call "))
                        .map(line -> line.substring(line.indexOf("call ")))
                        .distinct())
                .as("one id for all requests of a call")
                .hasSize(1);
    }

    @Test
    void failuresAreLoggedWithTheCorrelationIdOfTheirErrorAndNothingElse() {
        server.stub(post(urlPathEqualTo("/oauth/token"))
                .willReturn(aResponse().withStatus(401).withBody("{\"message\":\"hush-secret is unknown\"}")));
        CarrierException refused = failure(connect());
        assertThat(refused.getMessage()).doesNotContain("hush");
        server.givesTokens("hush-token");
        server.stub(post(urlPathEqualTo("/v1/track"))
                .willReturn(aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.RANDOM_DATA_THEN_CLOSE)));
        CarrierException broken = failure(connect());
        server.stub(post(urlPathEqualTo("/v1/track"))
                .willReturn(aResponse().withStatus(422).withBody("<html>hush Jane</html>")));
        failure(connect());
        assertThat(log.text())
                .doesNotContain("hush")
                .doesNotContain("lskdu018973t09sylgasjkfg1")
                .contains("call " + refused.details().correlationId().orElseThrow())
                .contains("failed after", ": IOException because of ")
                .contains("call " + broken.details().correlationId().orElseThrow())
                .contains("bytes, not JSON");
    }

    @Test
    void aTokenThatAnAnswerRepeatsIsMasked() {
        server.givesTokens("hush-token");
        server.stub(post(urlPathEqualTo("/v1/track")).willReturn(okJson("{\"echo\":\"you sent hush-token\"}")));
        failure(connect());
        assertThat(log.text()).doesNotContain("hush").contains("you sent ****");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"grant_type=x&client_secret=hush", "\"hush\"", "<hush/>", "hush", "{\"a\":1} hush", "\u0000hush"
            })
    void aBodyThatIsNoJsonObjectIsNotShown(String body) {
        assertThat(Redaction.body(body.getBytes(StandardCharsets.UTF_8))).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'zip':38118}|{'zip':'****'}",
                "{'postal_code':38118.0}|{'postal_code':'****'}",
                "{'Name':{'first':['a',{'b':'c'}]},'x':'y'}|{'Name':{'first':['****',{'b':'****'}]},'x':'y'}",
                "{'UserCreatedFormFile':'JVBERg=='}|{'UserCreatedFormFile':'****'}",
                "{'name':null,'signed':true}|{'name':null,'signed':true}",
                "{'state':'MOV','count':3,'ok':true}|{'state':'MOV','count':3,'ok':true}",
                "[]|[]",
                "{}|{}",
            })
    void bodiesStayReadableForTheRest(String body, String shown) {
        assertThat(Redaction.body(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(shown.replace('\'', '"'));
    }

    @Test
    void longTextsAreCut() {
        String body = "{\"a\":\"" + "x".repeat(1_000) + "\"}";
        assertThat(Redaction.body(body.getBytes(StandardCharsets.UTF_8))).isEqualTo("{\"a\":\"(1000 characters)\"}");
    }

    private TrackingClient connect() {
        return server.client(ParcelPost.at(server.uri())
                .withLogin(
                        new ParcelPost.OAuth(OAuth2Tokens.Style.FORM, () -> Credentials.of("hush-id", "hush-secret"))));
    }

    private static CarrierException failure(TrackingClient client) {
        return Outcomes.settle(client.trackAsync(NUMBER)).join().failure().orElseThrow();
    }
}
