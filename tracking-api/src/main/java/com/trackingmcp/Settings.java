package com.trackingmcp;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.BaseUrls;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.SettingsReader;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Checks what users set, and reads durations from a configuration. Stateless. */
final class Settings {
    /** A longer wait is a slip, and past 292 years no clock can count its nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private Settings() {}

    static Duration positive(String name, Duration value) {
        if (value.isZero() || isOutside(value)) {
            throw invalid(name, "expected a positive duration of a year at most, not " + value);
        }
        return value;
    }

    static Duration notNegative(String name, Duration value) {
        if (isOutside(value)) {
            throw invalid(name, "expected zero or a duration of a year at most, not " + value);
        }
        return value;
    }

    private static boolean isOutside(Duration value) {
        return value.isNegative() || value.compareTo(LONGEST) > 0;
    }

    static Optional<Duration> positive(ConfigSource config, String key) {
        return config.get(key).map(text -> positive(key, duration(key, text)));
    }

    static Optional<Duration> notNegative(ConfigSource config, String key) {
        return config.get(key).map(text -> notNegative(key, duration(key, text)));
    }

    /** Whether plain HTTP to other machines is allowed. */
    static boolean plainHttp(ConfigSource config) {
        return new SettingsReader("client", config).flag(BaseUrls.ALLOW_PLAIN_HTTP);
    }

    /** The settings as carriers read them, with what the builder was told in place of what is set. */
    static ConfigSource withPlainHttp(ConfigSource config, boolean allowed) {
        return key -> key.equals(BaseUrls.ALLOW_PLAIN_HTTP) ? String.valueOf(allowed) : config.lookup(key);
    }

    private static Duration duration(String key, String text) {
        try {
            boolean seconds = text.chars().allMatch(c -> c >= '0' && c <= '9');
            return seconds ? Duration.ofSeconds(Long.parseLong(text)) : Duration.parse(text);
        } catch (ArithmeticException | NumberFormatException | DateTimeParseException e) {
            throw invalid(key, "expected seconds such as 30, or ISO 8601 such as PT1M");
        }
    }

    static ConfigurationException invalid(String name, String reason) {
        return new ConfigurationException(
                ErrorDetails.builder(ErrorCode.INVALID_SETTING)
                        .argument("setting", name)
                        .argument("reason", reason)
                        .build(),
                null);
    }
}
