package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Confidence;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.ConfigSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** How every carrier is configured, whatever it can do, and which numbers it may call its own. */
abstract class ConnectionContract extends ContractBed {
    @Test
    void is_not_connected_without_credentials() {
        assertThat(provider().configure(key -> null)).isEmpty();
        assertThat(provider().carrierId()).matches("[a-z][a-z0-9-]*");
        assertThat(provider().settings()).isNotEmpty().doesNotHaveDuplicates();
    }

    /** A credential given alone is refused or enough: who forgot its other half would never hear of it otherwise. */
    @Test
    void names_every_setting_but_no_value_where_credentials_are_half_given() {
        List<String> credentials = secretSettings();
        for (String given : givenSettings()) {
            ConfigSource half = key -> key.equals(given) ? "test-half-given" : null;
            try {
                boolean connected = provider().configure(half).isPresent();
                assertThat(connected || !credentials.contains(given))
                        .as("%s alone is neither refused nor enough to connect", given)
                        .isTrue();
            } catch (ConfigurationException e) {
                assertThat(e.getMessage()).contains(given).doesNotContain("test-half-given");
                if (e.code() == ErrorCode.INCOMPLETE_CREDENTIALS) {
                    assertThat(e).hasMessageContaining(given + " is set").hasMessageContaining("is missing");
                }
            }
        }
    }

    /** Whoever is on the way would read credentials and addresses otherwise. */
    @Test
    void asks_no_other_machine_by_plain_http_unless_that_is_allowed() {
        for (String url : urlSettings()) {
            ConfigSource plain = with(url, "http://carrier.example");
            assertThatThrownBy(() -> client(plain).close())
                    .as(url)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(url)
                    .hasMessageContaining("use https")
                    .hasMessageContaining("ALLOW_PLAIN_HTTP=true");
            client(key -> key.equals("ALLOW_PLAIN_HTTP") ? "true" : plain.lookup(key))
                    .close();
        }
    }

    /** The URL is told in errors and logs. */
    @Test
    void takes_no_url_that_may_hold_a_secret() {
        for (String url : urlSettings()) {
            for (String holding :
                    List.of("https://test-user:test-secret@carrier.example", "https://carrier.example?k=test-secret")) {
                assertThatThrownBy(() -> client(with(url, holding)).close())
                        .as(url)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining(url)
                        .hasMessageNotContaining("test-secret");
            }
        }
    }

    private List<String> urlSettings() {
        return givenSettings().stream().filter(key -> key.endsWith("_URL")).toList();
    }

    private ConfigSource with(String setting, String value) {
        return key -> key.equals(setting) ? value : subject.config().lookup(key);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/com/trackingmcp/testkit/look-alikes.csv")
    void claims_no_number_of_another_carrier_for_certain(String number, String carrier) {
        assumeTrue(!carrier.equals(provider().carrierId()), "its own number");

        assertThat(provider().match(TrackingNumber.of(number)).confidence())
                .as("%s of %s", number, carrier)
                .isNotEqualTo(Confidence.CERTAIN);
    }
}
