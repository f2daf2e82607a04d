package com.trackingmcp.karrio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.ConfigSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KarrioErasureTest extends KarrioTestBed {
    private static final TrackingNumber ASKED = TrackingNumber.of(NUMBER, "karrio:canadapost");
    private static final String TRACKERS = BASE + "/v1/trackers";

    private static String tracker(String id, String carrier, String number) {
        return "{\"id\":\"%s\",\"carrier_name\":\"%s\",\"tracking_number\":\"%s\"}".formatted(id, carrier, number);
    }

    private static String list(String... trackers) {
        return "{\"next\":null,\"results\":[" + String.join(",", trackers) + "]}";
    }

    private void lists(boolean archived, String... trackers) {
        karrio.stubFor(get(urlPathEqualTo(TRACKERS))
                .withQueryParam("tracking_number", equalTo(NUMBER))
                .withQueryParam("carrier_name", equalTo("canadapost"))
                .withQueryParam("is_archived", equalTo(String.valueOf(archived)))
                .willReturn(json(list(trackers))));
    }

    @Test
    void trackersOfThatNumberAndCarrierAreDeletedArchivedOnesTooAndNoOthers() {
        lists(
                false,
                tracker("trk_1", "canadapost", NUMBER),
                tracker("trk_2", "canadapost", NUMBER + "1"),
                tracker("trk_3", "purolator", NUMBER));
        lists(true, tracker("trk_4", "canadapost", NUMBER.toLowerCase()), tracker("trk_1", "canadapost", NUMBER));
        karrio.stubFor(delete(urlPathMatching(TRACKERS + "/.*")).willReturn(json("{}")));

        assertThat(client().erase(ASKED)).isTrue();

        karrio.verify(1, deleteRequestedFor(urlPathEqualTo(TRACKERS + "/trk_1")));
        karrio.verify(1, deleteRequestedFor(urlPathEqualTo(TRACKERS + "/trk_4")));
        karrio.verify(2, deleteRequestedFor(urlPathMatching(TRACKERS + "/.*")));
    }

    @Test
    void whatIsGoneAlreadyIsErased() {
        lists(false, tracker("trk_1", "canadapost", NUMBER));
        lists(true);
        karrio.stubFor(delete(urlPathEqualTo(TRACKERS + "/trk_1"))
                .willReturn(json(404, "{\"errors\":[{\"code\":\"not_found\",\"message\":\"Tracker not found\"}]}")));

        assertThat(client().erase(ASKED)).isTrue();
    }

    @Test
    void whereAnAnswerWasLostItIsLookedForAgain() {
        lists(true);
        karrio.stubFor(get(urlPathEqualTo(TRACKERS))
                .withQueryParam("is_archived", equalTo("false"))
                .inScenario("lost")
                .whenScenarioStateIs(STARTED)
                .willReturn(json(list(tracker("trk_1", "canadapost", NUMBER)))));
        karrio.stubFor(delete(urlPathEqualTo(TRACKERS + "/trk_1"))
                .inScenario("lost")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("deleted")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        karrio.stubFor(get(urlPathEqualTo(TRACKERS))
                .withQueryParam("is_archived", equalTo("false"))
                .inScenario("lost")
                .whenScenarioStateIs("deleted")
                .willReturn(json(list())));

        assertThat(client().erase(ASKED)).isTrue();
    }

    @Test
    void whatTheClientKeepsIsErasedAlsoWhereTheServerRefuses() {
        lists(false, tracker("trk_1", "canadapost", NUMBER));
        lists(true);
        karrio.stubFor(delete(urlPathEqualTo(TRACKERS + "/trk_1"))
                .willReturn(aResponse().withStatus(500)));
        karrio.stubFor(
                post(urlPathEqualTo(TRACKERS)).willReturn(json(202, "{\"status\":\"in_transit\",\"events\":[]}")));
        try (TrackingClient keeping = TrackingClient.builder()
                .providers(List.of(new KarrioCarrierProvider()))
                .config(ConfigSource.of(settings))
                .retries(0, Duration.ZERO)
                .build()) {
            keeping.track(ASKED);

            assertThat(catchThrowableOfType(CarrierException.class, () -> keeping.erase(ASKED)))
                    .isNotNull();
            keeping.track(ASKED);
        }

        karrio.verify(2, postRequestedFor(urlPathEqualTo(TRACKERS)));
    }

    @Test
    void aRefusalIsTold() {
        lists(false, tracker("trk_1", "canadapost", NUMBER));
        lists(true);
        karrio.stubFor(delete(urlPathEqualTo(TRACKERS + "/trk_1"))
                .willReturn(json(403, "{\"errors\":[{\"code\":\"permission_denied\",\"message\":\"No\"}]}")));

        CarrierException error = catchThrowableOfType(CarrierException.class, () -> client().erase(ASKED));
        assertThat(error.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        assertThat(error.details().subject()).hasValue(NUMBER);
    }
}
