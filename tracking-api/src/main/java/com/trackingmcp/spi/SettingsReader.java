package com.trackingmcp.spi;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.BaseUrls;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.Secret;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads one carrier's settings, and says of half-given ones which are missing: names and states, never values. As safe
 * for use by several threads as its source.
 */
public final class SettingsReader {
    private final String carrier;
    private final ConfigSource config;

    public SettingsReader(String carrier, ConfigSource config) {
        this.carrier = carrier;
        this.config = config;
    }

    /** A setting's text; empty where it is not set. */
    public Optional<String> text(String key) {
        return config.get(key);
    }

    /**
     * An id and its secret, looked up again whenever they are needed.
     *
     * @return empty where neither is set
     * @throws ConfigurationException where only one is set
     */
    public Optional<Supplier<Credentials>> credentials(String idKey, String secretKey) {
        if (noneOf(idKey, secretKey)) {
            return Optional.empty();
        }
        requireAll(idKey, secretKey);
        return Optional.of(() -> {
            requireAll(idKey, secretKey);
            return Credentials.of(text(idKey).orElseThrow(), text(secretKey).orElseThrow());
        });
    }

    /** A key, looked up again whenever it is needed; empty where it is not set. */
    public Optional<Supplier<Secret>> secret(String key) {
        return text(key).map(first -> () -> {
            requireAll(key);
            return Secret.of(text(key).orElseThrow());
        });
    }

    /**
     * A switch: {@code true}, {@code yes}, {@code on}, {@code 1} or their opposites, in any case.
     *
     * @return false where it is not set
     * @throws ConfigurationException for any other word
     */
    public boolean flag(String key) {
        Optional<String> value = text(key);
        if (value.isEmpty()) {
            return false;
        }
        return switch (value.get().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw invalid(key, "expected true or false");
        };
    }

    /**
     * A URL that an API begins at: https, or http where it leads to this machine or {@link BaseUrls#ALLOW_PLAIN_HTTP}
     * is set; without user, query and fragment.
     *
     * @return empty where it is not set
     * @throws ConfigurationException where it is no such URL
     */
    public Optional<URI> uri(String key) {
        return text(key).map(value -> {
            URI uri;
            try {
                uri = URI.create(value);
            } catch (IllegalArgumentException e) {
                // not as its cause: its message repeats the value
                throw invalid(key, "expected an absolute URL such as https://api.example.com");
            }
            BaseUrls.problem(uri, flag(BaseUrls.ALLOW_PLAIN_HTTP)).ifPresent(problem -> {
                throw invalid(key, problem);
            });
            return uri;
        });
    }

    /**
     * Limits such as {@code 100000/day, 1400/10s}, or {@code unlimited}.
     *
     * @return empty where it is not set
     * @throws ConfigurationException where it says something else
     */
    public Optional<Quota> quota(String key) {
        return text(key).map(value -> {
            try {
                return Quota.parse(value);
            } catch (ConfigurationException e) {
                throw new ConfigurationException(
                        e.details().toBuilder()
                                .carrier(carrier)
                                .argument("setting", key)
                                .build(),
                        e.getCause());
            }
        });
    }

    /**
     * Refuses what is half given.
     *
     * @throws ConfigurationException naming every key and its state where one is missing
     */
    public void requireAll(String... keys) {
        if (Arrays.stream(keys).allMatch(key -> text(key).isPresent())) {
            return;
        }
        String states = Arrays.stream(keys)
                .map(key -> key + (text(key).isPresent() ? " is set" : " is missing"))
                .collect(Collectors.joining(", "));
        throw new ConfigurationException(
                ErrorDetails.builder(ErrorCode.INCOMPLETE_CREDENTIALS)
                        .carrier(carrier)
                        .argument("variables", states)
                        .build(),
                null);
    }

    private boolean noneOf(String... keys) {
        return Arrays.stream(keys).allMatch(key -> text(key).isEmpty());
    }

    private ConfigurationException invalid(String key, String reason) {
        return new ConfigurationException(
                ErrorDetails.builder(ErrorCode.INVALID_SETTING)
                        .carrier(carrier)
                        .argument("setting", key)
                        .argument("reason", reason)
                        .build(),
                null);
    }
}
