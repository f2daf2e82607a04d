package com.trackingmcp.spi;

import com.trackingmcp.model.TrackingResult;
import java.util.List;

/** Reads what a carrier sends to a web address of its customer's. Safe for use by many threads; sends nothing. */
public interface WebhookCapability extends Capability {
    /**
     * Proves that a message comes from the carrier, in constant time, and reads it.
     *
     * @throws com.trackingmcp.error.CarrierException {@link com.trackingmcp.error.ErrorCode#UNTRUSTED_MESSAGE} where it does
     *     not prove who sent it, {@link com.trackingmcp.error.ErrorCode#MALFORMED_RESPONSE} where it cannot be read, and a
     *     {@link com.trackingmcp.error.ConfigurationException} where the secret to prove it by is not configured
     */
    List<TrackingResult> parse(WebhookMessage message);
}
