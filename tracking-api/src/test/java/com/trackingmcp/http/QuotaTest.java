package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {
    @Test
    void aTextNamesItsWindows() {
        assertThat(Quota.parse("100000/day, 1400/10s"))
                .isEqualTo(Quota.of(Quota.Window.perDay(100_000), Quota.Window.rate(1_400, Duration.ofSeconds(10))));
        assertThat(Quota.parse(" 250 / DAY,1/5S ").windows()).hasSize(2);
        assertThat(Quota.parse("Unlimited")).isEqualTo(Quota.unlimited());
        assertThat(Quota.of()).isEqualTo(Quota.unlimited());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unlimited", "250/day, 1/5s", "100000/day, 1400/10s", "3/250ms", "60/1m", "1000/24h"})
    void whatIsWrittenIsReadAgain(String text) {
        assertThat(Quota.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"60/m, 60/1m", "5/s, 5/1s", "120/60s, 120/1m", "7/1500ms, 7/1500ms"})
    void aUnitAloneIsOneOfIt(String text, String same) {
        assertThat(Quota.parse(text)).hasToString(same);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "many",
                "0/day",
                "-1/s",
                "5",
                "5/",
                "5/week",
                "5/0s",
                "5/s,",
                "5/s;6/day",
                "1.5/s",
                "99999999999/day",
                "2000000000/day",
                "5/999999999h",
                "1001/1ms"
            })
    void anotherTextIsRefusedSayingWhatIsExpected(String text) {
        assertThatThrownBy(() -> Quota.parse(text))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_SETTING))
                .hasMessageContaining("100000/day, 1400/10s");
    }

    @Test
    void windowsWithoutSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quota.Window.perDay(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Quota.Window.rate(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Quota.Window.rate(1, Duration.ofNanos(1_500_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota.Window(1, Duration.ofHours(1), true));
    }
}
