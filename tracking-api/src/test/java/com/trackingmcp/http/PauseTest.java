package com.trackingmcp.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.RateLimitedException;
import com.trackingmcp.observe.CallEvent;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While a carrier wants a pause, nobody asks it for anything. */
@Timeout(20)
class PauseTest {
    private static final String NUMBER = ParcelPostNumbers.standard(1);

    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    private final List<CallEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void knowTheParcel() {
        server.knows(NUMBER, "MOV");
    }

    private static ResponseDefinitionBuilder comeBackInAnHour(int status) {
        return aResponse().withStatus(status).withHeader("Retry-After", "3600");
    }

    private void answers(String path, ResponseDefinitionBuilder answer) {
        server.stub(post(urlPathEqualTo(path)).willReturn(answer));
    }

    private static void assertPaused(TrackingClient client) {
        assertThatThrownBy(() -> client.track(NUMBER))
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining("the carrier asked for a pause");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 500, 502, 503, 504})
    void whoeverNamesATimeToComeBackIsNotAskedUntilThen(int status) {
        answers("/v1/track", comeBackInAnHour(status));
        TrackingClient client = server.built(
                server.builder().listener(events::add).carrier(ParcelPost.carrier(ParcelPost.at(server.uri()))));
        assertThatThrownBy(() -> client.track(NUMBER))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.retryAfter()).contains(Duration.ofHours(1)));
        assertThat(events)
                .filteredOn(event -> event.operation().equals("track"))
                .allMatch(CallEvent::throttled);
        assertPaused(client);
        assertThat(server.trackRequests()).isEqualTo(1);
    }

    @Test
    void aDateToComeBackIsReadByTheCarriersClock() {
        answers(
                "/v1/track",
                aResponse()
                        .withStatus(503)
                        .withHeader("Date", "Wed, 01 Jan 2020 00:00:00 GMT")
                        .withHeader("Retry-After", "Wed, 01 Jan 2020 01:00:00 GMT"));
        TrackingClient client = server.client();
        assertThatThrownBy(() -> client.track(NUMBER))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.retryAfter()).contains(Duration.ofHours(1)));
        assertPaused(client);
    }

    @Test
    void aTokenEndpointIsNotAskedAgainDuringItsPause() {
        answers("/oauth/token", comeBackInAnHour(429));
        TrackingClient client = server.client();
        assertThatThrownBy(() -> client.track(NUMBER)).isInstanceOf(RateLimitedException.class);
        assertPaused(client);
        assertThat(server.tokenRequests()).isEqualTo(1);
        assertThat(server.trackRequests()).isZero();
    }

    @Test
    void whoHasATokenGoesOnWhileTheTokenEndpointPauses() {
        TrackingClient client = server.client();
        client.track(NUMBER);
        answers("/oauth/token", comeBackInAnHour(429));
        server.clock().advance(Duration.ofSeconds(3550));
        client.track(NUMBER);
        client.track(NUMBER);
        assertThat(server.trackRequests()).isEqualTo(3);
        assertThat(server.tokenRequests()).isLessThanOrEqualTo(2);
    }

    @Test
    void noTokenIsAskedForDuringAPause() {
        TrackingClient client = server.client();
        client.track(NUMBER);
        answers("/v1/track", comeBackInAnHour(429));
        assertThatThrownBy(() -> client.track(NUMBER)).isInstanceOf(RateLimitedException.class);
        server.clock().advance(Duration.ofHours(2));
        assertPaused(client);
        assertThat(server.tokenRequests()).isEqualTo(1);
        assertThat(server.trackRequests()).isEqualTo(2);
    }

    @Test
    void afterAPauseATokenThatHasEndedIsRenewedFirst() {
        TrackingClient client = server.built(server.builder()
                .retries(0, Duration.ofMillis(40))
                .carrier(ParcelPost.carrier(ParcelPost.at(server.uri()))));
        client.track(NUMBER);
        answers("/v1/track", aResponse().withStatus(429));
        assertThatThrownBy(() -> client.track(NUMBER)).isInstanceOf(RateLimitedException.class);
        server.knowsItsParcels();
        server.givesTokens("test-token-2");
        server.clock().advance(Duration.ofHours(2));
        client.track(NUMBER);
        assertThat(server.requests("/v1/track"))
                .extracting(request -> request.getHeader("Authorization"))
                .containsExactly("Bearer test-token-1", "Bearer test-token-1", "Bearer test-token-2");
    }
}
