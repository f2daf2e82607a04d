package com.trackingmcp.spi;

import com.trackingmcp.model.TrackingNumber;
import java.util.List;
import java.util.Optional;

/**
 * What {@link java.util.ServiceLoader} finds of a carrier module: knows the carrier, is not yet connected to it. Made
 * once per client with a public constructor without arguments; does no I/O; must be safe for use by several threads.
 */
public interface CarrierProvider {
    /** The carrier's id, lower case, such as {@code fedex}. */
    String carrierId();

    /** The settings it reads, in the order a person would fill them in. */
    List<String> settings();

    /** Which provider wins where two offer one connection: the lower. Direct carriers 0, gateways 100. */
    default int priority() {
        return 0;
    }

    /**
     * The connection these settings describe.
     *
     * @return empty where no credentials are given at all
     * @throws com.trackingmcp.error.ConfigurationException naming every variable and its state, never its value, where
     *     credentials are half given or a setting cannot be read
     */
    Optional<CarrierFactory> configure(ConfigSource config);

    /** Whether a number is this carrier's, told from its shape and check digit alone. */
    NumberMatch match(TrackingNumber number);
}
