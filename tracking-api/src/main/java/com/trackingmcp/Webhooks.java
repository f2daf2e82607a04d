package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.internal.engine.SubscriptionDesk;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.WebhookMessage;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what carriers send to a web address of yours. Safe for use by many threads; lives as long as its client. */
public final class Webhooks {
    private final SubscriptionDesk desk;
    private final Supplier<CallContext> calls;

    Webhooks(SubscriptionDesk desk, Supplier<CallContext> calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * Proves that a message comes from the carrier, and reads it. Sends nothing.
     *
     * @param carrier the carrier or connection whose web address it came in at
     * @param headers the HTTP headers as they came; names in any case
     * @param body the body as it came, byte by byte
     * @return what it tells: of each parcel what it is now, with the one event it tells of
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no webhooks with a published description
     * @throws com.trackingmcp.error.ConfigurationException where the secret to prove it by is not configured
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#UNTRUSTED_MESSAGE} where the message does not prove who sent it:
     *     answer 401 and do nothing else; with {@link com.trackingmcp.error.ErrorCode#MALFORMED_RESPONSE} where it cannot be read
     */
    public List<TrackingResult> parse(String carrier, Map<String, List<String>> headers, byte[] body) {
        WebhookMessage message = new WebhookMessage(Async.required("headers", headers), Async.required("body", body));
        return desk.parse(Async.required("carrier", carrier), message, calls.get());
    }
}
