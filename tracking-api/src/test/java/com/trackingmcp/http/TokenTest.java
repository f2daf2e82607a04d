package com.trackingmcp.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.MalformedResponseException;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {
    private static final String NUMBER = ParcelPostNumbers.standard(1);

    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    @BeforeEach
    void knowTheParcel() {
        server.knows(NUMBER, "MOV");
    }

    @Test
    void oneTokenIsFetchedForAllWhoWaitForIt() {
        server.stub(post(urlPathEqualTo("/oauth/token"))
                .willReturn(okJson("{\"access_token\":\"test-token-1\",\"expires_in\":3600}")
                        .withFixedDelay(50)));
        TrackingClient client = server.client();
        List<CompletableFuture<TrackingResult>> calls =
                IntStream.range(0, 30).mapToObj(i -> client.trackAsync(NUMBER)).toList();
        calls.forEach(CompletableFuture::join);
        assertThat(server.tokenRequests()).isEqualTo(1);
        assertThat(server.requests("/v1/track"))
                .allMatch(request -> request.getHeader("Authorization").equals("Bearer test-token-1"));
    }

    @Test
    void credentialsTravelInTheFormOrAsBasicAsTheCarrierWants() {
        server.client().track(NUMBER);
        String form = server.requests("/oauth/token").get(0).getBodyAsString();
        assertThat(form).isEqualTo("grant_type=client_credentials&client_id=test-id&client_secret=test-secret");
        ParcelPost.OAuth basic =
                new ParcelPost.OAuth(OAuth2Tokens.Style.BASIC, () -> Credentials.of("test id&x", "test/s+cret"));
        server.client(ParcelPost.at(server.uri()).withLogin(basic)).track(NUMBER);
        var request = server.requests("/oauth/token").get(1);
        assertThat(request.getBodyAsString()).isEqualTo("grant_type=client_credentials");
        assertThat(request.getHeader("Authorization")).isEqualTo("Basic dGVzdCBpZCZ4OnRlc3QvcytjcmV0");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"expires_in\":3600', 3540",
        "'\"expires_in\":\"3600\"', 3540",
        "'\"expires_in\":\"3600.0\"', 3540",
        "'\"expires_in\":60', 30",
        "'\"x\":1', 840",
        "'\"expires_in\":\"soon\"', 840",
        "'\"expires_in\":-5', 840",
        "'\"expires_in\":null', 840",
    })
    void tokensAreRenewedAMinuteEarlyAndAtHalfOfAShortLifeAtMost(String lifetime, long seconds) throws Exception {
        server.stub(post(urlPathEqualTo("/oauth/token"))
                .willReturn(okJson("{\"access_token\":\"test-token-1\"," + lifetime + "}")));
        TrackingClient client = server.client();
        client.track(NUMBER);
        server.clock().advance(Duration.ofSeconds(seconds - 1));
        client.track(NUMBER);
        assertThat(server.tokenRequests()).isEqualTo(1);
        CountDownLatch renewal = server.arrivals("/oauth/token", 1);
        server.clock().advance(Duration.ofSeconds(1));
        client.track(NUMBER);
        assertThat(renewal.await(5, TimeUnit.SECONDS)).isTrue();
        client.track(NUMBER);
        assertThat(server.tokenRequests()).isLessThanOrEqualTo(2);
    }

    @Test
    void theBufferIsASetting() {
        TrackingClient client = server.built(server.builder()
                .tokenRefreshBuffer(Duration.ZERO)
                .carrier(ParcelPost.carrier(ParcelPost.at(server.uri()))));
        client.track(NUMBER);
        server.clock().advance(Duration.ofSeconds(3599));
        client.track(NUMBER);
        assertThat(server.tokenRequests()).isEqualTo(1);
        server.clock().advance(Duration.ofSeconds(1));
        client.track(NUMBER);
        assertThat(server.tokenRequests()).isEqualTo(2);
    }

    @Test
    void callsGoOnWithTheOldTokenWhileANewOneIsFetchedBeside() throws Exception {
        TrackingClient client = server.client();
        client.track(NUMBER);
        CountDownLatch renewing = server.neverAnswers("/oauth/token", 1);
        server.clock().advance(Duration.ofSeconds(3550));
        client.track(NUMBER);
        client.track(NUMBER);
        assertThat(renewing.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(server.trackRequests()).isEqualTo(3);
        assertThat(server.requests("/v1/track"))
                .allMatch(request -> request.getHeader("Authorization").equals("Bearer test-token-1"));
    }

    @Test
    void aRenewalThatFailsCostsNoCallWhileTheOldTokenIsValidAndIsNotTriedAgainAtOnce() throws Exception {
        TrackingClient client = server.client();
        client.track(NUMBER);
        server.stub(post(urlPathEqualTo("/oauth/token")).willReturn(aResponse().withStatus(404)));
        CountDownLatch renewal = server.arrivals("/oauth/token", 1);
        server.clock().advance(Duration.ofSeconds(3550));
        client.track(NUMBER);
        assertThat(renewal.await(5, TimeUnit.SECONDS)).isTrue();
        IntStream.range(0, 5).forEach(i -> client.track(NUMBER));
        assertThat(server.trackRequests()).isEqualTo(7);
        assertThat(server.tokenRequests()).isLessThanOrEqualTo(2);
    }

    @Test
    void a401BuysExactlyOneNewTokenAndOneMoreTry() {
        server.stub(post(urlPathEqualTo("/v1/track"))
                .withHeader("Authorization", equalTo("Bearer test-token-1"))
                .willReturn(aResponse().withStatus(401)));
        TrackingClient client = server.client();
        client.trackAsync("#").exceptionally(failure -> null).join();
        server.stub(post(urlPathEqualTo("/oauth/token"))
                .inScenario("tokens")
                .whenScenarioStateIs("Started")
                .willSetStateTo("second")
                .willReturn(okJson("{\"access_token\":\"test-token-1\"}")));
        server.stub(post(urlPathEqualTo("/oauth/token"))
                .inScenario("tokens")
                .whenScenarioStateIs("second")
                .willReturn(okJson("{\"access_token\":\"test-token-2\"}")));
        assertThat(client.track(NUMBER).number().value()).isEqualTo(NUMBER);
        assertThat(server.tokenRequests()).isEqualTo(2);
        assertThat(server.trackRequests()).isEqualTo(2);
    }

    @Test
    void a401ForManyAtOnceBuysOneNewTokenForAll() {
        TrackingClient client = server.client();
        client.track(NUMBER);
        server.stub(post(urlPathEqualTo("/v1/track"))
                .withHeader("Authorization", equalTo("Bearer test-token-1"))
                .willReturn(aResponse().withStatus(401).withFixedDelay(30)));
        server.stub(post(urlPathEqualTo("/oauth/token"))
                .willReturn(okJson("{\"access_token\":\"test-token-2\"}").withFixedDelay(30)));
        List<CompletableFuture<TrackingResult>> calls =
                IntStream.range(0, 8).mapToObj(i -> client.trackAsync(NUMBER)).toList();
        calls.forEach(CompletableFuture::join);
        assertThat(server.tokenRequests()).isEqualTo(2);
        assertThat(server.trackRequests()).as("each was sent twice at most").isLessThanOrEqualTo(17);
    }

    @Test
    void aSecond401IsAnError() {
        server.stub(post(urlPathEqualTo("/v1/track")).willReturn(aResponse().withStatus(401)));
        assertThatThrownBy(() -> server.client().track(NUMBER)).hasMessageContaining("E-1010");
        assertThat(server.tokenRequests()).isEqualTo(2);
        assertThat(server.trackRequests()).isEqualTo(2);
    }

    @Test
    void anAnswerWithoutATokenIsAnErrorThatDoesNotRepeatIt() {
        server.stub(post(urlPathEqualTo("/oauth/token")).willReturn(okJson("{\"refresh_token\":\"test-other\"}")));
        assertThatThrownBy(() -> server.client().track(NUMBER))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("it holds no access_token")
                .hasMessageNotContaining("test-other");
    }

    @Test
    void aCallWithLittleTimeLeftDoesNotSpoilTheTokenForTheOthers() {
        server.stub(post(urlPathEqualTo("/oauth/token"))
                .withHeader("X-None", absent())
                .willReturn(okJson("{\"access_token\":\"test-token-1\"}").withFixedDelay(300)));
        List<com.trackingmcp.testcarrier.ParcelPostCarrier> made = new java.util.ArrayList<>();
        server.built(server.builder().retries(0, Duration.ZERO).carrier(context -> {
            var carrier = (com.trackingmcp.testcarrier.ParcelPostCarrier)
                    ParcelPost.carrier(ParcelPost.at(server.uri())).connect(context);
            made.add(carrier);
            return carrier;
        }));
        server.stub(post(urlPathEqualTo("/v1/labels")).willReturn(okJson("{}")));
        var hurried = made.get(0).buyLabel(call(Duration.ofMillis(100)));
        var patient = made.get(0).buyLabel(call(Duration.ofMinutes(1)));
        assertThat(patient.join().status()).isEqualTo(200);
        assertThatThrownBy(hurried::join).hasMessageContaining("E-3004");
        assertThat(server.tokenRequests()).isEqualTo(1);
        assertThat(server.requests("/v1/labels")).hasSize(1);
    }

    private CallContext call(Duration time) {
        return new CallContext(
                "0af7651916cd43dd8448eb211c80319c", server.clock().instant().plus(time), false);
    }
}
