package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.Secret;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DhlConfigTest {
    private static Optional<DhlConfig> from(String... pairs) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return DhlConfig.from(ConfigSource.of(settings));
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(CarrierProvider.class))
                .extracting(CarrierProvider::carrierId)
                .contains("dhl");
        assertThat(new DhlCarrierProvider().settings())
                .startsWith("DHL_API_KEY")
                .hasSize(15);
    }

    @Test
    void withoutCredentialsThereIsNoConnection() {
        assertThat(from()).isEmpty();
        assertThat(from("DHL_SANDBOX", "true", "DHL_API_KEY", " ")).isEmpty();
    }

    @Test
    void anyOneSetOfCredentialsIsEnough() {
        assertThat(from("DHL_API_KEY", "test-key")).isPresent();
        assertThat(from("DHL_CLIENT_ID", "test-id", "DHL_CLIENT_SECRET", "test-secret"))
                .isPresent();
        assertThat(from("DHL_EXPRESS_USERNAME", "test-user", "DHL_EXPRESS_PASSWORD", "test-password"))
                .isPresent();
    }

    @Test
    void halfGivenSetsAreAnErrorNamingEachKeysStateButNoValue() {
        assertThatThrownBy(() -> from("DHL_API_KEY", "test-key", "DHL_CLIENT_ID", "test-id"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("DHL_CLIENT_ID is set, DHL_CLIENT_SECRET is missing")
                .hasMessageNotContaining("test-");
        assertThatThrownBy(() -> from("DHL_EXPRESS_PASSWORD", "test-password"))
                .hasMessageContaining("DHL_EXPRESS_USERNAME is missing, DHL_EXPRESS_PASSWORD is set");
        assertThatThrownBy(() -> from("DHL_EXPRESS_ACCOUNT_NUMBER", "123456789"))
                .hasMessageContaining("DHL_EXPRESS_USERNAME is missing, DHL_EXPRESS_PASSWORD is missing,"
                        + " DHL_EXPRESS_ACCOUNT_NUMBER is set")
                .hasMessageNotContaining("123456789");
    }

    @Test
    void productionIsTheDefault() {
        DhlConfig config = from("DHL_API_KEY", "test-key").orElseThrow();

        assertThat(config.sandbox()).isFalse();
        assertThat(config.unifiedBaseUri()).hasToString("https://api-eu.dhl.com");
        assertThat(config.expressBaseUri()).hasToString("https://express.api.dhl.com/mydhlapi");
        assertThat(config.ecommerceBaseUri()).hasToString("https://api.dhlecs.com");
    }

    @Test
    void theSandboxLeavesUnifiedTrackingWhereItIs() {
        DhlConfig config = from("DHL_API_KEY", "test-key", "DHL_SANDBOX", "yes").orElseThrow();

        assertThat(config.unifiedBaseUri()).hasToString("https://api-eu.dhl.com");
        assertThat(config.expressBaseUri()).hasToString("https://express.api.dhl.com/mydhlapi/test");
        assertThat(config.ecommerceBaseUri()).hasToString("https://api-sandbox.dhlecs.com");
    }

    @Test
    void eachBaseUrlCanBeSetAndMustBeOne() {
        DhlConfig config = from(
                        "DHL_API_KEY", "test-key",
                        "DHL_SANDBOX", "true",
                        "DHL_BASE_URL", "http://127.0.0.1:1/u",
                        "DHL_LOCATION_FINDER_BASE_URL", "http://127.0.0.1:1/l",
                        "DHL_EXPRESS_BASE_URL", "http://127.0.0.1:1/x",
                        "DHL_ECOMMERCE_BASE_URL", "http://127.0.0.1:1/e")
                .orElseThrow();

        assertThat(config.unifiedBaseUri()).isEqualTo(URI.create("http://127.0.0.1:1/u"));
        assertThat(config.locationsBaseUri()).isEqualTo(URI.create("http://127.0.0.1:1/l"));
        assertThat(config.expressBaseUri()).isEqualTo(URI.create("http://127.0.0.1:1/x"));
        assertThat(config.ecommerceBaseUri()).isEqualTo(URI.create("http://127.0.0.1:1/e"));
        assertThatThrownBy(() -> from("DHL_API_KEY", "test-key", "DHL_EXPRESS_BASE_URL", "express"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("DHL_EXPRESS_BASE_URL");
    }

    @Test
    void onlyUnifiedTrackingHasAQuotaUnlessOthersAreGiven() {
        DhlConfig usual = from("DHL_API_KEY", "test-key").orElseThrow();
        assertThat(usual.unifiedQuota()).isEqualTo(Quota.parse("250/day, 1/5s"));
        assertThat(usual.locationsBaseUri()).isEqualTo(URI.create("https://api.dhl.com/location-finder/v1"));
        assertThat(usual.locationsQuota().isUnlimited()).isTrue();
        assertThat(usual.expressQuota().isUnlimited()).isTrue();
        assertThat(usual.ecommerceQuota().isUnlimited()).isTrue();

        DhlConfig config = from(
                        "DHL_API_KEY", "test-key",
                        "DHL_UNIFIED_QUOTA", "5000/day, 10/1s",
                        "DHL_LOCATION_FINDER_QUOTA", "2/1s",
                        "DHL_EXPRESS_QUOTA", "500/day",
                        "DHL_ECOMMERCE_QUOTA", "5/1s")
                .orElseThrow();
        assertThat(config.unifiedQuota()).isEqualTo(Quota.parse("5000/day, 10/1s"));
        assertThat(config.locationsQuota()).isEqualTo(Quota.parse("2/1s"));
        assertThat(config.expressQuota()).isEqualTo(Quota.parse("500/day"));
        assertThat(config.ecommerceQuota()).isEqualTo(Quota.parse("5/1s"));
        assertThat(config.toString()).contains("quotas=[5000/day, 10/1s; 2/1s; 500/day; 5/1s]");
        assertThatThrownBy(() -> from("DHL_API_KEY", "test-key", "DHL_EXPRESS_QUOTA", "few"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("DHL_EXPRESS_QUOTA");
    }

    @Test
    void showsNoSecret() {
        DhlConfig config = DhlConfig.builder()
                .connection("dhl-us")
                .apiKey(() -> Secret.of("test-key"))
                .express(() -> Credentials.of("test-user", "test-password"))
                .expressAccountNumber("123456789")
                .build();

        assertThat(config.toString())
                .contains("dhl-us", "unified=**** ", "ecommerce=off")
                .doesNotContain("test-", "123456789");
    }

    @Test
    void aBuilderWithoutCredentialsMakesNothing() {
        assertThatIllegalStateException().isThrownBy(() -> DhlConfig.builder().build());
    }
}
