package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.http.Quota;
import com.trackingmcp.spi.ConfigSource;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KarrioConfigTest {
    private static Optional<KarrioConfig> from(Map<String, String> settings) {
        return KarrioConfig.from(ConfigSource.of(settings));
    }

    @Test
    void without_any_setting_there_is_no_server() {
        assertThat(from(Map.of())).isEmpty();
    }

    @Test
    void a_url_and_a_key_are_enough() {
        KarrioConfig config = from(Map.of(
                        "KARRIO_API_URL", "https://karrio.example.com/api//", "KARRIO_API_KEY", "test-key"))
                .orElseThrow();

        assertThat(config.baseUri()).isEqualTo(URI.create("https://karrio.example.com/api"));
        assertThat(config.connection()).isEqualTo("karrio");
        assertThat(config.apiKey().orElseThrow().get().reveal()).isEqualTo("test-key");
        assertThat(config.login()).isEmpty();
        assertThat(config.quota()).isEqualTo(Quota.parse("600/1m"));
        assertThat(config.toString()).doesNotContain("test-key");
    }

    @Test
    void a_user_and_a_mode_take_the_place_of_a_key() {
        KarrioConfig config = from(Map.of(
                        "KARRIO_API_URL", "http://localhost:5002",
                        "KARRIO_EMAIL", "test@example.com",
                        "KARRIO_PASSWORD", "test-password",
                        "KARRIO_TEST_MODE", "true",
                        "KARRIO_QUOTA", "unlimited"))
                .orElseThrow();

        assertThat(config.apiKey()).isEmpty();
        assertThat(config.login()).isPresent();
        assertThat(config.testMode()).isTrue();
        assertThat(config.quota().isUnlimited()).isTrue();
        assertThat(config.toString()).doesNotContain("test-password").doesNotContain("test@example.com");
    }

    @Test
    void half_given_credentials_are_told_with_every_key_and_no_value() {
        assertThatThrownBy(() -> from(Map.of("KARRIO_API_KEY", "test-key")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("KARRIO_API_URL is missing")
                .hasMessageNotContaining("test-key");
        assertThatThrownBy(() -> from(Map.of("KARRIO_API_URL", "https://karrio.example.com")))
                .hasMessageContaining("KARRIO_API_KEY is missing");
        assertThatThrownBy(() -> from(
                        Map.of("KARRIO_API_URL", "https://karrio.example.com", "KARRIO_EMAIL", "test@example.com")))
                .hasMessageContaining("KARRIO_PASSWORD is missing")
                .hasMessageNotContaining("test@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "karrio.example.com",
                "https://test-user:test-pass@karrio.example.com",
                "https://karrio.example.com/?key=test-pass",
                "https://karrio.example.com/#test-pass"
            })
    void a_url_that_may_hold_a_secret_or_is_none_is_refused_unshown(String url) {
        assertThatThrownBy(() -> from(Map.of("KARRIO_API_URL", url, "KARRIO_API_KEY", "test-key")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("KARRIO_API_URL")
                .hasMessageNotContaining("test-pass");
    }
}
