package com.trackingmcp.karrio;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.RateLimitedException;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.observe.LaneStatus;
import com.trackingmcp.observe.QuotaStatus;
import org.junit.jupiter.api.Test;

/** All connections of a server share its quota and its pace. */
class KarrioPaceTest extends KarrioTestBed {
    private static final TrackingNumber PARCEL = TrackingNumber.of(NUMBER, "karrio:canadapost");

    @Test
    void theQuotaOfAConnectionIsThatOfItsServer() {
        TrackingClient client = client();

        assertThat(client.quota("karrio:canada-east"))
                .extracting(QuotaStatus::api)
                .containsExactly("karrio");
        assertThat(client.quota("canadapost")).hasSize(1);
        assertThat(client.quota("karrio")).hasSize(1);
    }

    @Test
    void aServerThatAsksToSlowDownIsAskedForFewerNumbersAtOnce() {
        karrio.stubFor(post(urlPathEqualTo(BASE + "/v1/trackers"))
                .willReturn(json(429, "{\"errors\":[{\"code\":\"throttled\",\"message\":\"Slow down\"}]}")));
        TrackingClient client = client();

        assertThatThrownBy(() -> client.track(PARCEL)).isInstanceOf(RateLimitedException.class);

        assertThat(client.lanes()).extracting(LaneStatus::limit).containsExactly(4);
    }
}
