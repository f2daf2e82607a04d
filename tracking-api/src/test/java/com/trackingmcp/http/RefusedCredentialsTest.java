package com.trackingmcp.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.time.Duration;
import java.util.function.Supplier;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedCredentialsTest {
    private static final String NUMBER = ParcelPostNumbers.standard(1);
    private String secret = "test-secret-1";

    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    @BeforeEach
    void knowTheParcel() {
        server.knows(NUMBER, "MOV");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 422})
    void refusedCredentialsAreNotSentAgainForHalfAMinute(int status) {
        refuseTokens(status);
        TrackingClient client = oauth();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> client.track(NUMBER)).isInstanceOf(AuthenticationException.class);
        }
        assertThat(server.tokenRequests()).isEqualTo(1);
        server.clock().advance(Duration.ofSeconds(29));
        assertThatThrownBy(() -> client.track(NUMBER)).isInstanceOf(AuthenticationException.class);
        assertThat(server.tokenRequests()).isEqualTo(1);
        server.clock().advance(Duration.ofSeconds(1));
        server.givesTokens("test-token-1");
        client.track(NUMBER);
        assertThat(server.tokenRequests()).isEqualTo(2);
    }

    @Test
    void otherCredentialsAreSentAtOnce() {
        refuseTokens(401);
        TrackingClient client = oauth();
        assertThatThrownBy(() -> client.track(NUMBER)).isInstanceOf(AuthenticationException.class);
        secret = "test-secret-2";
        server.givesTokens("test-token-1");
        client.track(NUMBER);
        assertThat(server.tokenRequests()).isEqualTo(2);
    }

    @Test
    void whatTheCarrierSaysIsToldWithoutTheCredentialsItRepeats() {
        server.stub(post(urlPathEqualTo("/oauth/token"))
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("X-Request-Id", "req-7")
                        .withBody("{\"code\":\"10401\",\"message\":\"test-id with test-secret-1 is not known\"}")));
        assertThatThrownBy(() -> oauth().track(NUMBER))
                .isInstanceOfSatisfying(AuthenticationException.class, error -> {
                    assertThat(error.carrierCode()).contains("10401");
                    assertThat(error.carrierText()).contains("**** with **** is not known");
                    assertThat(error.requestId()).contains("req-7");
                })
                .satisfies(error -> assertThat(Throwables.getStackTrace(error)).doesNotContain("test-secret-1"));
    }

    @Test
    void aSupplierThatThrowsFailsTheCallAndNotAllLaterOnes() {
        boolean[] vaultIsDown = {true};
        TrackingClient client = connect(new ParcelPost.OAuth(OAuth2Tokens.Style.FORM, () -> {
            if (vaultIsDown[0]) {
                throw new IllegalStateException("the vault is down");
            }
            return Credentials.of("test-id", "test-secret-1");
        }));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> client.track(NUMBER))
                    .isInstanceOf(CarrierException.class)
                    .hasMessageContaining("parcelpost: IllegalStateException")
                    .hasRootCauseMessage("the vault is down");
        }
        vaultIsDown[0] = false;
        assertThat(client.track(NUMBER).carrier()).isEqualTo("parcelpost");
    }

    @Test
    void aKeyThatWasRotatedIsTakenAfterA401() {
        accept("X-Api-Key", "test-secret-2");
        TrackingClient client = connect(new ParcelPost.Key(() -> Secret.of(secret)));
        assertThatThrownBy(() -> client.track(NUMBER)).isInstanceOf(AuthenticationException.class);
        assertThat(server.trackRequests())
                .as("the same key is not worth another try")
                .isEqualTo(1);
        secret = "test-secret-2";
        client.track(NUMBER);
        assertThat(server.trackRequests()).isEqualTo(3);
        client.track(NUMBER);
        assertThat(server.trackRequests()).isEqualTo(4);
    }

    @Test
    void aPasswordThatWasRotatedIsTakenAfterA401() {
        accept("Authorization", "Basic dGVzdC1pZDp0ZXN0LXNlY3JldC0y");
        TrackingClient client = connect(new ParcelPost.Basic(() -> Credentials.of("test-id", secret)));
        assertThatThrownBy(() -> client.track(NUMBER)).isInstanceOf(AuthenticationException.class);
        secret = "test-secret-2";
        client.track(NUMBER);
        assertThat(server.trackRequests()).isEqualTo(3);
    }

    @Test
    void aSupplierThatThrowsAfterA401FailsThatCall() {
        server.stub(post(urlPathEqualTo("/v1/track")).willReturn(aResponse().withStatus(401)));
        Supplier<Secret> once = () -> {
            if (server.trackRequests() > 0) {
                throw new IllegalStateException("the vault is down");
            }
            return Secret.of("test-secret-1");
        };
        assertThatThrownBy(() -> connect(new ParcelPost.Key(once)).track(NUMBER))
                .isInstanceOf(CarrierException.class)
                .hasRootCauseMessage("the vault is down");
        server.resetRequests();
        assertThatThrownBy(() -> connect(new ParcelPost.Key(() -> {
                            throw new IllegalStateException("the vault is down");
                        }))
                        .track(NUMBER))
                .isInstanceOf(CarrierException.class);
    }

    @Test
    void aKeyTheCarrierRepeatsIsMasked() {
        server.stub(post(urlPathEqualTo("/v1/track"))
                .willReturn(aResponse().withStatus(403).withBody("{\"message\":\"key test-secret-1 is blocked\"}")));
        assertThatThrownBy(() -> connect(new ParcelPost.Key(() -> Secret.of("test-secret-1")))
                        .track(NUMBER))
                .hasMessageContaining("key **** is blocked");
        assertThatThrownBy(() -> connect(new ParcelPost.Key(() -> Secret.of("test-secret-1")))
                        .track(NUMBER))
                .satisfies(error -> assertThat(Throwables.getStackTrace(error)).doesNotContain("test-secret-1"));
    }

    @Test
    void aKeyThatNoHeaderMayHoldIsAnErrorThatDoesNotShowIt() {
        assertThatThrownBy(() -> connect(new ParcelPost.Key(() -> Secret.of("test-secret\nX-Evil: 1")))
                        .track(NUMBER))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("X-Api-Key")
                .satisfies(error -> assertThat(Throwables.getStackTrace(error)).doesNotContain("test-secret"));
        server.givesTokens("test-token\\nX-Evil: 1");
        assertThatThrownBy(() -> oauth().track(NUMBER))
                .isInstanceOf(CarrierException.class)
                .satisfies(error -> assertThat(Throwables.getStackTrace(error)).doesNotContain("test-token"));
        assertThat(server.trackRequests()).isZero();
    }

    @Test
    void secretsDoNotShowThemselves() {
        Credentials credentials = Credentials.of("test-id", "test-secret");
        Authorization.Header header = new Authorization.Header("Authorization", Authorization.basicValue(credentials));
        OAuth2Tokens.TokenResponse token = new OAuth2Tokens.TokenResponse("test-token", "3600");
        assertThat(credentials.secret()).hasToString("****");
        assertThat(credentials + " " + header + " " + token + " " + new ParcelPost.Key(credentials::secret))
                .doesNotContain("test-", "dGVzdC");
        assertThat(credentials)
                .isEqualTo(Credentials.of("test-id", "test-secret"))
                .hasSameHashCodeAs(Credentials.of("test-id", "test-secret"))
                .isNotEqualTo(Credentials.of("test-id", "test-other"));
    }

    private TrackingClient oauth() {
        return connect(new ParcelPost.OAuth(OAuth2Tokens.Style.FORM, () -> Credentials.of("test-id", secret)));
    }

    private TrackingClient connect(ParcelPost.Login login) {
        return server.client(ParcelPost.at(server.uri()).withLogin(login));
    }

    private void refuseTokens(int status) {
        server.stub(post(urlPathEqualTo("/oauth/token"))
                .willReturn(aResponse().withStatus(status).withBody("{\"error\":\"invalid_client\"}")));
    }

    private void accept(String header, String value) {
        server.stub(post(urlPathEqualTo("/v1/track")).willReturn(aResponse().withStatus(401)));
        server.stub(post(urlPathEqualTo("/v1/track"))
                .withHeader(header, equalTo(value))
                .willReturn(aResponse().withTransformers("parcels")));
    }
}
