package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Subscription;
import com.trackingmcp.model.SubscriptionEvent;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.SubscriptionCapability;
import com.trackingmcp.ups.UpsAlertWire.Taken;
import com.trackingmcp.ups.UpsAlertWire.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * UPS's Track Alert. Safe for use by many threads; never blocks.
 *
 * <p>UPS posts what happens for 14 days, to the web address that is set on its portal together with the credential it proves
 * itself by; {@link UpsWebhooks} reads that. It tells nothing of what happened before. It takes 1Z and 1R numbers, a hundred a
 * call: more are several calls, whose failures are those of their numbers alone. Without events chosen it is asked for its
 * standard subscription, else for the enhanced one. Its test environment subscribes to nothing.
 */
final class UpsSubscriptions implements SubscriptionCapability {
    private static final String OPERATION = "subscribe";
    private static final String ALERTS = "/api/track/v2/subscription/";
    private static final String LOCALE = "en_US";
    private static final int MOST_NUMBERS = 100;
    private static final Pattern NUMBER = Pattern.compile("1Z[0-9A-Z]{16}|1R[0-9A-Z]{14}|1R[0-9A-Z]{26}");
    private final CarrierHttp http;
    private final CarrierProfile profile;

    UpsSubscriptions(UpsDoors doors, CarrierProfile profile) {
        this.http = doors.open("alert", new UpsAlertErrors());
        this.profile = profile;
    }

    @Override
    public void check(SubscriptionRequest request, RequestCheck check) {
        if (!request.emails().isEmpty()) {
            check.wrong("emails", "are not written to by UPS, which calls the web address set on its portal");
        }
        request.senderName().ifPresent(name -> check.wrong("sender_name", "is for e-mails, which UPS does not write"));
        request.senderEmail()
                .ifPresent(mail -> check.wrong("sender_email", "is for e-mails, which UPS does not write"));
        request.language()
                .filter(language -> !language.toLowerCase(Locale.ROOT).matches("en([-_].*)?"))
                .ifPresent(language -> check.wrong("language", "is not English, the only one UPS tells in"));
    }

    @Override
    public CompletableFuture<List<Outcome<Subscription>>> subscribe(SubscriptionRequest request, CallContext call) {
        List<String> asked =
                request.trackingNumbers().stream().map(UpsSubscriptions::normal).toList();
        List<String> numbers = asked.stream()
                .filter(number -> NUMBER.matcher(number).matches())
                .distinct()
                .toList();
        List<String> events = preferences(request.events());
        List<CompletableFuture<Map<String, Outcome<Subscription>>>> calls = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += MOST_NUMBERS) {
            List<String> some = numbers.subList(i, Math.min(i + MOST_NUMBERS, numbers.size()));
            calls.add(send(some, events, numbers.size() <= MOST_NUMBERS, call));
        }
        return CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).thenApply(done -> {
            Map<String, Outcome<Subscription>> outcomes = new HashMap<>();
            calls.forEach(answer -> outcomes.putAll(answer.join()));
            return asked.stream()
                    .map(number -> outcomes.getOrDefault(number, unlike(number, call)))
                    .toList();
        });
    }

    private static String normal(String number) {
        return number.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Updates come with deliveries and exceptions; what is on its way to the door is told as either of two. */
    static List<String> preferences(Set<SubscriptionEvent> events) {
        Set<String> types = new TreeSet<>();
        for (SubscriptionEvent event : events) {
            types.addAll(
                    switch (event) {
                        case TENDERED -> List.of("I", "M");
                        case IN_TRANSIT -> List.of("I");
                        case OUT_FOR_DELIVERY -> List.of("D", "I");
                        case ESTIMATED_DELIVERY, DELIVERED -> List.of("D");
                        case EXCEPTION -> List.of("X");
                    });
        }
        return List.copyOf(types);
    }

    private CompletableFuture<Map<String, Outcome<Subscription>>> send(
            List<String> numbers, List<String> events, boolean alone, CallContext call) {
        String type = events.isEmpty() ? "standard" : "enhanced";
        CarrierRequest request = UpsTracking.identified(
                CarrierRequest.post(OPERATION)
                        .path(ALERTS + type + "/package")
                        .json(WireJson.write(new Wish(LOCALE, numbers, events.isEmpty() ? null : events))),
                call);
        return http.send(request, call)
                .thenApply(response -> read(response, numbers))
                .exceptionally(failure -> {
                    CarrierException error = Outcomes.carrierException(failure);
                    boolean ofNumbers = error.details().httpStatus().orElse(0) == 400
                            && !error.details().fields().isEmpty();
                    if (alone && !ofNumbers) {
                        throw error;
                    }
                    return refused(numbers, error);
                });
    }

    private Map<String, Outcome<Subscription>> read(CarrierResponse response, List<String> numbers) {
        Taken answer = WireJson.read(response, Taken.class);
        Set<String> taken = set(answer.validTrackingNumbers());
        Set<String> invalid = set(answer.invalidTrackingNumbers());
        if (taken.isEmpty() && invalid.isEmpty()) {
            throw UpsAnswers.malformed(response, "it names no number");
        }
        Map<String, Outcome<Subscription>> outcomes = new HashMap<>();
        for (String number : numbers) {
            if (taken.contains(number)) {
                outcomes.put(number, Outcome.success(subscription(number)));
            } else {
                ErrorDetails.Builder error = invalid.contains(number)
                        ? response.fault(ErrorCode.INVALID_TRACKING_NUMBER).argument("reason", UpsAlertErrors.INVALID)
                        : response.fault(ErrorCode.OUTCOME_UNKNOWN).reference(number);
                outcomes.put(number, Outcome.failure(error.subject(number).toException()));
            }
        }
        return outcomes;
    }

    private static Set<String> set(@Nullable List<@Nullable String> numbers) {
        Set<String> set = new HashSet<>();
        list(numbers)
                .forEach(number ->
                        UpsText.clean(number).map(UpsSubscriptions::normal).ifPresent(set::add));
        return set;
    }

    private Subscription subscription(String number) {
        return Subscription.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .trackingNumber(number)
                .build();
    }

    /** A refused call subscribed to nothing; one that cannot be read may have. */
    private static Map<String, Outcome<Subscription>> refused(List<String> numbers, CarrierException error) {
        Set<String> invalid = new HashSet<>();
        error.details().fields().forEach(field -> invalid.add(normal(field.path())));
        boolean unclear = error.code() == ErrorCode.MALFORMED_RESPONSE || error.code() == ErrorCode.OUTCOME_UNKNOWN;
        ErrorCode code = unclear ? ErrorCode.OUTCOME_UNKNOWN : error.code();
        Map<String, Outcome<Subscription>> outcomes = new HashMap<>();
        for (String number : numbers) {
            ErrorDetails.Builder own = invalid.isEmpty()
                    ? error.details().toBuilder(code)
                    : refusal(error.details(), code, number, invalid);
            own.retryable(!unclear && error.details().retryable())
                    .reference(unclear ? number : null)
                    .subject(number);
            outcomes.put(number, Outcome.failure(own.toException(error)));
        }
        return outcomes;
    }

    /** Without the numbers that are the others' business. */
    private static ErrorDetails.Builder refusal(ErrorDetails said, ErrorCode code, String number, Set<String> invalid) {
        ErrorDetails.Builder own = invalid.contains(number)
                ? UpsErrors.anew(ErrorCode.INVALID_TRACKING_NUMBER, said).argument("reason", UpsAlertErrors.INVALID)
                : UpsErrors.anew(code, said);
        return own.carrierCode(said.carrierCode().orElse(null));
    }

    private Outcome<Subscription> unlike(String number, CallContext call) {
        return Outcome.failure(http.fault(ErrorCode.INVALID_TRACKING_NUMBER, OPERATION)
                .correlationId(call.correlationId())
                .subject(number)
                .argument("reason", "UPS tells of 1Z numbers of 18 characters, and 1R numbers of 16 or 28")
                .toException());
    }
}
