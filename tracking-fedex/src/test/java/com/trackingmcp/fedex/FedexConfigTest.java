package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Quota;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FedexConfigTest {
    private static final Map<String, String> MAIN =
            Map.of("FEDEX_CLIENT_ID", "test-id", "FEDEX_CLIENT_SECRET", "test-secret");
    private static final Map<String, String> TRACK =
            Map.of("FEDEX_TRACK_CLIENT_ID", "test-track-id", "FEDEX_TRACK_CLIENT_SECRET", "test-track-secret");

    private static FedexConfig config(Map<String, String> first, Map<String, String> second) {
        Map<String, String> all = new HashMap<>(first);
        all.putAll(second);
        return FedexConfig.from(ConfigSource.of(all)).orElseThrow();
    }

    @Test
    void is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(CarrierProvider.class)).hasOnlyElementsOfType(FedexCarrierProvider.class);
    }

    @Test
    void without_credentials_there_is_no_connection() {
        assertThat(FedexConfig.from(ConfigSource.of(Map.of("FEDEX_ACCOUNT_NUMBER", "100200300"))))
                .isEmpty();
    }

    @Test
    void credentials_for_tracking_alone_are_enough() {
        assertThat(config(TRACK, Map.of()).usedForTracking().get())
                .isEqualTo(Credentials.of("test-track-id", "test-track-secret"));
    }

    @Test
    void half_given_credentials_for_tracking_are_refused_beside_whole_ones() {
        assertThatThrownBy(() -> config(MAIN, Map.of("FEDEX_TRACK_CLIENT_SECRET", "test-track-secret")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("FEDEX_TRACK_CLIENT_ID is missing")
                .hasMessageNotContaining("test-track-secret");
    }

    @Test
    void production_is_asked_unless_the_sandbox_is_wanted() {
        assertThat(config(MAIN, Map.of()).baseUri()).hasToString("https://apis.fedex.com");
        assertThat(config(MAIN, Map.of("FEDEX_SANDBOX", "true")).baseUri())
                .hasToString("https://apis-sandbox.fedex.com");
    }

    @Test
    void a_base_url_beats_the_sandbox() {
        FedexConfig config =
                config(MAIN, Map.of("FEDEX_SANDBOX", "true", "FEDEX_BASE_URL", "https://proxy.example/fedex"));

        assertThat(config.baseUri()).hasToString("https://proxy.example/fedex");
        assertThat(config.toBuilder().sandbox(false).build().baseUri()).isEqualTo(config.baseUri());
    }

    @Test
    void papers_have_a_host_of_their_own_in_production_and_in_the_sandbox() {
        FedexConfig production = config(MAIN, Map.of());

        assertThat(production.documentsBaseUri()).hasToString("https://documentapi.prod.fedex.com");
        assertThat(production.toBuilder().sandbox(true).build().documentsBaseUri())
                .hasToString("https://documentapitest.prod.fedex.com/sandbox");
        assertThat(config(MAIN, Map.of("FEDEX_SANDBOX", "true")).documentsBaseUri())
                .hasToString("https://documentapitest.prod.fedex.com/sandbox");
    }

    @Test
    void who_asks_another_host_than_fedex_s_asks_it_for_papers_too_unless_told_otherwise() {
        FedexConfig proxied = config(MAIN, Map.of("FEDEX_BASE_URL", "https://proxy.example/fedex"));
        FedexConfig apart = config(
                MAIN,
                Map.of(
                        "FEDEX_BASE_URL", "https://proxy.example/fedex",
                        "FEDEX_DOCUMENTS_BASE_URL", "https://proxy.example/papers"));

        assertThat(proxied.documentsBaseUri()).hasToString("https://proxy.example/fedex");
        assertThat(apart.documentsBaseUri()).hasToString("https://proxy.example/papers");
        assertThat(apart.toBuilder().connection("fedex-eu").build().documentsBaseUri())
                .isEqualTo(apart.documentsBaseUri());
        assertThat(apart.toString()).contains("documentsBaseUri=https://proxy.example/papers");
        assertThat(new FedexCarrierProvider().settings()).contains("FEDEX_DOCUMENTS_BASE_URL");
    }

    @Test
    void a_copy_moves_with_the_environment_it_is_given() {
        FedexConfig copy = config(MAIN, Map.of("FEDEX_ACCOUNT_NUMBER", "100200300")).toBuilder()
                .connection("fedex-eu")
                .sandbox(true)
                .build();

        assertThat(copy.baseUri()).hasToString("https://apis-sandbox.fedex.com");
        assertThat(copy.connection()).isEqualTo("fedex-eu");
        assertThat(copy.accountNumber()).contains("100200300");
    }

    @Test
    void asks_no_more_than_fedex_grants_every_project_unless_told_otherwise() {
        assertThat(config(MAIN, Map.of()).quota()).isEqualTo(Quota.parse("100000/day, 1400/10s"));

        FedexConfig config = config(MAIN, Map.of("FEDEX_QUOTA", "5000/day"));
        assertThat(config.quota()).isEqualTo(Quota.parse("5000/day"));
        assertThat(config.toBuilder().build().quota()).isEqualTo(config.quota());
        assertThat(config.toString()).contains("quota=5000/day");
        assertThat(config.toBuilder().quota(Quota.unlimited()).build().quota().isUnlimited())
                .isTrue();
        assertThatThrownBy(() -> config(MAIN, Map.of("FEDEX_QUOTA", "many"))).hasMessageContaining("FEDEX_QUOTA");
        assertThat(new FedexCarrierProvider().settings()).contains("FEDEX_QUOTA");
    }

    @Test
    void says_nothing_secret() {
        FedexConfig config = config(MAIN, TRACK);

        assertThat(config.toString()).doesNotContain("test-").contains("credentials=****");
    }

    @Test
    void credentials_are_needed() {
        assertThatThrownBy(() -> FedexConfig.builder().build()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_second_account_is_a_second_connection() {
        FedexConfig config = config(MAIN, Map.of());
        try (TrackingClient client = TrackingClient.builder()
                .providers(List.of())
                .carrier(Fedex.carrier(config))
                .carrier(Fedex.carrier(config.toBuilder().connection("fedex-eu").build()))
                .build()) {
            assertThat(client.carriers())
                    .extracting(profile -> profile.connection())
                    .containsExactly("fedex", "fedex-eu");
        }
    }
}
