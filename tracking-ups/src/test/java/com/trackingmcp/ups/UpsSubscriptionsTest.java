package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Subscription;
import com.trackingmcp.model.SubscriptionEvent;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxParcel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpsSubscriptionsTest extends UpsSaleBed {
    private static final String UNKNOWN = "1Z999AA10123456784";
    private final String number = sandbox.parcel("ups").number();

    private SubscriptionRequest.Builder wish(String... numbers) {
        return SubscriptionRequest.builder().carrier("ups").addTrackingNumbers(numbers);
    }

    private List<Outcome<Subscription>> subscribe(SubscriptionRequest.Builder wish) {
        return client.subscriptions().subscribe(wish.build());
    }

    private CarrierException failure(SubscriptionRequest.Builder wish) {
        return catchThrowableOfType(CarrierException.class, () -> subscribe(wish));
    }

    private static CarrierException failed(Outcome<Subscription> outcome) {
        return outcome.failure().orElseThrow();
    }

    private List<String> paths() {
        return sandbox.callsWithoutTokens("ups").stream().map(SandboxCall::path).toList();
    }

    @Test
    void parcelIsToldOfForFourteenDays() {
        Subscription subscription = subscribe(wish(number)).get(0).orElseThrow();
        assertThat(subscription.carrier()).isEqualTo("ups");
        assertThat(subscription.connection()).isEqualTo("ups");
        assertThat(subscription.trackingNumber()).isEqualTo(number);
        assertThat(subscription.id()).isEmpty();
        assertThat(sandbox.subscriptions("ups")).containsExactly(number);
        assertThat(paths()).containsExactly("/ups/api/track/v2/subscription/standard/package");
        sandbox.advance(Duration.ofDays(14));
        assertThat(sandbox.subscriptions("ups")).isEmpty();
    }

    @Test
    void chosenEventsAreThoseOfTheEnhancedSubscription() {
        subscribe(wish(number).addEvents(SubscriptionEvent.DELIVERED));
        assertThat(paths()).containsExactly("/ups/api/track/v2/subscription/enhanced/package");
        assertThat(UpsSubscriptions.preferences(Set.of(SubscriptionEvent.TENDERED)))
                .containsExactly("I", "M");
        assertThat(UpsSubscriptions.preferences(Set.of(SubscriptionEvent.OUT_FOR_DELIVERY)))
                .containsExactly("D", "I");
        assertThat(UpsSubscriptions.preferences(Set.of(SubscriptionEvent.values())))
                .containsExactly("D", "I", "M", "X");
    }

    @Test
    void numbersUpsDoesNotTakeFailAloneInTheirPlace() {
        List<Outcome<Subscription>> outcomes =
                subscribe(wish(UNKNOWN, number, "12345678", number.toLowerCase(Locale.ROOT)));
        assertThat(outcomes).extracting(Outcome::isSuccess).containsExactly(false, true, false, true);
        assertThat(failed(outcomes.get(0)).code()).isEqualTo(ErrorCode.INVALID_TRACKING_NUMBER);
        assertThat(failed(outcomes.get(0)).details().subject()).hasValue(UNKNOWN);
        assertThat(failed(outcomes.get(2)).code()).isEqualTo(ErrorCode.INVALID_TRACKING_NUMBER);
        assertThat(sandbox.subscriptions("ups")).containsExactly(number);
    }

    @Test
    void numbersThatAreAllRefusedFailEachWithWhatUpsSays() {
        CarrierException error = failed(subscribe(wish(UNKNOWN)).get(0));
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_TRACKING_NUMBER);
        assertThat(error.details().carrierCode()).hasValue("VSS210");
        assertThat(error.details().subject()).hasValue(UNKNOWN);
        assertThat(error.details().fields()).isEmpty();
    }

    @Test
    void failureOfOneOfSeveralCallsSaysWhyOfEachOfItsNumbers() {
        List<String> numbers =
                sandbox.parcels("ups", 101).stream().map(SandboxParcel::number).toList();
        sandbox.fail("ups").on("subscribe").about(numbers.get(100)).with(429).untilCleared();
        List<Outcome<Subscription>> outcomes =
                subscribe(SubscriptionRequest.builder().carrier("ups").trackingNumbers(numbers));
        assertThat(outcomes.subList(0, 100)).allMatch(Outcome::isSuccess);
        CarrierException error = failed(outcomes.get(100));
        assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(error.details().subject()).hasValue(numbers.get(100));
        assertThat(error.details().retryable()).isTrue();
        assertThat(sandbox.subscriptions("ups")).hasSize(100);
    }

    @Test
    void refusalOfTheWholeCallIsOne() {
        sandbox.fail("ups").on("subscribe").with(401).times(2);
        assertThat(failure(wish(number)).code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void numbersThatCannotBeAskedForAreNotSent() {
        assertThat(failed(subscribe(wish("12345678")).get(0)).code()).isEqualTo(ErrorCode.INVALID_TRACKING_NUMBER);
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void aHundredNumbersGoWithACall() {
        List<String> numbers =
                sandbox.parcels("ups", 201).stream().map(SandboxParcel::number).toList();
        assertThat(subscribe(SubscriptionRequest.builder().carrier("ups").trackingNumbers(numbers)))
                .hasSize(201)
                .allMatch(Outcome::isSuccess);
        assertThat(paths()).hasSize(3);
    }

    @Test
    void callThatFailsCostsItsOwnNumbersOnly() {
        List<String> numbers =
                sandbox.parcels("ups", 150).stream().map(SandboxParcel::number).toList();
        sandbox.fail("ups")
                .on("subscribe")
                .about(numbers.get(149))
                .withLostAnswer()
                .untilCleared();
        List<Outcome<Subscription>> outcomes = client(sandbox.config(), 3)
                .subscriptions()
                .subscribe(SubscriptionRequest.builder()
                        .carrier("ups")
                        .trackingNumbers(numbers)
                        .build());
        assertThat(outcomes.subList(0, 100)).allMatch(Outcome::isSuccess);
        assertThat(outcomes.subList(100, 150))
                .allSatisfy(outcome -> assertThat(failed(outcome)).isInstanceOf(OutcomeUnknownException.class));
        assertThat(failed(outcomes.get(149)).reference()).hasValue(numbers.get(149));
        assertThat(sandbox.subscriptions("ups")).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void allThatUpsHasNoPlaceForIsToldAtOnceAndNotSent() {
        CarrierException error = failure(wish(number)
                .addEmails("a@example.com")
                .senderName("Example Books")
                .senderEmail("b@example.com")
                .language("de-DE"));
        assertThat(error).isInstanceOf(InvalidRequestException.class);
        assertThat(error.details().fields())
                .extracting(field -> field.path())
                .containsExactly("emails", "sender_name", "sender_email", "language");
        assertThat(error.getMessage()).doesNotContain("example.com");
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void lostAnswerIsNotSentAgain() {
        sandbox.fail("ups").on("subscribe").withLostAnswer().untilCleared();
        CarrierException error = catchThrowableOfType(
                CarrierException.class,
                () -> client(sandbox.config(), 3)
                        .subscriptions()
                        .subscribe(wish(number).language("en-GB").build()));
        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).hasValue(number);
        assertThat(sandbox.subscriptions("ups")).containsExactly(number);
    }
}
