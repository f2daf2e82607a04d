package com.trackingmcp.fedex;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.fedex.FedexApi.Reply;
import com.trackingmcp.fedex.FedexSubscriptionWire.Email;
import com.trackingmcp.fedex.FedexSubscriptionWire.Language;
import com.trackingmcp.fedex.FedexSubscriptionWire.Notification;
import com.trackingmcp.fedex.FedexSubscriptionWire.NotificationDetail;
import com.trackingmcp.fedex.FedexSubscriptionWire.Notifications;
import com.trackingmcp.fedex.FedexSubscriptionWire.Parcel;
import com.trackingmcp.fedex.FedexSubscriptionWire.Wish;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Subscription;
import com.trackingmcp.model.SubscriptionEvent;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.SubscriptionCapability;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * FedEx's track notifications: e-mails as parcels move. Safe for use by many threads.
 *
 * <p>FedEx takes one number a call, so that each is a call of its own and has its own outcome; one given twice is asked for once. It needs the name and address
 * in whose name the e-mails are sent, and tells of handing over, delay, the day of delivery and delivery, of nothing else.
 */
final class FedexSubscriptions implements SubscriptionCapability {
    private static final String SUBSCRIBE = "subscribe";
    private static final int SERVER_ERROR = 500;

    /** What FedEx tells of, in its words. */
    private static final Map<SubscriptionEvent, String> EVENTS = new TreeMap<>(Map.of(
            SubscriptionEvent.TENDERED, "ON_TENDER",
            SubscriptionEvent.ESTIMATED_DELIVERY, "ON_ESTIMATED_DELIVERY",
            SubscriptionEvent.EXCEPTION, "ON_EXCEPTION",
            SubscriptionEvent.DELIVERED, "ON_DELIVERY"));

    private final CarrierProfile profile;
    private final FedexApi api;

    FedexSubscriptions(CarrierProfile profile, FedexApi api) {
        this.profile = profile;
        this.api = api;
    }

    @Override
    public void check(SubscriptionRequest request, RequestCheck check) {
        if (request.emails().isEmpty()) {
            check.missing("emails", "by FedEx, which tells in no other way");
        }
        for (int i = 0; i < request.emails().size(); i++) {
            check.required("emails[" + i + "]", Optional.of(request.emails().get(i)));
        }
        check.required("sender_name", request.senderName());
        check.required("sender_email", request.senderEmail());
        List<SubscriptionEvent> untold = request.events().stream()
                .filter(event -> !EVENTS.containsKey(event))
                .sorted()
                .toList();
        untold.forEach(event -> check.wrong("events", "hold " + event.word() + ", which FedEx does not tell of"));
        request.language()
                .filter(tag -> Locale.forLanguageTag(tag).getLanguage().isEmpty())
                .ifPresent(tag -> check.wrong("language", "is no language such as en-US"));
    }

    @Override
    public CompletableFuture<List<Outcome<Subscription>>> subscribe(SubscriptionRequest request, CallContext call) {
        Notifications wanted = notifications(request);
        Map<String, CompletableFuture<Subscription>> once = new HashMap<>();
        List<CompletableFuture<Subscription>> each = request.trackingNumbers().stream()
                .map(number -> once.computeIfAbsent(number, one -> subscribe(one, wanted, request, call)))
                .toList();
        return Outcomes.gather(each);
    }

    private static Notifications notifications(SubscriptionRequest request) {
        List<String> events = EVENTS.entrySet().stream()
                .filter(event -> request.events().isEmpty() || request.events().contains(event.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        Locale locale = Locale.forLanguageTag(request.language().orElse("en"));
        Language language =
                new Language(locale.getLanguage(), locale.getCountry().isEmpty() ? null : locale.getCountry());
        return new Notifications(request.emails().stream()
                .map(address ->
                        new Notification(new NotificationDetail(language, new Email(address), "HTML"), "OTHER", events))
                .toList());
    }

    private CompletableFuture<Subscription> subscribe(
            String number, Notifications wanted, SubscriptionRequest request, CallContext call) {
        Wish wish = new Wish(
                request.senderName().orElseThrow(), request.senderEmail().orElseThrow(), wanted, new Parcel(number));
        return api.tell(SUBSCRIBE, "/track/v1/notifications", wish, call)
                .thenApply(reply -> subscription(number, reply))
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(about(number, Outcomes.carrierException(failure))));
    }

    /** What FedEx took; an alert that the number was not found is a refusal, whatever the HTTP status. */
    private Subscription subscription(String number, Reply reply) {
        reply.faults().findFirst().ifPresent(fault -> {
            throw api.fault(fault, reply).toException();
        });
        if (reply.output().isEmpty()) {
            throw api.fault(ErrorCode.MALFORMED_RESPONSE, reply)
                    .argument("reason", "it has no output")
                    .toException();
        }
        return Subscription.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .trackingNumber(number)
                .alerts(FedexAlerts.of(reply))
                .build();
    }

    /** The outcome of one number: what cannot be read may have been done. */
    private static CarrierException about(String number, CarrierException error) {
        boolean unclear = switch (error.code()) {
            case OUTCOME_UNKNOWN, MALFORMED_RESPONSE, UNEXPECTED -> true;
            // a server that is broken by its own words, whatever the status, may have begun; one with 503 has not
            case CARRIER_UNAVAILABLE -> error.httpStatus().orElse(SERVER_ERROR) < SERVER_ERROR;
            default -> false;
        };
        ErrorDetails.Builder details = unclear
                ? error.details().toBuilder(ErrorCode.OUTCOME_UNKNOWN)
                        .retryable(false)
                        .reference(number)
                : error.details().toBuilder();
        return CarrierException.of(details.subject(number).build(), error.getCause());
    }
}
