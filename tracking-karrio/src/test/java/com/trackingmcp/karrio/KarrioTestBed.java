package com.trackingmcp.karrio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.ConfigSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A stubbed Karrio server below a path, and a client that talks to it through the public door. */
abstract class KarrioTestBed {
    static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    static final String NUMBER = "7023210039414604";
    static final String BASE = "/apps/karrio";
    static final String CANADA_POST =
            "{\"id\":\"car_1\",\"carrier_name\":\"canadapost\",\"carrier_id\":\"canada-east\",\"display_name\":\"Canada Post\","
                    + "\"test_mode\":true,\"active\":true,\"capabilities\":[\"tracking\",\"rating\",\"shipping\"],\"is_system\":false}";

    final WireMockServer karrio =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    final List<TrackingClient> clients = new ArrayList<>();
    final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void open() {
        karrio.start();
        settings.put("KARRIO_API_URL", karrio.baseUrl() + BASE + "/");
        settings.put("KARRIO_API_KEY", "test-key");
        karrio.stubFor(get(urlPathEqualTo(BASE + "/")).willReturn(json("{\"VERSION\":\"2026.1.32\"}")));
        connections(CANADA_POST);
    }

    @AfterEach
    void close() {
        clients.forEach(TrackingClient::close);
        karrio.stop();
    }

    void connections(String... all) {
        karrio.stubFor(get(urlPathEqualTo(BASE + "/v1/connections"))
                .willReturn(json("{\"count\":%d,\"next\":null,\"previous\":null,\"results\":[%s]}"
                        .formatted(all.length, String.join(",", all)))));
    }

    TrackingClient client() {
        return client(0);
    }

    TrackingClient client(int retries) {
        TrackingClient client = TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new KarrioCarrierProvider()))
                .config(ConfigSource.of(settings))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .retries(retries, Duration.ZERO)
                .build();
        clients.add(client);
        return client;
    }

    TrackingResult track(ResponseDefinitionBuilder answer) {
        karrio.stubFor(post(urlPathEqualTo(BASE + "/v1/trackers")).willReturn(answer));
        return client().track(TrackingNumber.of(NUMBER, "karrio:canadapost"));
    }

    /** What a tracker with these members becomes. */
    TrackingResult tracker(String members) {
        return track(json(
                202,
                "{\"id\":\"trk_1\",\"carrier_name\":\"canadapost\",\"carrier_id\":\"canada-east\",\"tracking_number\":\""
                        + NUMBER + "\",\"test_mode\":true," + members + "}"));
    }

    CarrierException failure(ResponseDefinitionBuilder answer) {
        return catchThrowableOfType(CarrierException.class, () -> track(answer));
    }

    static ResponseDefinitionBuilder json(String body) {
        return json(200, body);
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
