package com.trackingmcp.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.Secret;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final Map<String, String> given = new HashMap<>();
    private final SettingsReader settings = new SettingsReader("parcelpost", given::get);

    @Test
    void aBlankSettingIsNotSet() {
        ConfigSource source = ConfigSource.of(Map.of("BLANK", " \t", "SET", " value\n"));
        assertThat(source.get("BLANK")).isEmpty();
        assertThat(source.get("MISSING")).isEmpty();
        assertThat(source.get("SET")).contains("value");
    }

    @Test
    void anotherSourceIsAskedForWhatIsNotSetOrBlankInTheFirst() {
        ConfigSource source = ConfigSource.of(Map.of("A", "1", "B", " "))
                .orElse(ConfigSource.of(Map.of("A", "9", "B", "2", "C", "3")));
        assertThat(source.get("A")).contains("1");
        assertThat(source.get("B")).contains("2");
        assertThat(source.get("C")).contains("3");
        assertThat(source.get("D")).isEmpty();
    }

    @Test
    void theEnvironmentIsASource() {
        assertThat(ConfigSource.environment().get("PATH")).isPresent();
    }

    @Test
    void credentialsAreLookedUpAgainWheneverTheyAreNeeded() {
        given.put("ID", "test-1");
        given.put("SECRET", "test-2");
        Supplier<Credentials> credentials = settings.credentials("ID", "SECRET").orElseThrow();
        given.put("SECRET", "test-3");
        assertThat(credentials.get()).isEqualTo(Credentials.of("test-1", "test-3"));
        given.remove("SECRET");
        assertThatThrownBy(credentials::get)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ID is set, SECRET is missing");
    }

    @Test
    void aKeyIsLookedUpAgainToo() {
        given.put("KEY", "test-1");
        Supplier<Secret> key = settings.secret("KEY").orElseThrow();
        given.put("KEY", "test-2");
        assertThat(key.get().reveal()).isEqualTo("test-2");
        given.clear();
        assertThatThrownBy(key::get).hasMessageContaining("KEY is missing");
        assertThat(settings.secret("KEY")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "YES,true", "on,true", "1,true", "False,false", "no,false", "OFF,false", "0,false"})
    void switchesAreWordsPeopleUse(String word, boolean on) {
        given.put("FLAG", word);
        assertThat(settings.flag("FLAG")).isEqualTo(on);
        assertThat(settings.flag("OTHER")).isFalse();
    }

    @Test
    void anyOtherWordIsAnErrorWithoutTheWord() {
        given.put("FLAG", "test-secret");
        assertThatThrownBy(() -> settings.flag("FLAG"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("FLAG")
                .hasMessageNotContaining("test-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"parcelpost", "ftp://host/x", "https://", "http:/x", "://", "https://ho st/", "file:///etc"})
    void aUrlThatIsNoneIsAnErrorWithoutTheValue(String url) {
        given.put("URL", url);
        assertThatThrownBy(() -> settings.uri("URL"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("URL")
                .hasMessageNotContaining(url + " ");
    }

    @Test
    void anAbsoluteUrlIsTaken() {
        given.put("URL", " https://api.parcelpost.example/v1 ");
        assertThat(settings.uri("URL")).contains(URI.create("https://api.parcelpost.example/v1"));
        assertThat(settings.uri("OTHER")).isEmpty();
    }

    @Test
    void aQuotaNamesItsWindowsAndAWrongOneItsSetting() {
        given.put("QUOTA", "250/day, 1/5s");
        assertThat(settings.quota("QUOTA")).contains(Quota.parse("250/day, 1/5s"));
        assertThat(settings.quota("OTHER_QUOTA")).isEmpty();
        given.put("QUOTA", "test-wrong");
        assertThatThrownBy(() -> settings.quota("QUOTA"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The setting QUOTA is not valid: expected limits such as")
                .hasMessageNotContaining("test-wrong");
    }
}
