package com.trackingmcp.karrio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.WebhookRequest;
import com.trackingmcp.spi.ConfigSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KarrioFirstUseTest extends KarrioTestBed {
    private static final TrackingNumber ASKED = TrackingNumber.of(NUMBER, "karrio:canadapost");

    private CarrierException failure() {
        return catchThrowableOfType(CarrierException.class, () -> client().track(ASKED));
    }

    private String server() {
        return karrio.baseUrl() + BASE;
    }

    private void knowsTheNumber() {
        karrio.stubFor(post(urlPathEqualTo(BASE + "/v1/trackers"))
                .willReturn(json(202, "{\"status\":\"in_transit\",\"events\":[]}")));
    }

    @Test
    void theServerIsAskedOnceWhetherItIsOne() {
        knowsTheNumber();
        TrackingClient client = client();
        client.track(ASKED);
        client.track(ASKED);

        karrio.verify(1, getRequestedFor(urlPathEqualTo(BASE + "/")));
    }

    @Test
    void whereNobodyListensTheUrlAndTheCauseAreTold() {
        karrio.stop();

        CarrierException error = failure();
        assertThat(error)
                .isInstanceOf(CarrierUnavailableException.class)
                .hasMessageContaining("cannot reach Karrio at "
                        + settings.get("KARRIO_API_URL").replaceAll("/$", ""))
                .hasMessageContaining("no connection")
                .hasMessageNotContaining("test-key");
    }

    @Test
    void aKeyThatIsRefusedIsToldWithTheUrlAndNotShown() {
        karrio.stubFor(get(urlPathEqualTo(BASE + "/v1/connections"))
                .willReturn(json(
                        401,
                        "{\"errors\":[{\"code\":\"invalid_token\",\"message\":\"Given token test-key not valid\"}]}")));

        CarrierException error = failure();
        assertThat(error).isInstanceOf(AuthenticationException.class).hasMessageContaining("Karrio at " + server());
        assertThat(error.carrierText())
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("the key was refused by Karrio at " + server()));
        assertThat(error.carrierCode()).hasValue("invalid_token");
        assertThat(error.toString() + error.carrierText()).doesNotContain("test-key");
    }

    @Test
    void whatIsNoKarrioServerIsToldAsThatAndWhatItAnswered() {
        karrio.stubFor(get(urlPathEqualTo(BASE + "/"))
                .willReturn(aResponse().withStatus(404).withBody("<html>Not Found</html>")));

        assertThat(failure())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no Karrio server at " + server() + ": it answered HTTP 404");
    }

    @Test
    void aPageIsNoKarrioServerEither() {
        karrio.stubFor(get(urlPathEqualTo(BASE + "/"))
                .willReturn(aResponse().withStatus(200).withBody("<html>Welcome</html>")));

        assertThat(failure())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no Karrio server at " + server());
    }

    @Test
    void aServerThatIsDownMayBeOneLater() {
        karrio.stubFor(get(urlPathEqualTo(BASE + "/")).willReturn(aResponse().withStatus(503)));
        TrackingClient client = client();
        assertThat(catchThrowableOfType(CarrierException.class, () -> client.track(ASKED)))
                .isInstanceOf(CarrierUnavailableException.class);
        open();
        knowsTheNumber();

        assertThat(client.track(ASKED).events()).isEqualTo(List.of());
    }

    @Test
    void whatIsToBeDoneOnceIsKnownToBeUndoneWhereTheServerNeverAnswersAtAll() {
        karrio.stubFor(get(urlPathEqualTo(BASE + "/"))
                .willReturn(json("{\"VERSION\":\"2026.1.32\"}").withFixedDelay(3_000)));
        try (TrackingClient hurried = TrackingClient.builder()
                .providers(List.of(new KarrioCarrierProvider()))
                .config(ConfigSource.of(settings))
                .deadline(Duration.ofMillis(300))
                .build()) {
            CarrierException error = catchThrowableOfType(
                    CarrierException.class,
                    () -> hurried.webhooks()
                            .register(WebhookRequest.builder()
                                    .carrier("karrio")
                                    .url("https://shop.example/hook")
                                    .build()));

            assertThat(error.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        }
    }

    @Test
    void anOlderServerIsUsedAllTheSame() {
        karrio.stubFor(get(urlPathEqualTo(BASE + "/")).willReturn(json("{\"VERSION\":\"2024.6\"}")));
        knowsTheNumber();

        assertThat(client().track(ASKED).carrier()).isEqualTo("karrio:canadapost");
    }
}
