package com.trackingmcp.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostCarrier;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money moves once: what buys is sent at most once, and a lost answer is told as such. */
@Timeout(20)
class WriteOnceTest {
    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    private Duration patience = Duration.ofSeconds(10);

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionLeavesTheOutcomeUnknown(Fault fault) {
        assertUnknown(aResponse().withFault(fault));
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504", "599"})
    void aServerOrGatewayThatFailsHalfwayLeavesTheOutcomeUnknown(int status) {
        CarrierException error = assertUnknown(aResponse()
                .withStatus(status)
                .withHeader("X-Request-Id", "req-7")
                .withBody("{\"code\":\"PP.500\",\"message\":\"oops\"}"));
        assertThat(error.httpStatus()).hasValue(status);
        assertThat(error.requestId()).contains("req-7");
        assertThat(error.carrierCode()).contains("PP.500");
        assertThat(error.retryable()).isFalse();
    }

    /** As RFC 9110 has it for a 303, and as a 302 is used. */
    @ParameterizedTest
    @CsvSource({"302", "303"})
    void anAnswerThatLeadsElsewhereLeavesTheOutcomeUnknown(int status) {
        assertUnknown(aResponse().withStatus(status).withHeader("Location", "/v1/labels/7"));
    }

    @Test
    void anAnswerThatIsTooLargeOrBrokenLeavesTheOutcomeUnknown() {
        assertUnknown(okJson("\"" + "x".repeat(5_000) + "\""));
        server.resetRequests();
        assertUnknown(okJson("{}").withHeader("Content-Encoding", "gzip"));
    }

    @Test
    void anAnswerThatNeverComesLeavesTheOutcomeUnknown() {
        patience = Duration.ofMillis(500);
        assertUnknown(okJson("{}").withFixedDelay(60_000));
    }

    @ParameterizedTest
    @CsvSource({
        "400, REQUEST_REFUSED",
        "403, ACCESS_DENIED",
        "422, REQUEST_REFUSED",
        "307, REQUEST_REFUSED",
        "501, CARRIER_UNAVAILABLE"
    })
    void aRefusalIsTakenAtItsWordAndNotSentAgain(int status, ErrorCode code) {
        answer(aResponse().withStatus(status));
        assertThat(buy(server.uri()).code()).isEqualTo(code);
        assertThat(server.requests("/v1/labels")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429, RATE_LIMITED", "503, CARRIER_UNAVAILABLE"})
    void whoIsAskedToComeLaterHasNotBoughtAndIsNotSentAgain(int status, ErrorCode code) {
        answer(aResponse().withStatus(status).withHeader("Retry-After", "1"));
        CarrierException error = buy(server.uri());
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.retryable()).isTrue();
        assertThat(error.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(server.requests("/v1/labels")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", ""})
    void aTimeToComeBackThatCannotBeReadSaysNothingOfThePurchase(String retryAfter) {
        assertUnknown(aResponse().withStatus(503).withHeader("Retry-After", retryAfter));
    }

    @Test
    void whatSurelyNeverReachedTheCarrierDidNotHappen() throws Exception {
        URI nobody;
        try (java.net.ServerSocket socket =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        ParcelPost.Key key = new ParcelPost.Key(() -> Secret.of("test-key"));
        assertThat(buy(ParcelPost.at(nobody).withLogin(key)).code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        assertThat(buy(ParcelPost.at(server.secureUri()).withLogin(key)).code())
                .as("a certificate nobody trusts")
                .isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aRefusedTokenIsRenewedAndThePurchaseSentOnceMoreForItWasNotCarriedOut() {
        server.stub(post(urlPathEqualTo("/oauth/token"))
                .inScenario("tokens")
                .whenScenarioStateIs("Started")
                .willSetStateTo("second")
                .willReturn(okJson("{\"access_token\":\"test-old\"}")));
        answer(okJson("{\"label\":\"x\"}"));
        server.stub(post(urlPathEqualTo("/v1/labels"))
                .withHeader("Authorization", equalTo("Bearer test-old"))
                .willReturn(aResponse().withStatus(401)));
        ParcelPostCarrier carrier = connect(ParcelPost.at(server.uri()));
        assertThat(carrier.buyLabel(call()).join().status()).isEqualTo(200);
        assertThat(server.requests("/v1/labels")).hasSize(2);
    }

    private CarrierException assertUnknown(ResponseDefinitionBuilder answer) {
        answer(answer);
        CarrierException error = buy(server.uri());
        assertThat(error)
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("The request may have reached parcelpost")
                .hasMessageContaining("Check with the carrier before trying again");
        assertThat(error.details().correlationId()).contains(call().correlationId());
        assertThat(server.requests("/v1/labels")).hasSize(1);
        return error;
    }

    private void answer(ResponseDefinitionBuilder answer) {
        server.stub(post(urlPathEqualTo("/v1/labels")).willReturn(answer));
    }

    private CarrierException buy(URI uri) {
        return buy(ParcelPost.at(uri));
    }

    private CarrierException buy(ParcelPost.Config config) {
        return Outcomes.settle(connect(config).buyLabel(call()))
                .join()
                .failure()
                .orElseThrow();
    }

    private ParcelPostCarrier connect(ParcelPost.Config config) {
        ParcelPostCarrier[] made = new ParcelPostCarrier[1];
        server.built(server.builder()
                .requestTimeout(patience)
                .maxResponseBytes(4_096)
                .carrier(context ->
                        made[0] = (ParcelPostCarrier) ParcelPost.carrier(config).connect(context)));
        return made[0];
    }

    private CallContext call() {
        return new CallContext(
                "0af7651916cd43dd8448eb211c80319c", server.clock().instant().plus(Duration.ofMinutes(1)), false);
    }
}
