package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class UpsConfigTest {
    private static final Map<String, String> CREDENTIALS =
            Map.of("UPS_CLIENT_ID", "test-client", "UPS_CLIENT_SECRET", "test-secret");

    private static UpsConfig config(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(CREDENTIALS);
        all.putAll(more);
        return UpsConfig.from(ConfigSource.of(all)).orElseThrow();
    }

    @Test
    void providerIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(CarrierProvider.class))
                .anySatisfy(provider -> assertThat(provider).isInstanceOf(UpsCarrierProvider.class));
    }

    @Test
    void withoutCredentialsThereIsNoConnection() {
        assertThat(UpsConfig.from(ConfigSource.of(Map.of("UPS_ACCOUNT_NUMBER", "A1B2C3"))))
                .isEmpty();
    }

    @Test
    void halfGivenCredentialsAreRefusedWithNamesAndWithoutValues() {
        assertThatThrownBy(() -> UpsConfig.from(ConfigSource.of(Map.of("UPS_CLIENT_ID", "test-client"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("UPS_CLIENT_ID is set")
                .hasMessageContaining("UPS_CLIENT_SECRET is missing")
                .hasMessageNotContaining("test-client");
    }

    @Test
    void hostFollowsTheEnvironmentUnlessOneIsGiven() {
        assertThat(config(Map.of()).baseUri()).hasToString("https://onlinetools.ups.com");
        assertThat(config(Map.of("UPS_SANDBOX", "true")).baseUri()).hasToString("https://wwwcie.ups.com");
        assertThat(config(Map.of("UPS_BASE_URL", "http://127.0.0.1:1")).baseUri())
                .isEqualTo(URI.create("http://127.0.0.1:1"));
    }

    @Test
    void unreadableSettingIsNamed() {
        assertThatThrownBy(() -> config(Map.of("UPS_SANDBOX", "perhaps"))).hasMessageContaining("UPS_SANDBOX");
        assertThatThrownBy(() -> config(Map.of("UPS_BASE_URL", "ups"))).hasMessageContaining("UPS_BASE_URL");
    }

    @Test
    void quotaIsUnlimitedUnlessOneIsGivenForUpsPublishesNone() {
        assertThat(config(Map.of()).quota().isUnlimited()).isTrue();
        UpsConfig config = config(Map.of("UPS_QUOTA", "10/1s"));
        assertThat(config.quota()).isEqualTo(Quota.parse("10/1s"));
        assertThat(config.toString()).contains("quota=10/1s");
        assertThatThrownBy(() -> config(Map.of("UPS_QUOTA", "ten"))).hasMessageContaining("UPS_QUOTA");
        assertThat(new UpsCarrierProvider().settings()).contains("UPS_QUOTA");
    }

    @Test
    void nothingSecretIsShown() {
        assertThat(config(Map.of("UPS_ACCOUNT_NUMBER", "A1B2C3", "UPS_WEBHOOK_CREDENTIAL", "test-hook"))
                        .toString())
                .contains("onlinetools")
                .doesNotContain("test-client", "test-secret", "A1B2C3", "test-hook");
    }

    @Test
    void keysMayRotate() {
        Map<String, String> live = new HashMap<>(CREDENTIALS);
        live.put("UPS_WEBHOOK_CREDENTIAL", "test-hook");
        UpsConfig config = UpsConfig.from(live::get).orElseThrow();
        Supplier<Secret> hook = config.webhookCredential().orElseThrow();
        assertThat(hook.get()).isEqualTo(Secret.of("test-hook"));
        live.put("UPS_CLIENT_SECRET", "test-rotated");
        live.put("UPS_WEBHOOK_CREDENTIAL", "test-rotated");
        assertThat(hook.get()).isEqualTo(Secret.of("test-rotated"));
        assertThat(config.credentials().get()).isEqualTo(Credentials.of("test-client", "test-rotated"));
    }

    @Test
    void connectionOfOnesOwnNeedsCredentials() {
        assertThatThrownBy(() -> UpsConfig.builder().build()).isInstanceOf(IllegalStateException.class);
        UpsConfig config = UpsConfig.builder()
                .connection("ups-eu")
                .credentials(() -> Credentials.of("test-client", "test-secret"))
                .sandbox(true)
                .build();
        assertThat(config.connection()).isEqualTo("ups-eu");
        assertThat(config.accountNumber()).isEmpty();
    }
}
