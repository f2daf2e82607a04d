package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Subscription;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.SubscriptionCapability;
import com.trackingmcp.spi.WebhookCapability;
import com.trackingmcp.spi.WebhookMessage;
import com.trackingmcp.support.TestClock;
import com.trackingmcp.testcarrier.Desk;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Carriers tell of parcels: each number has its own outcome, and no message is read that is not proven. */
class SubscriptionsTest {
    private static final byte[] BODY = "1Z9".getBytes(StandardCharsets.UTF_8);

    /** Subscribes as a test tells it to. */
    private static final class Bell implements SubscriptionCapability {
        private final AtomicInteger asked = new AtomicInteger();
        private Function<List<String>, CompletableFuture<List<Outcome<Subscription>>>> answer =
                numbers -> CompletableFuture.completedFuture(
                        numbers.stream().map(Bell::outcome).toList());

        private static Outcome<Subscription> outcome(String number) {
            if (number.startsWith("X")) {
                return Outcome.failure(ErrorDetails.builder(ErrorCode.REQUEST_REFUSED)
                        .subject(number)
                        .toException());
            }
            return Outcome.success(Subscription.builder()
                    .carrier("post")
                    .connection("post")
                    .trackingNumber(number)
                    .build());
        }

        @Override
        public void check(SubscriptionRequest request, RequestCheck check) {
            if (request.emails().isEmpty()) {
                check.missing("emails");
            }
        }

        @Override
        public CompletableFuture<List<Outcome<Subscription>>> subscribe(SubscriptionRequest request, CallContext call) {
            asked.incrementAndGet();
            return answer.apply(request.trackingNumbers());
        }
    }

    private final Bell bell = new Bell();
    private Function<WebhookMessage, List<TrackingResult>> reader = SubscriptionsTest::read;
    private final TrackingClient client = TrackingClient.builder()
            .providers(List.of())
            .carrier(new Desk("post")
                    .offering(SubscriptionCapability.class, bell)
                    .offering(WebhookCapability.class, message -> reader.apply(message))
                    .factory())
            .build();

    private static List<TrackingResult> read(WebhookMessage message) {
        if (message.header("X-Secret").filter("test-secret"::equals).isEmpty()) {
            throw ErrorDetails.builder(ErrorCode.UNTRUSTED_MESSAGE)
                    .argument("reason", "the secret is another")
                    .toException();
        }
        TrackingResult.Builder result = TrackingResult.builder();
        return List.of(result.number(TrackingNumber.of(new String(message.body().bytes(), StandardCharsets.UTF_8)))
                .carrier("post")
                .connection("post")
                .status(TrackingStatus.DELIVERED)
                .retrievedAt(TestClock.START)
                .build());
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static SubscriptionRequest.Builder numbers(String... numbers) {
        return SubscriptionRequest.builder().addTrackingNumbers(numbers).addEmails("ada@example.com");
    }

    @Test
    void eachNumberHasItsOutcomeInItsPlace() {
        List<Outcome<Subscription>> outcomes =
                client.subscriptions().subscribe(numbers("1Z1", "X2", "1Z1").build());
        assertThat(outcomes).extracting(Outcome::isSuccess).containsExactly(true, false, true);
        assertThat(bell.asked).hasValue(1);
    }

    @Test
    void allThatIsMissingIsToldAtOnceAndNothingIsSent() {
        InvalidRequestException none = catchThrowableOfType(
                InvalidRequestException.class,
                () -> client.subscriptions()
                        .subscribe(SubscriptionRequest.builder().build()));
        assertThat(none.fields()).extracting(FieldProblem::path).containsExactly("tracking_numbers", "emails");
        InvalidRequestException blank = catchThrowableOfType(
                InvalidRequestException.class,
                () -> client.subscriptions().subscribe(numbers("1Z1", " ").build()));
        assertThat(blank.fields()).extracting(FieldProblem::path).containsExactly("tracking_numbers[1]");
        assertThat(bell.asked).hasValue(0);
    }

    @Test
    void aModuleThatLosesNumbersMayHaveSubscribedToAny() {
        for (List<Outcome<Subscription>> answer :
                Arrays.<List<Outcome<Subscription>>>asList(List.of(), Arrays.asList(null, null), null)) {
            bell.answer = numbers -> CompletableFuture.completedFuture(answer);
            OutcomeUnknownException lost = catchThrowableOfType(
                    OutcomeUnknownException.class,
                    () -> client.subscriptions().subscribe(numbers("1Z1", "1Z2").build()));
            assertThat(lost.reference()).contains("1Z1");
        }
        assertThat(bell.asked).hasValue(3);
    }

    @Test
    void aMessageThatIsProvenIsRead() {
        assertThat(client.webhooks().parse("post", Map.of("x-secret", List.of("test-secret")), BODY))
                .extracting(TrackingResult::status)
                .containsExactly(TrackingStatus.DELIVERED);
    }

    @Test
    void aMessageThatIsNotProvenIsRefused() {
        for (Map<String, List<String>> headers : List.<Map<String, List<String>>>of(
                Map.of(),
                Map.of("X-Secret", List.of("another")),
                Map.of("X-Secret", List.of("test-secret", "test-secret")),
                Map.of("X-Secret", List.of("test-secret"), "x-secret", List.of("another")))) {
            CarrierException error = catchThrowableOfType(
                    CarrierException.class, () -> client.webhooks().parse("post", headers, BODY));
            assertThat(error.code()).isEqualTo(ErrorCode.UNTRUSTED_MESSAGE);
            assertThat(error.carrier()).contains("post");
        }
    }

    @Test
    void aModuleThatCannotReadAMessageFailsByName() {
        for (Function<WebhookMessage, List<TrackingResult>> broken :
                List.<Function<WebhookMessage, List<TrackingResult>>>of(
                        message -> null,
                        message -> Arrays.asList((TrackingResult) null),
                        message -> {
                            throw new IllegalStateException("defect");
                        },
                        message -> {
                            throw new NoSuchMethodError("another version");
                        })) {
            reader = broken;
            CarrierException error = catchThrowableOfType(
                    CarrierException.class, () -> client.webhooks().parse("post", Map.of(), BODY));
            assertThat(error.carrier()).contains("post");
        }
    }

    @Test
    void whoPushesNothingSaysSo() {
        try (TrackingClient none = TrackingClient.builder()
                .providers(List.of())
                .carrier(new Desk("rail").factory())
                .build()) {
            assertThatThrownBy(() -> none.webhooks().parse("rail", Map.of(), BODY))
                    .isInstanceOf(CapabilityNotSupportedException.class);
            assertThatThrownBy(() -> none.webhooks().parse("nobody", Map.of(), BODY))
                    .hasMessageContaining("nobody");
            assertThatThrownBy(() -> none.webhooks().parse("rail", null, BODY))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> none.webhooks().parse("rail", Map.of(), null))
                    .isInstanceOf(InvalidRequestException.class);
        }
    }
}
