package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioTrackingWire.Asked;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Subscription;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.SubscriptionCapability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Has the server follow parcels: it asks the carrier again every two hours, and tells the web addresses that are registered
 * with it. Safe for use by many threads; never blocks.
 *
 * <p>A thousand numbers a call, as a batch that the server works off later; the id is the batch's, and tells of each number
 * once it is done. A number of which the carrier says nothing is followed all the same. No number gets a second tracker, so
 * who lost an answer may subscribe again. The server takes the carrier of a batch and not the connection: of several to one
 * carrier it chooses.
 */
final class KarrioSubscriptions implements SubscriptionCapability {
    private static final String OPERATION = "subscribe";
    private static final int MOST_NUMBERS = 1_000;
    private static final Set<String> FAILED = Set.of("failed", "has_errors");

    private final KarrioDoor door;
    private final KarrioConnection connection;

    /** What is asked. */
    record Wish(List<Asked> trackers) {}

    /** The batch. */
    record Batch(@Nullable String id, @Nullable List<@Nullable Resource> resources) {}

    /** What came of one row; rows come when the batch is worked off. */
    record Resource(
            @Nullable String id,
            @Nullable String status,
            @Nullable Object errors) {}

    KarrioSubscriptions(KarrioDoor door, KarrioConnection connection) {
        this.door = door;
        this.connection = connection;
    }

    @Override
    public void check(SubscriptionRequest request, RequestCheck check) {
        if (!request.emails().isEmpty()) {
            check.wrong("emails", "are not written to by Karrio, which calls the web addresses registered with it");
        }
        request.senderName()
                .ifPresent(name -> check.wrong("sender_name", "is for e-mails, which Karrio does not write"));
        request.senderEmail()
                .ifPresent(mail -> check.wrong("sender_email", "is for e-mails, which Karrio does not write"));
        request.language().ifPresent(language -> check.wrong("language", "cannot be chosen at Karrio"));
        if (!request.events().isEmpty()) {
            check.wrong("events", "cannot be chosen by parcel: they are those of the web address");
        }
    }

    @Override
    public CompletableFuture<List<Outcome<Subscription>>> subscribe(SubscriptionRequest request, CallContext call) {
        Map<String, Outcome<Subscription>> outcomes = new HashMap<>();
        Set<String> numbers = new TreeSet<>();
        for (String asked : request.trackingNumbers()) {
            try {
                numbers.add(TrackingNumber.of(asked).value());
            } catch (InvalidRequestException unlike) {
                outcomes.put(asked, Outcome.failure(unlike));
            }
        }
        List<String> all = List.copyOf(numbers);
        List<CompletableFuture<Map<String, Outcome<Subscription>>>> calls = new ArrayList<>();
        for (int i = 0; i < all.size(); i += MOST_NUMBERS) {
            calls.add(send(all.subList(i, Math.min(i + MOST_NUMBERS, all.size())), call));
        }
        return CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).thenApply(done -> {
            calls.forEach(answer -> outcomes.putAll(answer.join()));
            return request.trackingNumbers().stream()
                    .map(asked -> outcomes.containsKey(asked)
                            ? outcomes.get(asked)
                            : outcomes.get(TrackingNumber.of(asked).value()))
                    .toList();
        });
    }

    /** Some of the numbers: what fails, fails for these alone. */
    private CompletableFuture<Map<String, Outcome<Subscription>>> send(List<String> numbers, CallContext call) {
        Wish wish = new Wish(numbers.stream()
                .map(number -> new Asked(number, connection.carrierName()))
                .toList());
        CarrierRequest.Builder request =
                CarrierRequest.post(OPERATION).path("/v1/batches/trackers").json(WireJson.write(wish));
        return Outcomes.settle(door.ask(request, Batch.class, batch -> batch, call))
                .thenApply(answer -> {
                    Map<String, Outcome<Subscription>> outcomes = new HashMap<>();
                    for (int i = 0; i < numbers.size(); i++) {
                        outcomes.put(numbers.get(i), outcome(numbers, i, answer));
                    }
                    return outcomes;
                });
    }

    private Outcome<Subscription> outcome(List<String> numbers, int index, Outcome<Batch> answer) {
        String number = numbers.get(index);
        if (answer.failure().isPresent()) {
            return Outcome.failure(answer.failure().get().details().toBuilder()
                    .subject(number)
                    .toException(answer.failure().get().getCause()));
        }
        Batch batch = answer.orElseThrow();
        List<Resource> rows = list(batch.resources());
        Resource row = rows.size() == numbers.size() ? rows.get(index) : null;
        if (row != null && FAILED.contains(String.valueOf(row.status()))) {
            return Outcome.failure(door.fault(ErrorCode.REQUEST_REFUSED, OPERATION)
                    .subject(number)
                    .carrierText(KarrioErrorWire.text(row.errors()).orElse(null))
                    .toException());
        }
        return Outcome.success(Subscription.builder()
                .carrier(door.profile().carrier())
                .connection(door.profile().connection())
                .trackingNumber(number)
                .id(WireText.text(batch.id()))
                .build());
    }
}
