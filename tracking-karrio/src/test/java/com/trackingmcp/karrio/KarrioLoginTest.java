package com.trackingmcp.karrio;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxParcel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KarrioLoginTest extends KarrioTestBed {
    private static final TrackingNumber ASKED = TrackingNumber.of(NUMBER, "karrio:canadapost");
    private static final String TOKEN = BASE + "/api/token";
    private static final String REFRESH = BASE + "/api/token/refresh";

    @BeforeEach
    void signInByUser() {
        settings.remove("KARRIO_API_KEY");
        settings.put("KARRIO_EMAIL", "test@example.com");
        settings.put("KARRIO_PASSWORD", "test-password");
        settings.put("KARRIO_TEST_MODE", "true");
        karrio.stubFor(post(urlPathEqualTo(BASE + "/v1/trackers"))
                .willReturn(json(202, "{\"status\":\"in_transit\",\"events\":[]}")));
    }

    private static String token(String name, Duration life) {
        return part("{\"alg\":\"HS256\"}") + "."
                + part("{\"exp\":" + NOW.plus(life).getEpochSecond() + "}") + "." + name;
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private void issues(String path, String access) {
        karrio.stubFor(post(urlPathEqualTo(path))
                .willReturn(json(201, "{\"access\":\"" + access + "\",\"refresh\":\"test-refresh\"}")
                        .withHeader("Set-Cookie", "karrio_access_token=" + access)));
    }

    @Test
    void aUserSignsInOnceAndSaysTheModeEveryTime() {
        String access = token("one", Duration.ofDays(30));
        issues(TOKEN, access);
        TrackingClient client = client();
        client.track(ASKED);
        client.track(ASKED);

        karrio.verify(
                1,
                postRequestedFor(urlPathEqualTo(TOKEN))
                        .withRequestBody(equalToJson(
                                "{\"email\":\"test@example.com\",\"password\":\"test-password\"}", true, false)));
        karrio.verify(
                2,
                postRequestedFor(urlPathEqualTo(BASE + "/v1/trackers"))
                        .withHeader("Authorization", equalTo("Bearer " + access))
                        .withHeader("x-test-mode", equalTo("true"))
                        .withHeader("Cookie", absent()));
        karrio.verify(getRequestedFor(urlPathEqualTo(BASE + "/")).withHeader("Authorization", absent()));
    }

    @Test
    void aTokenThatTellsNoEndIsKeptForAWhile() {
        issues(TOKEN, "test-opaque");
        TrackingClient client = client();
        client.track(ASKED);
        client.track(ASKED);

        karrio.verify(1, postRequestedFor(urlPathEqualTo(TOKEN)));
        karrio.verify(0, postRequestedFor(urlPathEqualTo(REFRESH)));
    }

    @Test
    void aTokenThatIsRefusedIsRefreshedAndWhereThatFailsTheUserSignsInAgain() {
        String first = token("one", Duration.ofDays(30));
        String second = token("two", Duration.ofDays(30));
        issues(TOKEN, first);
        TrackingClient client = client();
        client.track(ASKED);
        karrio.stubFor(post(urlPathEqualTo(BASE + "/v1/trackers"))
                .withHeader("Authorization", equalTo("Bearer " + first))
                .willReturn(json(401, "{\"errors\":[{\"code\":\"invalid_token\",\"message\":\"expired\"}]}")));
        karrio.stubFor(post(urlPathEqualTo(REFRESH))
                .willReturn(json(401, "{\"errors\":[{\"code\":\"token_not_valid\",\"message\":\"expired\"}]}")));
        issues(TOKEN, second);

        assertThat(client.track(ASKED).carrier()).isEqualTo("karrio:canadapost");
        karrio.verify(
                1,
                postRequestedFor(urlPathEqualTo(REFRESH))
                        .withRequestBody(equalToJson("{\"refresh\":\"test-refresh\"}")));
        karrio.verify(2, postRequestedFor(urlPathEqualTo(TOKEN)));
    }

    @ParameterizedTest
    @CsvSource({"404,<html>no such page</html>", "200,{}", "201,<html>welcome</html>"})
    void whereTokensAreNotRefreshedTheUserSignsInAgain(int status, String body) {
        String first = token("one", Duration.ofDays(30));
        issues(TOKEN, first);
        TrackingClient client = client();
        client.track(ASKED);
        karrio.stubFor(post(urlPathEqualTo(BASE + "/v1/trackers"))
                .withHeader("Authorization", equalTo("Bearer " + first))
                .willReturn(json(401, "{\"errors\":[{\"code\":\"invalid_token\",\"message\":\"expired\"}]}")));
        karrio.stubFor(post(urlPathEqualTo(REFRESH)).willReturn(json(status, body)));
        issues(TOKEN, token("two", Duration.ofDays(30)));

        assertThat(client.track(ASKED).carrier()).isEqualTo("karrio:canadapost");
    }

    @Test
    void aUserThatIsRefusedIsToldWithTheUrlUnshownAndNotTriedAgainAtOnce() {
        karrio.stubFor(
                post(urlPathEqualTo(TOKEN))
                        .willReturn(
                                json(
                                        401,
                                        "{\"errors\":[{\"code\":\"authentication_failed\",\"message\":\"No account test@example.com\"}]}")));
        TrackingClient client = client();
        CarrierException error = catchThrowableOfType(CarrierException.class, () -> client.track(ASKED));
        catchThrowableOfType(CarrierException.class, () -> client.track(ASKED));

        assertThat(error)
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("Karrio at " + karrio.baseUrl() + BASE);
        assertThat(error.carrierText())
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("e-mail and password were refused by Karrio at ")
                        .doesNotContain("test@example.com"));
        karrio.verify(1, postRequestedFor(urlPathEqualTo(TOKEN)));
    }

    @Test
    void manyCallsAtOnceTakeOneTokenOfTheSandboxAndLiveThroughItsEnd() {
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            Map<String, String> config = new HashMap<>(sandbox.settings());
            config.remove("KARRIO_API_KEY");
            config.put("KARRIO_EMAIL", "test@example.com");
            config.put("KARRIO_PASSWORD", "test-karrio-password");
            config.put("KARRIO_TEST_MODE", "true");
            List<TrackingNumber> numbers = sandbox.parcels("karrio:canadapost", 50).stream()
                    .map(SandboxParcel::number)
                    .map(number -> TrackingNumber.of(number, "karrio:canadapost"))
                    .toList();
            try (TrackingClient client = TrackingClient.builder()
                    .cache(CachePolicy.off())
                    .providers(List.of(new KarrioCarrierProvider()))
                    .config(ConfigSource.of(config))
                    .clock(sandbox.clock())
                    .build()) {
                assertThat(client.trackAll(numbers)).allMatch(Outcome::isSuccess);
                assertThat(tokens(sandbox)).isEqualTo(1);
                sandbox.advance(Duration.ofDays(31));

                assertThat(client.trackAll(numbers)).allMatch(Outcome::isSuccess);
                // the refresh token has ended too by then: it is tried, and the user signs in again
                assertThat(tokens(sandbox)).isEqualTo(3);
            }
        }
    }

    private static long tokens(CarrierSandbox sandbox) {
        return sandbox.calls("karrio").stream().filter(SandboxCall::isToken).count();
    }

    @Test
    void aKeyIsTakenWhereBothAreGiven() {
        settings.put("KARRIO_API_KEY", "test-key");
        client().track(ASKED);

        karrio.verify(0, postRequestedFor(urlPathEqualTo(TOKEN)));
        karrio.verify(postRequestedFor(urlPathEqualTo(BASE + "/v1/trackers"))
                .withHeader("Authorization", equalTo("Token test-key"))
                .withHeader("x-test-mode", absent()));
    }
}
