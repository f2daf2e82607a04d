package com.trackingmcp.internal.engine;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Subscription;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.SubscriptionCapability;
import com.trackingmcp.spi.WebhookCapability;
import com.trackingmcp.spi.WebhookMessage;
import java.util.List;
import java.util.Optional;

/** Has carriers tell of parcels, and reads what they tell. Safe for use by many threads. */
public final class SubscriptionDesk {
    private static final Verb<SubscriptionCapability> SUBSCRIBE =
            Verb.of(SubscriptionCapability.class, "subscribe", "subscriptions");
    private static final Verb<WebhookCapability> PARSE =
            Verb.of(WebhookCapability.class, "parse_webhook", "webhooks with a published description");

    private final Connections connections;
    private final HttpTransport transport;

    public SubscriptionDesk(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
    }

    /** One outcome for each number, in their order. */
    public Pending<List<Outcome<Subscription>>> subscribe(SubscriptionRequest request, CallContext call) {
        List<String> numbers = request.trackingNumbers();
        Clerk<SubscriptionCapability> clerk = SUBSCRIBE.only(
                connections,
                transport,
                request.carrier(),
                call,
                check -> {
                    if (numbers.isEmpty()) {
                        check.missing("tracking_numbers");
                    }
                    for (int i = 0; i < numbers.size(); i++) {
                        check.required("tracking_numbers[" + i + "]", Optional.of(numbers.get(i)));
                    }
                },
                (subscriptions, check) -> subscriptions.check(request, check));
        return clerk.once(
                numbers.get(0),
                subscriptions -> subscriptions.subscribe(request, call).thenApply(outcomes -> {
                    if (outcomes.size() != numbers.size()) {
                        throw clerk.fault(ErrorCode.UNEXPECTED)
                                .argument(
                                        "reason",
                                        "asked for " + numbers.size() + " numbers, the carrier module answered "
                                                + outcomes.size())
                                .toException();
                    }
                    return List.copyOf(outcomes);
                }));
    }

    /** Reads a message that came in, once it is proven to be the carrier's. */
    public List<TrackingResult> parse(String carrier, WebhookMessage message, CallContext call) {
        Clerk<WebhookCapability> clerk =
                PARSE.only(connections, transport, Optional.of(carrier), call, check -> {}, (hooks, check) -> {});
        return clerk.now(hooks -> List.copyOf(hooks.parse(message)));
    }
}
