package com.trackingmcp.dhl;

import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Secret;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.SettingsReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The settings that {@link DhlConfig#from} reads, and how they make a connection. Stateless. */
final class DhlSettings {
    static final List<String> NAMES = List.of(
            "DHL_API_KEY",
            "DHL_EXPRESS_USERNAME",
            "DHL_EXPRESS_PASSWORD",
            "DHL_EXPRESS_ACCOUNT_NUMBER",
            "DHL_CLIENT_ID",
            "DHL_CLIENT_SECRET",
            "DHL_SANDBOX",
            "DHL_BASE_URL",
            "DHL_LOCATION_FINDER_BASE_URL",
            "DHL_EXPRESS_BASE_URL",
            "DHL_ECOMMERCE_BASE_URL",
            "DHL_UNIFIED_QUOTA",
            "DHL_LOCATION_FINDER_QUOTA",
            "DHL_EXPRESS_QUOTA",
            "DHL_ECOMMERCE_QUOTA");

    private DhlSettings() {}

    static Optional<DhlConfig> read(ConfigSource config) {
        SettingsReader settings = new SettingsReader(DhlCarrier.ID, config);
        Optional<Supplier<Secret>> apiKey = settings.secret("DHL_API_KEY");
        Optional<Supplier<Credentials>> ecommerce = settings.credentials("DHL_CLIENT_ID", "DHL_CLIENT_SECRET");
        Optional<String> account = settings.text("DHL_EXPRESS_ACCOUNT_NUMBER");
        Optional<Supplier<Credentials>> express = settings.credentials("DHL_EXPRESS_USERNAME", "DHL_EXPRESS_PASSWORD");
        if (express.isEmpty() && account.isPresent()) {
            settings.requireAll("DHL_EXPRESS_USERNAME", "DHL_EXPRESS_PASSWORD", "DHL_EXPRESS_ACCOUNT_NUMBER");
        }
        if (apiKey.isEmpty() && ecommerce.isEmpty() && express.isEmpty()) {
            return Optional.empty();
        }
        DhlConfig.Builder builder = DhlConfig.builder().sandbox(settings.flag("DHL_SANDBOX"));
        apiKey.ifPresent(builder::apiKey);
        ecommerce.ifPresent(builder::ecommerce);
        express.ifPresent(builder::express);
        account.ifPresent(builder::expressAccountNumber);
        settings.uri("DHL_BASE_URL").ifPresent(builder::unifiedBaseUri);
        settings.uri("DHL_LOCATION_FINDER_BASE_URL").ifPresent(builder::locationsBaseUri);
        settings.uri("DHL_EXPRESS_BASE_URL").ifPresent(builder::expressBaseUri);
        settings.uri("DHL_ECOMMERCE_BASE_URL").ifPresent(builder::ecommerceBaseUri);
        settings.quota("DHL_UNIFIED_QUOTA").ifPresent(builder::unifiedQuota);
        settings.quota("DHL_LOCATION_FINDER_QUOTA").ifPresent(builder::locationsQuota);
        settings.quota("DHL_EXPRESS_QUOTA").ifPresent(builder::expressQuota);
        settings.quota("DHL_ECOMMERCE_QUOTA").ifPresent(builder::ecommerceQuota);
        return Optional.of(builder.build());
    }
}
