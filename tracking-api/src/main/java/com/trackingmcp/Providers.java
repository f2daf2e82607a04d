package com.trackingmcp;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.spi.CarrierProvider;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the carrier modules on the class path. Stateless. */
final class Providers {
    private Providers() {}

    /** Threads of pools may have a context class loader that does not see the application: then ours does. */
    static List<CarrierProvider> load() {
        List<CarrierProvider> found = load(Thread.currentThread().getContextClassLoader());
        return found.isEmpty() ? load(CarrierProvider.class.getClassLoader()) : found;
    }

    private static List<CarrierProvider> load(@Nullable ClassLoader loader) {
        try {
            return ServiceLoader.load(CarrierProvider.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new ConfigurationException(
                    ErrorDetails.builder(ErrorCode.BROKEN_CARRIER_MODULE)
                            .argument("reason", String.valueOf(e.getMessage()))
                            .build(),
                    e);
        }
    }
}
