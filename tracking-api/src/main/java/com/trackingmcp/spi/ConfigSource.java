package com.trackingmcp.spi;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from: the environment, a framework's configuration, a map in a test. Must be safe for use by
 * several threads. Asked again whenever a carrier refuses credentials, so that keys rotate without a restart.
 */
@FunctionalInterface
public interface ConfigSource {
    /** The value of a setting such as {@code FEDEX_CLIENT_ID}, or null where it is not set. */
    @Nullable
    String lookup(String key);

    /** The value of a setting; empty where it is not set or blank. */
    default Optional<String> get(String key) {
        String value = lookup(key);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /** This source first, then another. */
    default ConfigSource orElse(ConfigSource other) {
        return key -> get(key).orElseGet(() -> other.lookup(key));
    }

    /** The process's environment variables. */
    static ConfigSource environment() {
        return System::getenv;
    }

    /** A fixed map. */
    static ConfigSource of(Map<String, String> settings) {
        return Map.copyOf(settings)::get;
    }
}
