package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.StoreDesk;
import com.trackingmcp.internal.engine.SubscriptionDesk;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.WebhookRegistration;
import com.trackingmcp.model.WebhookRequest;
import com.trackingmcp.spi.WebhookMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What carriers send to a web address of yours, and where they are told of it. Safe for use by many threads; lives as long as its client. */
public final class Webhooks {
    private final SubscriptionDesk desk;
    private final StoreDesk registry;
    private final Calls calls;

    Webhooks(SubscriptionDesk desk, StoreDesk registry, Calls calls) {
        this.desk = desk;
        this.registry = registry;
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
        return desk.parse(Async.required("carrier", carrier), message, calls.next());
    }

    /**
     * The web addresses that a gateway tells, the newest first. Nothing is asked before it is read.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException when it is read, where no connection asked registers web addresses
     */
    public Listing<WebhookRegistration> list(String carrier) {
        Async.required("carrier", carrier);
        return new Listing<>(
                page -> calls.ask(Optional.of(carrier), call -> registry.registered(carrier, page, call)),
                WebhookRegistration::id);
    }

    /**
     * Has a gateway tell a web address of what happens. Sent once.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked registers web addresses
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: the list tells
     * @throws CarrierException for whatever else went wrong
     */
    public WebhookRegistration register(WebhookRequest request) {
        return registering(request).await();
    }

    /** The twin of {@link #register(WebhookRequest)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<WebhookRegistration> registerAsync(WebhookRequest request) {
        return Async.attempt(() -> registering(request).handedOver());
    }

    private Pending<WebhookRegistration> registering(WebhookRequest request) {
        Async.required("request", request);
        return calls.have(request.carrier(), call -> registry.register(request, call));
    }

    /**
     * Has a gateway send a message to a web address that tells of nothing; whether that was answered. Sent once.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked registers web addresses
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none with this id; and for whatever else went
     *     wrong
     */
    public boolean test(String carrier, String id) {
        return testing(carrier, id).await();
    }

    /** The twin of {@link #test(String, String)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<Boolean> testAsync(String carrier, String id) {
        return Async.attempt(() -> testing(carrier, id).handedOver());
    }

    private Pending<Boolean> testing(String carrier, String id) {
        Async.required("carrier", carrier);
        Async.required("id", id);
        return calls.have(Optional.of(carrier), call -> registry.test(carrier, id, call));
    }

    /**
     * Has a gateway tell a web address no more. Sent once.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked registers web addresses
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: the list tells
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none with this id; and for whatever else went
     *     wrong
     */
    public WebhookRegistration remove(String carrier, String id) {
        return removing(carrier, id).await();
    }

    /** The twin of {@link #remove(String, String)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<WebhookRegistration> removeAsync(String carrier, String id) {
        return Async.attempt(() -> removing(carrier, id).handedOver());
    }

    private Pending<WebhookRegistration> removing(String carrier, String id) {
        Async.required("carrier", carrier);
        Async.required("id", id);
        return calls.have(Optional.of(carrier), call -> registry.remove(carrier, id, call));
    }
}
