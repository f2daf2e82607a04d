package com.trackingmcp.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.RateLimitedException;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class RetryTest {
    private static final String NUMBER = ParcelPostNumbers.standard(1);

    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    @BeforeEach
    void knowTheParcel() {
        server.knows(NUMBER, "MOV");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void aReadThatFailsInPassingIsTriedAgainUntilItWorks(int status) {
        failTwiceWith(aResponse().withStatus(status));
        assertThat(server.client().track(NUMBER).carrier()).isEqualTo("parcelpost");
        assertThat(server.trackRequests()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aReadWhoseConnectionBreaksIsTriedAgain(Fault fault) {
        failTwiceWith(aResponse().withFault(fault));
        assertThat(server.client().track(NUMBER).carrier()).isEqualTo("parcelpost");
        assertThat(server.trackRequests()).isEqualTo(3);
    }

    @Test
    void aReadIsTriedThreeTimesAtMost() {
        server.stub(post(urlPathEqualTo("/v1/track")).willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> server.client().track(NUMBER))
                .isInstanceOfSatisfying(CarrierUnavailableException.class, error -> {
                    assertThat(error.httpStatus()).hasValue(503);
                    assertThat(error.retryable()).isTrue();
                });
        assertThat(server.trackRequests()).isEqualTo(3);
    }

    @Test
    void retriesCanBeSwitchedOff() {
        server.stub(post(urlPathEqualTo("/v1/track")).willReturn(aResponse().withStatus(503)));
        TrackingClient client = server.built(
                server.builder().retries(0, Duration.ZERO).carrier(ParcelPost.carrier(ParcelPost.at(server.uri()))));
        assertThatThrownBy(() -> client.track(NUMBER)).isInstanceOf(CarrierUnavailableException.class);
        assertThat(server.trackRequests()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"302, E-2003", "400, E-2003", "403, E-1011", "404, E-2003", "409, E-2003", "422, E-2003"})
    void whatWillNotGetBetterIsNotTriedAgain(int status, String code) {
        server.stub(post(urlPathEqualTo("/v1/track")).willReturn(aResponse().withStatus(status)));
        assertThatThrownBy(() -> server.client().track(NUMBER))
                .isInstanceOfSatisfying(CarrierException.class, error -> {
                    assertThat(error.code().id()).isEqualTo(code);
                    assertThat(error.retryable()).isFalse();
                });
        assertThat(server.trackRequests()).isEqualTo(1);
    }

    @Test
    void redirectsAreNotFollowedForTheyWouldCarryTheTokenAlong() {
        server.stub(post(urlPathEqualTo("/v1/track"))
                .willReturn(aResponse().withStatus(307).withHeader("Location", server.uri() + "/elsewhere")));
        assertThatThrownBy(() -> server.client().track(NUMBER)).hasMessageContaining("HTTP 307");
        assertThat(server.requests("/elsewhere")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = HttpClient.Redirect.class, names = "NEVER", mode = EnumSource.Mode.EXCLUDE)
    void aClientOfOnesOwnThatFollowsRedirectsIsRefused(HttpClient.Redirect policy) {
        HttpClient own = HttpClient.newBuilder().followRedirects(policy).build();
        assertThatThrownBy(() -> server.builder()
                        .httpClient(own)
                        .carrier(ParcelPost.carrier(ParcelPost.at(server.uri())))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The setting httpClient is not valid: it follows redirects");
    }

    @Test
    void whatTheCarrierAsksToWaitIsWaited() {
        failTwiceWith(aResponse().withStatus(429).withHeader("Retry-After", "0"));
        TrackingClient client = server.built(server.builder()
                .retries(2, Duration.ofHours(10))
                .carrier(ParcelPost.carrier(ParcelPost.at(server.uri()))));
        assertThat(client.track(NUMBER).carrier()).isEqualTo("parcelpost");
        assertThat(server.trackRequests()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "'Wed, 01 Jan 2020 00:02:00 GMT', PT2M",
        "2147483647, PT596523H14M7S",
    })
    void aWaitPastTheDeadlineFailsAtOnceAndIsTold(String header, Duration wait) {
        server.stub(post(urlPathEqualTo("/v1/track"))
                .willReturn(aResponse()
                        .withStatus(429)
                        .withHeader("Date", "Wed, 01 Jan 2020 00:00:00 GMT")
                        .withHeader("Retry-After", header)));
        assertThatThrownBy(() -> server.client().track(NUMBER))
                .isInstanceOfSatisfying(RateLimitedException.class, error -> {
                    assertThat(error.retryAfter()).contains(wait);
                    assertThat(error.retryable()).isTrue();
                });
        assertThat(server.trackRequests()).isEqualTo(1);
    }

    @Test
    void ownWaitsNeverGoPastTheDeadlineEither() {
        server.stub(post(urlPathEqualTo("/v1/track")).willReturn(aResponse().withStatus(503)));
        TrackingClient client = server.built(server.builder()
                .retries(5, Duration.ofMinutes(3))
                .carrier(ParcelPost.carrier(ParcelPost.at(server.uri()))));
        assertThatThrownBy(() -> client.track(NUMBER)).isInstanceOf(CarrierUnavailableException.class);
        assertThat(server.trackRequests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "", "99999999999999999999", "Sun, 99 Mar 2026 10:02:00 GMT"})
    void aWaitThatCannotBeReadIsNone(String header) {
        assertThat(HttpStatusErrors.retryAfter(header, server.clock().instant()))
                .isEmpty();
    }

    @Test
    void aWaitUntilAMomentGoneByIsNoWait() {
        assertThat(HttpStatusErrors.retryAfter(
                        "Sun, 01 Mar 2026 09:00:00 GMT", server.clock().instant()))
                .isEqualTo(Optional.of(Duration.ZERO));
    }

    @Test
    void aServerThatRefusesConnectionsIsUnavailable() throws Exception {
        URI nobody;
        try (java.net.ServerSocket socket =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        assertThatThrownBy(() -> server.client(ParcelPost.at(nobody)).track(NUMBER))
                .isInstanceOf(CarrierUnavailableException.class)
                .hasMessageContaining("no connection");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        server.neverAnswers("/v1/track", 1);
        assertThatThrownBy(() -> impatient(new ParcelPost.Key(() -> Secret.of("test-key")))
                        .track(NUMBER))
                .isInstanceOfSatisfying(CarrierUnavailableException.class, error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
                    assertThat(error.retryable()).isTrue();
                })
                .hasMessageContaining("PT0.25S");
        assertThat(server.trackRequests()).isEqualTo(3);
    }

    @Test
    void aBodyThatDripsIsGivenUp() {
        server.stub(post(urlPathEqualTo("/v1/track"))
                .willReturn(aResponse().withBody("{\"parcels\":[]}").withChunkedDribbleDelay(10, 5_000)));
        TrackingClient impatient = impatient(new ParcelPost.Key(() -> Secret.of("test-key")));
        assertThatThrownBy(() -> impatient.track(NUMBER))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED));
        assertThatThrownBy(() -> impatient.trackAsync(NUMBER).join())
                .hasCauseInstanceOf(CarrierException.class)
                .hasMessageContaining("E-3004");
    }

    @Test
    void aTokenThatNeverComesIsGivenUpToo() {
        server.neverAnswers("/oauth/token", 1);
        ParcelPost.Login oauth = ParcelPost.at(server.uri()).login();
        assertThatThrownBy(() -> impatient(oauth).track(NUMBER)).hasMessageContaining("E-3004");
        assertThat(server.tokenRequests())
                .as("tries are not multiplied by tries")
                .isEqualTo(3);
    }

    private TrackingClient impatient(ParcelPost.Login login) {
        return server.built(server.builder()
                .requestTimeout(Duration.ofMillis(250))
                .carrier(ParcelPost.carrier(ParcelPost.at(server.uri()).withLogin(login))));
    }

    private void failTwiceWith(ResponseDefinitionBuilder failure) {
        String scenario = "fail twice";
        server.stub(post(urlPathEqualTo("/v1/track"))
                .inScenario(scenario)
                .whenScenarioStateIs("Started")
                .willSetStateTo("once")
                .willReturn(failure));
        server.stub(post(urlPathEqualTo("/v1/track"))
                .inScenario(scenario)
                .whenScenarioStateIs("once")
                .willSetStateTo("twice")
                .willReturn(failure));
        server.stub(post(urlPathEqualTo("/v1/track"))
                .inScenario(scenario)
                .whenScenarioStateIs("twice")
                .willReturn(aResponse().withTransformers("parcels")));
    }
}
