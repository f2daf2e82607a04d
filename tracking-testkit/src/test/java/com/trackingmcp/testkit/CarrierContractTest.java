package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The contract itself: it refuses what is wrong, and only that. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CarrierContractTest {
    private static final CarrierFactory CONNECTED = context -> {
        throw new AssertionError("nobody asked to connect it");
    };

    @Test
    void half_given_credentials_that_are_skipped_without_a_word_break_it() {
        assertThatThrownBy(() -> halfGiven(config -> config.get("FEDEX_CLIENT_ID")
                        .flatMap(id -> config.get("FEDEX_CLIENT_SECRET"))
                        .map(secret -> CONNECTED)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("FEDEX_CLIENT_ID");
    }

    @Test
    void half_given_credentials_that_are_shown_break_it() {
        assertThatThrownBy(() -> halfGiven(config -> {
                    new SettingsReader(config.get("FEDEX_CLIENT_ID").orElse("fedex"), config)
                            .credentials("FEDEX_CLIENT_ID", "FEDEX_CLIENT_SECRET");
                    return Optional.empty();
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void half_given_credentials_that_are_told_keep_it() {
        assertThatCode(() -> halfGiven(config -> new SettingsReader("fedex", config)
                        .credentials("FEDEX_CLIENT_ID", "FEDEX_CLIENT_SECRET")
                        .map(credentials -> CONNECTED)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_setting_that_is_refused_for_itself_keeps_it() {
        assertThatCode(() -> halfGiven(config -> {
                    SettingsReader settings = new SettingsReader("fedex", config);
                    settings.uri("FEDEX_BASE_URL");
                    return settings.credentials("FEDEX_CLIENT_ID", "FEDEX_CLIENT_SECRET")
                            .map(credentials -> CONNECTED);
                }))
                .doesNotThrowAnyException();
    }

    private interface Configuring {
        Optional<CarrierFactory> configure(ConfigSource config);
    }

    private static void halfGiven(Configuring configuring) {
        Contract contract = new Contract(configuring);
        contract.startServer();
        try {
            contract.names_every_setting_but_no_value_where_credentials_are_half_given();
        } finally {
            contract.stopServer();
        }
    }

    private static final class Contract extends CarrierContract {
        private static final List<String> SETTINGS =
                List.of("FEDEX_CLIENT_ID", "FEDEX_CLIENT_SECRET", "FEDEX_ACCOUNT_NUMBER", "FEDEX_BASE_URL");
        private final Configuring configuring;

        Contract(Configuring configuring) {
            this.configuring = configuring;
        }

        @Override
        protected CarrierProvider provider() {
            return new CarrierProvider() {
                @Override
                public String carrierId() {
                    return "fedex";
                }

                @Override
                public List<String> settings() {
                    return SETTINGS;
                }

                @Override
                public Optional<CarrierFactory> configure(ConfigSource config) {
                    return configuring.configure(config);
                }

                @Override
                public NumberMatch match(TrackingNumber number) {
                    return NumberMatch.none();
                }
            };
        }

        @Override
        protected ContractSubject newSubject() {
            return new SandboxSubject("fedex", Set.copyOf(SETTINGS), Map.of());
        }
    }
}
